package plain

import "os"

//zahariacheck:allow initeffect the lock is this package's own
func init() { os.Remove("lock") }

//zahariacheck:allow initeffect there is nothing here // want `suppresses no finding`
func clean() error { return nil }

var _ = clean

package effects

import "os"

func init() { os.Remove("lock") } // want `does I/O \(os.Remove\)`

func init() { os.Mkdir("x", 0) } // want `does I/O \(os.Mkdir\)`

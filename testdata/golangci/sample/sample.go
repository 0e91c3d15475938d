// Package sample has findings of several rules, held back and not.
package sample

import "os"

func init() { os.Remove("lock") }

//zahariacheck:allow initeffect the sample shows that the comment holds here
func init() { os.Remove("allowed") }

//zahariacheck:allow initeffect this one holds nothing back
func clean() error { return nil }

// Do does.
func Do() error { panic("not implemented") }

var _ = clean

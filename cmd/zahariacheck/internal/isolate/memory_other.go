//go:build !linux

package isolate

// available is not known here.
func available() uint64 { return 0 }

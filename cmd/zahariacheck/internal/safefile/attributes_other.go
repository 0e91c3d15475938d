//go:build unix && !linux

package safefile

// copyAttributes does nothing: only on Linux do we know how to.
func copyAttributes(from, to osFile) error { return nil }

// Package legacy is a stub version of the first release, to satisfy what was generated for it.
package legacy

type Buffer struct{}

func (*Buffer) Marshal() ([]byte, error) { panic("not implemented") }

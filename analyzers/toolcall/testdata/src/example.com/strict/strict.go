// Package strict takes an option.
package strict

func Unmarshal(data []byte, v any, strict bool) error { return nil }

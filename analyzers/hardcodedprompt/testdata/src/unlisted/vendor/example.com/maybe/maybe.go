// Package maybe has helpers for any type.
package maybe

func Must[T any](v T, err any) T { return v }

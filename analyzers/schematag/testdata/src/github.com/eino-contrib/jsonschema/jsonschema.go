// Package jsonschema has what the tests need of the fork of a reflector.
package jsonschema

func Reflect(v any) any { return nil }

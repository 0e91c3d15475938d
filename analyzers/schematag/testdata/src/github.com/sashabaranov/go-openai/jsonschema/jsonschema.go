// Package jsonschema has what the tests need of the SDK's reflector.
package jsonschema

type Definition struct{ Type string }

func GenerateSchemaForType(v any) (*Definition, error) { return nil, nil }

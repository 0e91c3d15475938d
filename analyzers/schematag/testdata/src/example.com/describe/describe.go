// Package describe makes schemas in another dialect than those who call it.
package describe

import "github.com/invopop/jsonschema"

func Value(v any) any { return jsonschema.Reflect(v) }

func Type[T any]() any {
	var v T
	return jsonschema.Reflect(v)
}

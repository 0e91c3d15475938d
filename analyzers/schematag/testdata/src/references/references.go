// Package references has generic types in schemas.
package references

import (
	"references/items"

	"github.com/invopop/jsonschema"
)

type Page[T any] struct {
	Items []T `json:"items"`
}

type own struct {
	Name string `json:"name"`
}

var (
	_ = jsonschema.Reflect(Page[items.Item]{}) // want `jsonschema\.Reflect refers to "references\.Page\[references/items\.Item\]", whose slashes no reader of the schema can resolve`
	_ = jsonschema.Reflect(Page[string]{})
	_ = jsonschema.Reflect(Page[own]{})
	_ = (&jsonschema.Reflector{DoNotReference: true}).Reflect(Page[items.Item]{})
)

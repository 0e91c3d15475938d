// Package dialects has no fix: what one reflector asks for is wrong for the other.
package dialects

import (
	google "github.com/google/jsonschema-go/jsonschema"
	"github.com/invopop/jsonschema"
)

type Query struct {
	Text  string `json:"text" jsonschema:"words, one or more"` // want `the tag of Text has no keyword, so the model sees no description`
	Inner Inner  `json:"inner" jsonschema:"description=more of it"`
}

type Inner struct {
	Limit int `json:"limit" jsonschema:"how many, at most"` // want `the tag of Limit has no keyword, so the model sees no description`
}

var (
	query    = jsonschema.Reflect(&Query{})
	inner, _ = google.For[Inner](nil)
	text, _  = google.For[struct{ Query []Query }](nil)
)

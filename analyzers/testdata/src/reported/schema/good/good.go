package good

import (
	"github.com/invopop/jsonschema"
	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/shared"
)

type Book struct {
	Title string `json:"title"`
	Year  int    `json:"year"`
}

func Schema() shared.ResponseFormatJSONSchemaJSONSchemaParam {
	r := jsonschema.Reflector{DoNotReference: true}
	return shared.ResponseFormatJSONSchemaJSONSchemaParam{Name: "book", Schema: r.Reflect(Book{}), Strict: openai.Bool(true)}
}

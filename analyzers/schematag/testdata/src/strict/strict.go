package strict

import (
	"github.com/invopop/jsonschema"
	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/shared"
)

type person struct {
	Name  string `json:"name"`
	Phone string `json:"phone,omitempty"`
}

type place struct {
	Name string `json:"name"`
	Zip  string `json:"zip,omitempty" jsonschema:"required"`
}

func optional() shared.ResponseFormatJSONSchemaJSONSchemaParam {
	r := jsonschema.Reflector{DoNotReference: true}
	schema := r.Reflect(&person{})
	return shared.ResponseFormatJSONSchemaJSONSchemaParam{Name: "person", Schema: schema, Strict: openai.Bool(true)} // want `Strict is set, but the schema of \*?person leaves Phone optional`
}

func loose() shared.ResponseFormatJSONSchemaJSONSchemaParam {
	return shared.ResponseFormatJSONSchemaJSONSchemaParam{Name: "person", Schema: jsonschema.Reflect(&person{}), Strict: openai.Bool(false)}
}

func required() shared.ResponseFormatJSONSchemaJSONSchemaParam {
	return shared.ResponseFormatJSONSchemaJSONSchemaParam{Name: "place", Schema: jsonschema.Reflect(&place{}), Strict: openai.Bool(true)}
}

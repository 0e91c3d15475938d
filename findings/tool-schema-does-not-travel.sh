#!/usr/bin/env bash
# The schema of an MCP tool does not fit, or loses its meaning in, the types of model SDKs.
#
# github.com/modelcontextprotocol/go-sdk v1.8.0 with github.com/google/jsonschema-go v0.4.3, google.golang.org/genai v1.77.0,
# github.com/sashabaranov/go-openai v1.43.0, github.com/ollama/ollama v0.17.4, Go 1.26, seen on 2026-11-30.
#
# A program that offers the tools of an MCP server to a model decodes their schemas into the type that the model's SDK has for them.
# The schema that the official MCP SDK makes of a slice or a pointer has a list of types, ["null","array"], which genai's and
# go-openai's types refuse: a tool with a list in it cannot be passed on. What they take they keep in part, without an error.
# genai.Schema drops references, const, oneOf and additionalProperties, so that a property is left without a type; go-openai keeps
# references and drops every limit; ollama keeps the definitions and drops the references to them.
# (FunctionDeclaration.ParametersJsonSchema of genai and a json.RawMessage for go-openai take the schema as it is.)
#
# Output seen:
#	mcp list     {"type":["null","array"],"items":{"type":"string"}}
#	genai list   json: cannot unmarshal array into Go struct field Schema.properties.type of type genai.Type
#	openai list  json: cannot unmarshal array into Go struct field Definition.properties.type of type jsonschema.DataType
#	genai days   {"maximum":7,"type":"integer"}
#	genai unit   {}
#	genai fixed  {}
#	openai days  {"type":"integer"}
#	openai unit  {"$ref":"#/$defs/unit"}
#	openai fixed {}
#	ollama days  {"type":"integer"}
#	ollama unit  {}
#	ollama fixed {}
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/ollama/ollama/api"
	openai "github.com/sashabaranov/go-openai/jsonschema"
	"google.golang.org/genai"
)

type in struct {
	Tags []string `json:"tags"`
}

const foreign = `{"type":"object","properties":{
	"days":{"type":"integer","maximum":7},"unit":{"$ref":"#/$defs/unit"},"fixed":{"const":"x"}},
	"$defs":{"unit":{"type":"string","enum":["celsius","fahrenheit"]}}}`

func main() {
	schema, err := jsonschema.For[in](nil) // as mcp.AddTool does
	if err != nil {
		log.Fatal(err)
	}
	show("mcp list    ", schema.Properties["tags"])
	data, err := json.Marshal(schema)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("genai list  ", json.Unmarshal(data, &genai.Schema{}))
	fmt.Println("openai list ", json.Unmarshal(data, &openai.Definition{}))

	var g genai.Schema
	var o openai.Definition
	var l api.ToolFunctionParameters
	for _, to := range []any{&g, &o, &l} {
		if err := json.Unmarshal([]byte(foreign), to); err != nil {
			log.Fatal(err)
		}
	}
	for _, name := range []string{"days", "unit", "fixed"} {
		show(fmt.Sprintf("genai %-6s", name), g.Properties[name])
	}
	for _, name := range []string{"days", "unit", "fixed"} {
		show(fmt.Sprintf("openai %-5s", name), o.Properties[name])
	}
	for _, name := range []string{"days", "unit", "fixed"} {
		property, _ := l.Properties.Get(name)
		show(fmt.Sprintf("ollama %-5s", name), property)
	}
}

func show(how string, schema any) {
	data, err := json.Marshal(schema)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s %s\n", how, data)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/modelcontextprotocol/go-sdk@v1.8.0 github.com/google/jsonschema-go@v0.4.3 google.golang.org/genai@v1.77.0 github.com/sashabaranov/go-openai@v1.43.0 github.com/ollama/ollama@v0.17.4 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
mcp list     {"type":["null","array"],"items":{"type":"string"}}
genai list   json: cannot unmarshal array into Go struct field Schema.properties.type of type genai.Type
openai list  json: cannot unmarshal array into Go struct field Definition.properties.type of type jsonschema.DataType
genai days   {"maximum":7,"type":"integer"}
genai unit   {}
genai fixed  {}
openai days  {"type":"integer"}
openai unit  {"$ref":"#/$defs/unit"}
openai fixed {}
ollama days  {"type":"integer"}
ollama unit  {}
ollama fixed {}
WANT

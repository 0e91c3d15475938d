package config

import (
	"bytes"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The schema and the reader agree.
func TestSchema(t *testing.T) {
	data, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"{}",
		"preset: strict",
		"rules: {stubapi: off, initeffect: true, bigpackage: {large: 120, severity: error}, vendorlock: {cloud: true}}",
		"vendors: [{accept: openai, why: x}]",
		"paths: [{glob: 'x/**', why: x}, {glob: 'y', off: [stubapi], why: x}]",
		"baseline: x",
		"rule: {}",
		"preset: stric",
		"rules: {stubap: off}",
		"rules: {stubapi: of}",
		"rules: {stubapi: {severity: high}}",
		"rules: {bigpackage: {larg: 1}}",
		"rules: {vendorlock: {accept: openai}}",
		"vendors: [{accept: openai}]",
		"vendors: [{accept: openai, why: ' '}]",
		"paths: [{glob: x}]",
		"paths: [{glob: x, off: [stubap], why: x}]",
		"paths: {}",
	} {
		var value any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		_, _, reading := load(t, text)
		if validating := schema.Validate(value); (validating == nil) != (reading == nil) {
			t.Errorf("%s: the schema says %v, the reader %v", text, validating, reading)
		}
	}
}

// Package partial passes schemas of tools on to a model.
package partial

import (
	"encoding/json"

	"github.com/sashabaranov/go-openai/jsonschema"
)

type tool struct {
	InputSchema json.RawMessage
	Schema      any
}

func raw(t tool) (d jsonschema.Definition, err error) {
	err = json.Unmarshal(t.InputSchema, &d) // want `jsonschema\.Definition drops parts of a schema`
	return d, err
}

func encoded(t tool) (*jsonschema.Definition, error) {
	data, err := json.Marshal(t.Schema)
	if err != nil {
		return nil, err
	}
	d := &jsonschema.Definition{}
	return d, json.Unmarshal(data, d) // want `jsonschema\.Definition drops parts of a schema`
}

// own reads what the program wrote.
func own(file []byte) (d jsonschema.Definition, err error) {
	err = json.Unmarshal(file, &d)
	return d, err
}

func other(t tool) (m map[string]any, err error) {
	err = json.Unmarshal(t.InputSchema, &m)
	return m, err
}

// Package render does not know what its texts are for.
package render

import (
	"bytes"
	"html/template"
	plain "text/template"
)

var templates = map[string]*template.Template{}

func process(name string, data map[string]any) (*bytes.Buffer, error) {
	var b bytes.Buffer
	err := templates[name].Execute(&b, data)
	return &b, err
}

func Text(name string, data map[string]any) (string, error) {
	b, err := process(name, data)
	return b.String(), err
}

func Plain(source string, data map[string]any) (string, error) {
	var b bytes.Buffer
	err := plain.Must(plain.New("t").Parse(source)).Execute(&b, data)
	return b.String(), err
}

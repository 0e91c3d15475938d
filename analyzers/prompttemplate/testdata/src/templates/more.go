package templates

import (
	"bytes"
	"text/template"
)

var parts = template.Must(template.New("parts").Parse(`{{define "end"}}Thanks.{{end}}{{range $f := .Files}}{{$f.Name}}{{end}}{{template "end"}}{{template "end" .Nmae}}`))

func Parts(q Question) string {
	var b bytes.Buffer
	parts.Execute(&b, q) // want `the template uses .Nmae, but Question has no such field or method`
	return b.String()
}

// Method has the method of a template as a value.
func Method(q Question) string {
	var b bytes.Buffer
	render := parts.Execute
	render(&b, q) // want `the template uses .Nmae, but Question has no such field or method`
	return b.String()
}

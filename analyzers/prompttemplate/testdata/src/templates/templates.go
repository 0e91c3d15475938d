package templates

import (
	"bytes"
	"text/template"
)

type Question struct {
	Text  string
	Files []File
	inner string
}

type File struct{ Name string }

func (f *File) Size() int { return 0 }

var review = template.Must(template.New("review").Parse(`Review this: {{.Txt}}
{{range .Files}}{{.Name}} {{.Size}} {{.Path}}{{end}}{{with .Text}}{{.}}{{$.Text}}{{end}}{{.inner}}`))

func Review(q Question) string {
	var b bytes.Buffer
	review.Execute(&b, &q) // want `the template uses .Txt, but Question has no such field or method` `the template uses .Path, but File has no such field` `the template uses .inner, which Question does not export`
	return b.String()
}

func Broken() (*template.Template, error) {
	return template.New("broken").Funcs(nil).Parse("Answer {{.Text") // want `the template does not parse \(template: template:1: unclosed action\)`
}

func Functions() (*template.Template, error) {
	return template.New("f").Parse("Answer {{upper .Text}}")
}

func Delims() (*template.Template, error) {
	return template.New("d").Delims("<<", ">>").Parse("Answer <<.Text>> {{ as it is")
}

func Map(name string) string {
	t := template.Must(template.New("m").Parse("{{.name}} in {{.language}}{{if .tone}} and {{.tone}}{{end}} {{or .end `now`}} {{.name.x.y}}"))
	var b bytes.Buffer
	t.Execute(&b, map[string]any{"name": name}) // want `the template uses .language, a key that the map never gets`
	return b.String()
}

func Filled(name string, more func(map[string]any)) string {
	t := template.Must(template.New("m").Parse("{{.name}} in {{.language}}"))
	var b bytes.Buffer
	data := map[string]any{"name": name}
	more(data)
	t.Execute(&b, data)
	return b.String()
}

func Any(data any) string {
	t := template.Must(template.New("m").Parse("{{.name}} in {{.language}}"))
	var b bytes.Buffer
	t.Execute(&b, data)
	return b.String()
}

func Given(source string, q Question) string {
	t := template.Must(template.New("m").Parse(source))
	var b bytes.Buffer
	t.Execute(&b, q)
	return b.String()
}

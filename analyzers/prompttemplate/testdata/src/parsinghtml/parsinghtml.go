// Package parsinghtml does nothing but parse.
package parsinghtml

import "html/template"

func Broken() (*template.Template, error) {
	return template.New("broken").Parse("Answer {{.Text") // want `the template does not parse`
}

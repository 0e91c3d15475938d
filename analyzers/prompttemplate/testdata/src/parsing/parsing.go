// Package parsing does nothing but parse.
package parsing

import "text/template"

func Broken() (*template.Template, error) {
	return template.New("broken").Parse("Answer {{.Text") // want `the template does not parse`
}

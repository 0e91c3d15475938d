// Package filesystem renders prompts from an embedded file system.
package filesystem

import (
	"embed"
	"fmt"
	"strings"
	"text/template"
)

//go:embed prompts/*.tmpl
var files embed.FS

var all = template.Must(template.ParseFS(files, "prompts/*.tmpl"))

type change struct{ Diff string }

func Named(diff string) (string, error) {
	var b strings.Builder
	err := all.ExecuteTemplate(&b, "review.tmpl", change{diff}) // want `Language`
	return b.String(), err
}

func Right(diff string) (string, error) {
	var b strings.Builder
	err := all.ExecuteTemplate(&b, "summary.tmpl", change{diff})
	return b.String(), err
}

func Unknown(name, diff string) (string, error) {
	var b strings.Builder
	err := all.ExecuteTemplate(&b, name, change{diff})
	return b.String(), err
}

func Read(diff string) (string, error) {
	raw, err := files.ReadFile("prompts/review.tmpl")
	if err != nil {
		return "", err
	}
	t, err := template.New("review").Parse(string(raw))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, change{diff}) // want `Language`
	return b.String(), err
}

func First(diff string) (string, error) {
	t, err := template.ParseFS(files, "prompts/review.tmpl")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, change{diff}) // want `Language`
	return b.String(), err
}

//go:embed prompts/sure.txt
var sure string

func Format(name string) string { return fmt.Sprintf(sure, name) } // want `reads the percent sign in "100% of"`

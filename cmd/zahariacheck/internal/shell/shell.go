// Package shell writes what a shell and man need to know of a command line: completion scripts and a manual page.
package shell

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"
)

// A Word is a verb or a flag, with one line about it.
type Word struct {
	Name   string // without dashes
	Does   string
	Values []string // that may follow; nil if they are not known
	Args   string   // how what follows is written, such as "FILE"; "" for nothing
}

// A Program is all that can be written on a command line.
type Program struct {
	Name, Does, Version string
	Verbs, Flags        []Word
	Text                []string // paragraphs of the manual page
}

//go:embed *.tmpl
var templates embed.FS

// forms are the functions that quote a text for one kind of script.
var forms = template.FuncMap{
	"join":  func(words []string) string { return strings.Join(words, " ") },
	"names": names,
	"roff":  roff,
	"quote": func(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" },
	"fish":  func(text string) string { return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(text) + "'" },
	"inner": func(text string) string {
		return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, ":", `\:`).Replace(text)
	},
	"upper": strings.ToUpper,
}

// Shells are the shells that there is a script for.
var Shells = []string{"bash", "fish", "zsh"}

// Completion is the completion script for a shell.
func (p Program) Completion(shell string) (string, error) {
	if !slices.Contains(Shells, shell) {
		return "", fmt.Errorf("no completion for %q, only for %s", shell, strings.Join(Shells, ", "))
	}
	return p.execute(shell)
}

// Man is the manual page, in the language of troff's man macros.
func (p Program) Man() (string, error) { return p.execute("man") }

func (p Program) execute(name string) (string, error) {
	t, err := template.New(name+".tmpl").Funcs(forms).ParseFS(templates, name+".tmpl")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, p)
	return b.String(), err
}

// names lists the names of words, with a dash before each if they are flags.
func names(words []Word, dash string) string {
	all := map[string]bool{}
	for _, w := range words {
		all[dash+w.Name] = true
	}
	return strings.Join(slices.Sorted(maps.Keys(all)), " ")
}

// roff keeps text from being taken for commands of troff.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}

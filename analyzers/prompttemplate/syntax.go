package prompttemplate

import (
	"fmt"
	"go/types"
	"regexp"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A fault of a template that a framework fills: a message, and whether filling it always fails.
type fault struct {
	message string
	fails   bool
}

var (
	// replacement is a field of a Python format, or an escaped brace.
	replacement = regexp.MustCompile(`\{\{|\}\}|\{([^{}]*)\}`)
	// valueName is the name of a value, with what is below it.
	valueName = regexp.MustCompile(`^[A-Za-z_]\w*(?:[.\[].*)?$`)
	// output is what Jinja2 prints, statement also what it obeys.
	output    = regexp.MustCompile(`\{\{-?(.*?)-?\}\}`)
	statement = regexp.MustCompile(`\{[{%]-?(.*?)-?[%}]\}`)
	// literal is a text in an expression.
	literal = regexp.MustCompile(`"[^"]*"|'[^']*'`)
	logical = regexp.MustCompile(` (or|and) `)
	// pythonMethod calls a method of Python's texts, lists or dictionaries.
	pythonMethod = regexp.MustCompile(`\.(items|keys|values|get|upper|lower|title|strip|split|join|format|replace|startswith|endswith)\(`)
	// pythonIndex is an index from the end, or a slice.
	pythonIndex = regexp.MustCompile(`\[-\d+\]|\[\d*:-?\d*\]`)
	// bareName is a hole with a name and nothing else, also in three braces.
	bareName = regexp.MustCompile(`\{\{\{?~?\s*([A-Za-z_]\w*)\s*~?\}\}`)
)

// judge returns the first fault of a template by its syntax. Seen in November 2026 with eino v0.7.36, langchaingo v0.1.14
// (both with gonja v1.5.3 for Jinja2) and genkit v1.4.0.
func judge(syntax, text string, d inputs) *fault {
	switch syntax {
	case "pyfmt", "fstring":
		return judgeFormat(syntax, text)
	case "jinja":
		if f := judgeJinja(text); f != nil {
			return f
		}
	case "go":
		return judgeGo(text, d.declared)
	case "handlebars":
		if f := judgeBlocks(text, d); f != nil {
			return f
		}
	}
	return judgeHoles(syntax, text, d)
}

// judgeFormat is for Python's formats, as eino (pyfmt) and langchaingo (fstring) read them.
func judgeFormat(syntax, text string) *fault {
	for _, m := range replacement.FindAllStringSubmatch(text, -1) {
		if m[0] == "{{" || m[0] == "}}" {
			continue
		}
		name, _, _ := strings.Cut(m[1], ":")
		switch {
		case syntax == "pyfmt" && strings.Trim(name, "0123456789") == "":
			return &fault{fmt.Sprintf("%s in this template prints the whole map of values; write {{ and }} for braces", m[0]), true}
		case !valueName.MatchString(name):
			return &fault{fmt.Sprintf("%s is read as a value of this template, so filling it fails; write {{ and }} for braces", rule.Quote(m[0])), true}
		}
	}
	return nil
}

// judgeJinja is for gonja, which differs from Jinja without a word.
func judgeJinja(text string) *fault {
	for _, m := range output.FindAllStringSubmatch(text, -1) {
		if e := literal.ReplaceAllString(m[1], ""); logical.MatchString(e) && !strings.Contains(e, " if ") {
			return &fault{fmt.Sprintf("%s prints True or False in this engine, not the value; use if and else, or the filter default", rule.Quote(m[0])), false}
		}
	}
	for _, m := range statement.FindAllStringSubmatch(text, -1) {
		e := literal.ReplaceAllString(m[1], "''")
		if p := pythonMethod.FindString(e); p != "" {
			return &fault{fmt.Sprintf("%s calls Python's %s), which this engine does not have, so filling the template fails; use a filter", rule.Quote(m[0]), p[1:]), true}
		}
		if p := pythonIndex.FindString(e); p != "" {
			return &fault{fmt.Sprintf("%s uses %s, which this engine does not read, so filling the template fails; use a filter", rule.Quote(m[0]), p), true}
		}
	}
	return nil
}

// judgeGo is for Go templates whose author declares the names of the values.
func judgeGo(text string, declared []string) *fault {
	for _, name := range declared {
		quoted := regexp.QuoteMeta(name)
		switch {
		case regexp.MustCompile(`\{\{-?\s*` + quoted + `\s*-?\}\}`).MatchString(text):
			return &fault{fmt.Sprintf("{{%s}} calls a function in a Go template, so filling it fails; write {{.%s}}", name, name), true}
		case regexp.MustCompile(`(?:^|[^{])\{`+quoted+`\}(?:[^}]|$)`).MatchString(text) && !regexp.MustCompile(`\.`+quoted+`\b`).MatchString(text):
			return &fault{fmt.Sprintf("{%s} stays as it is in a Go template, so the model never sees the value; write {{.%s}}", name, name), false}
		}
	}
	return nil
}

// judgeHoles is for engines that print some values as no reader would write them.
func judgeHoles(syntax, text string, d inputs) *fault {
	for _, m := range bareName.FindAllStringSubmatchIndex(text, -1) {
		name := text[m[2]:m[3]]
		t, ok := d.types[name]
		if !ok {
			continue
		}
		if typex.Method(t, "String") != nil || typex.Method(t, "MarshalJSON") != nil || typex.Method(t, "MarshalText") != nil {
			continue
		}
		switch u := typex.Deref(t).Underlying().(type) {
		case *types.Slice, *types.Array:
			if syntax == "handlebars" {
				return &fault{fmt.Sprintf("{{%s}} prints a list without anything between its elements; use {{#each %s}}", name, name), false}
			}
		case *types.Map:
			if _, free := u.Elem().Underlying().(*types.Interface); syntax == "handlebars" || !free && !typex.IsString(u.Elem()) {
				return &fault{fmt.Sprintf("{{%s}} prints a map as Go does, with the types of its values; print its entries, or pass a text", name), false}
			}
		case *types.Struct:
			return &fault{fmt.Sprintf("{{%s}} prints a struct as Go does, with its type; print its fields, or pass a text", name), false}
		}
	}
	return nil
}

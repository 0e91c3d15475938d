package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/zahariacheck/zahariacheck/internal/suggest"
)

// An Error is something wrong in a configuration file.
type Error struct {
	Pos   string // FILE:LINE:COLUMN
	Text  string
	Frame string // the line that is wrong, with its number; "" if it must not be shown
}

func (e *Error) Error() string { return e.Pos + ": " + e.Text }

// What is written by hand stays below these. The YAML parser takes time that grows with the square of the size, ten
// seconds for 64 KB of opening brackets.
const (
	maxConfig    = 64 << 10 // bytes
	maxCatalogue = 1 << 20
	maxDepth     = 32 // of brackets
)

// A document is a YAML file, with its text for messages.
type document struct {
	name  string
	lines []string // nil if its text must not be shown
}

// read reads a regular file of bounded size below root. What is not written there, but linked to from there, is read
// and never shown: a pull request could otherwise have any file of the machine printed in a public log.
func read(file, root string, limit int64) (data []byte, show bool, err error) {
	if info, err := os.Stat(file); err != nil {
		return nil, false, err
	} else if !info.Mode().IsRegular() { // asked before it is opened: opening a pipe waits
		return nil, false, fmt.Errorf("%s is not a regular file", file)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	data, err = io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("%s is larger than %d KB", file, limit>>10)
	}
	real, linkErr := filepath.EvalSymlinks(file)
	top, rootErr := filepath.EvalSymlinks(root)
	rel, relErr := filepath.Rel(top, real)
	info, statErr := os.Lstat(file)
	show = errors.Join(linkErr, rootErr, relErr, statErr) == nil && filepath.IsLocal(rel) && info.Mode().IsRegular()
	return data, show, err
}

// parse returns the mapping that the file is, or nil if it is empty.
func (d *document) parse(data []byte) (ast.Node, error) {
	depth := 0
	for _, c := range data {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if depth > maxDepth {
			return nil, &Error{Pos: d.name, Text: "brackets are nested too deep"}
		}
	}
	file, err := parser.ParseBytes(bytes.TrimPrefix(data, []byte("\ufeff")), 0)
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		return nil, d.fail(syntax.Token, "is not YAML", ": "+syntax.Message)
	}
	if err != nil {
		return nil, &Error{Pos: d.name, Text: "is not YAML"}
	}
	file.Docs = slices.DeleteFunc(file.Docs, func(doc *ast.DocumentNode) bool { // %YAML 1.2, before the document
		_, directive := doc.Body.(*ast.DirectiveNode)
		return directive
	})
	if len(file.Docs) > 1 {
		return nil, d.fail(file.Docs[1].Start, "a second document", "") // which may be empty
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, nil
	}
	return file.Docs[0].Body, nil
}

// fail makes an error of what is wrong at a token. The detail may repeat text of the file, the problem may not.
func (d *document) fail(t *token.Token, problem, detail string) error {
	if t == nil || t.Position == nil {
		return &Error{Pos: d.name, Text: problem}
	}
	line, column := t.Position.Line, t.Position.Column
	e := &Error{Pos: fmt.Sprintf("%s:%d:%d", d.name, line, column), Text: problem}
	if d.lines != nil {
		e.Text += detail
		if line <= len(d.lines) {
			e.Frame = fmt.Sprintf("%d | %s", line, d.lines[line-1])
		}
	}
	return e
}

// wrong says that the text of a node is not what is known there.
func (d *document) wrong(n ast.Node, problem, word string, known []string) error {
	detail := fmt.Sprintf(" %q%s", word, suggest.DidYouMean(word, known))
	if !strings.Contains(detail, "did you mean") && len(known) < 8 {
		detail += "; want one of " + strings.Join(known, ", ")
	}
	return d.fail(n.GetToken(), problem, detail)
}

// A member is one key of a mapping with its value.
type member struct {
	name       string
	key, value ast.Node
}

// mapping returns the members of a mapping, in order. The parser has refused a key that is there twice.
func (d *document) mapping(n ast.Node) ([]member, error) {
	mapping, ok := n.(*ast.MappingNode)
	if !ok {
		return nil, d.fail(n.GetToken(), "want keys with values here", "")
	}
	var all []member
	for _, v := range mapping.Values {
		name, err := d.text(v.Key)
		if err != nil {
			return nil, err
		}
		all = append(all, member{name, v.Key, v.Value})
	}
	return all, nil
}

// fields reads a mapping whose keys are known.
func (d *document) fields(n ast.Node, known ...string) (map[string]ast.Node, error) {
	members, err := d.mapping(n)
	if err != nil {
		return nil, err
	}
	values := map[string]ast.Node{}
	for _, m := range members {
		if !slices.Contains(known, m.name) {
			return nil, d.wrong(m.key, "unknown key", m.name, known)
		}
		values[m.name] = m.value
	}
	return values, nil
}

// text reads one value as it would be written on the command line.
func (d *document) text(n ast.Node) (string, error) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, nil
	case *ast.BoolNode, *ast.IntegerNode, *ast.FloatNode:
		return n.GetToken().Value, nil
	}
	return "", d.fail(n.GetToken(), "want one value here", "")
}

// reason reads the text under "why", which must say something.
func (d *document) reason(of ast.Node, n ast.Node) (string, error) {
	if n == nil {
		return "", d.fail(of.GetToken(), `this needs a "why"`, "")
	}
	why, err := d.text(n)
	if err == nil && strings.TrimSpace(why) == "" {
		err = d.fail(n.GetToken(), `"why" is empty`, "")
	}
	return strings.Join(strings.Fields(why), " "), err
}

// items returns the values of a list.
func (d *document) items(n ast.Node) ([]ast.Node, error) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		return nil, d.fail(n.GetToken(), "want a list here", "")
	}
	return list.Values, nil
}

package lsp

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/creachadair/jrpc2"
)

// Kinds of code actions, and the command that one of them runs.
const (
	quickFix        = "quickfix"
	refactorExtract = "refactor.extract"
	extractCommand  = "zahariacheck.extract"
)

// extractable is the rule whose findings extract can fix.
const extractable = "hardcodedprompt"

// hover shows all about the findings at a place.
func (s *server) hover(_ context.Context, p hoverParams) (*hover, error) {
	file := fileOf(p.TextDocument.URI)
	s.mu.Lock()
	defer s.mu.Unlock()
	var pages []string
	var at span
	for _, it := range s.items(file) {
		if it.diagnostic.Range.holds(p.Position) {
			pages, at = append(pages, s.page(it)), it.diagnostic.Range
		}
	}
	if len(pages) == 0 {
		return nil, nil
	}
	return &hover{markup{"markdown", strings.Join(pages, "\n---\n\n")}, at}, nil
}

// items returns the findings of a file that were sent to the client.
func (s *server) items(file string) []item {
	if file == "" {
		return nil
	}
	m, _ := s.moduleOf(file)
	return m.shown[file]
}

// codeAction offers what can be done about the findings in a range.
func (s *server) codeAction(ctx context.Context, p codeActionParams) ([]codeAction, error) {
	file := fileOf(p.TextDocument.URI)
	s.mu.Lock()
	actions := []codeAction{}
	if d := s.documents[file]; d != nil {
		for _, it := range s.items(file) {
			if it.diagnostic.Range.meets(p.Range) {
				actions = append(actions, s.offers(file, d, it)...)
			}
		}
	}
	s.mu.Unlock()
	actions = slices.DeleteFunc(actions, func(a codeAction) bool {
		return len(p.Context.Only) > 0 && !slices.ContainsFunc(p.Context.Only, func(kind string) bool { return a.Kind == kind || strings.HasPrefix(a.Kind, kind+".") })
	})
	if slices.Contains(s.client.TextDocument.CodeAction.ResolveSupport.Properties, "edit") {
		return actions, nil
	}
	return s.resolveAll(ctx, actions)
}

// resolveAll plans the fixes for a client that does not ask for them one by one, and leaves out those that cannot be made.
func (s *server) resolveAll(ctx context.Context, actions []codeAction) ([]codeAction, error) {
	out := []codeAction{}
	for _, a := range actions {
		resolved, err := s.resolve(ctx, a)
		if ctx.Err() != nil {
			return nil, err
		}
		if err == nil {
			out = append(out, resolved)
		}
	}
	return out, nil
}

// offers are the actions for one finding.
func (s *server) offers(file string, d *document, it item) (all []codeAction) {
	about := []diagnostic{it.diagnostic}
	if it.Fix != nil && len(it.Fix.Edits) > 0 {
		all = append(all, codeAction{
			Title: it.Fix.Message, Kind: quickFix, Diagnostics: about, IsPreferred: true,
			Data: &subject{URI: d.uri, Rule: it.Rule, Message: it.Message, Line: it.diagnostic.Range.Start.Line + 1},
		})
	}
	if it.Rule == extractable {
		argument, err := json.Marshal(subject{URI: d.uri, Line: it.Pos.Line})
		if err == nil {
			title := "Move the prompt into an embedded file"
			all = append(all, codeAction{Title: title, Kind: refactorExtract, Diagnostics: about, Command: &command{title, extractCommand, []json.RawMessage{argument}}})
		}
	}
	line := it.diagnostic.Range.Start.Line
	if indent, ok := freeLine(d.text, line); ok {
		edit := textEdit{span{position{line, 0}, position{line, 0}}, fmt.Sprintf("%s//zahariacheck:allow %s \n", indent, it.Rule)}
		all = append(all, codeAction{
			Title: fmt.Sprintf("Allow %s here, with a reason that you write", it.Rule), Kind: quickFix, Diagnostics: about,
			Edit: s.edit(d.uri, d.version, []textEdit{edit}),
		})
	}
	return all
}

// A subject names the finding that an action is about. The line counts from 1.
type subject struct {
	URI     string `json:"uri"`
	Rule    string `json:"rule,omitempty"`
	Message string `json:"message,omitempty"`
	Line    int    `json:"line"`
}

// freeLine returns the indentation of a line that a comment can be put above; ok is false where the line begins within a text or
// a comment.
func freeLine(content string, line int) (indent string, ok bool) {
	offset := 0
	for range line {
		i := strings.IndexByte(content[offset:], '\n')
		if i < 0 {
			return "", false
		}
		offset += i + 1
	}
	fset := token.NewFileSet()
	var s scanner.Scanner
	in := fset.AddFile("", -1, len(content))
	s.Init(in, []byte(content), nil, scanner.ScanComments)
	for {
		pos, tok, literal := s.Scan()
		start := in.Offset(pos)
		if tok == token.EOF || start >= offset {
			break
		}
		if tok != token.SEMICOLON && start+len(literal) > offset {
			return "", false
		}
	}
	rest := content[offset:]
	return rest[:len(rest)-len(strings.TrimLeft(rest, "\t "))], true
}

func (s *server) edit(uri string, version int, edits []textEdit) *workspaceEdit {
	if s.client.Workspace.WorkspaceEdit.DocumentChanges {
		return &workspaceEdit{DocumentChanges: []documentEdit{{versionedID{uri, &version}, edits}}}
	}
	return &workspaceEdit{Changes: map[string][]textEdit{uri: edits}}
}

// resolve plans the fix that an action stands for. What it makes of the file compiles, in all builds of its folder.
func (s *server) resolve(ctx context.Context, a codeAction) (codeAction, error) {
	if a.Data == nil {
		return a, nil
	}
	file := fileOf(a.Data.URI)
	s.mu.Lock()
	d := s.documents[file]
	if d == nil {
		s.mu.Unlock()
		return a, failure(ctx, errors.New("the file is not open"))
	}
	was := *d
	m, _ := s.moduleOf(file)
	q := Query{Dir: m.dir, Patterns: []string{m.pattern(filepath.Dir(file))}, Overlay: s.overlay()}
	q.Fix = &Wanted{file, a.Data.Rule, a.Data.Message, a.Data.Line}
	s.mu.Unlock()
	answer, err := s.tool.Check(ctx, q, nil)
	switch {
	case err != nil:
		return a, failure(ctx, err)
	case answer.Refused != "":
		return a, failure(ctx, errors.New("not fixed: "+answer.Refused))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if now := s.documents[file]; now == nil || now.text != was.text {
		return a, jrpc2.Errorf(contentModified, "the file changed meanwhile")
	}
	in := newText(was.text, s.utf8)
	var edits []textEdit
	for _, e := range udiff.Strings(was.text, answer.Fixed) {
		edits = append(edits, textEdit{span{in.at(was.text, e.Start), in.at(was.text, e.End)}, e.New})
	}
	a.Edit = s.edit(was.uri, was.version, edits)
	return a, nil
}

// executeCommand moves a prompt into a file. It writes to the disk, since an editor may add a line break to the text, which
// would change it; so what is open has to be saved before.
func (s *server) executeCommand(ctx context.Context, p command) (any, error) {
	var about subject
	if p.Command != extractCommand || len(p.Arguments) != 1 || json.Unmarshal(p.Arguments[0], &about) != nil {
		return nil, jrpc2.Errorf(jrpc2.InvalidParams, "there is no such command: %s", cmp.Or(p.Command, "none"))
	}
	file := fileOf(about.URI)
	s.mu.Lock()
	m, _ := s.moduleOf(file)
	for name, d := range s.documents {
		if filepath.Dir(name) == filepath.Dir(file) && edited(name, d.text) {
			s.mu.Unlock()
			return nil, failure(ctx, fmt.Errorf("save %s first", filepath.Base(name)))
		}
	}
	s.mu.Unlock()
	said, err := s.tool.Extract(ctx, m.dir, file, about.Line)
	if err != nil {
		return nil, failure(ctx, err)
	}
	_ = s.rpc.Notify(ctx, "window/showMessage", messageParams{isInfo, said})
	s.mu.Lock()
	defer s.mu.Unlock()
	m.want("", true, 0)
	return nil, nil
}

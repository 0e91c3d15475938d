package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

// A fake tool finds each line that has the word bad, in the files of its module and in what an editor holds. A text with the word
// broken cannot be checked, and a query that has the word wait lasts until it is cancelled.
type fake struct {
	mu        sync.Mutex
	queries   []Query
	cancelled int
}

func (t *fake) Check(ctx context.Context, q Query, progress func(what string, done, total int)) (*Answer, error) {
	t.mu.Lock()
	t.queries = append(t.queries, q)
	t.mu.Unlock()
	a := &Answer{}
	files, _ := filepath.Glob(filepath.Join(q.Dir, "*.go"))
	for _, file := range files {
		data, _ := os.ReadFile(file)
		content := string(data)
		if text, ok := q.Overlay[file]; ok {
			content = text
		}
		switch {
		case strings.Contains(content, "wait"):
			<-ctx.Done()
			t.mu.Lock()
			t.cancelled++
			t.mu.Unlock()
			return nil, ctx.Err()
		case strings.Contains(content, "hopeless"):
			return nil, errors.New("no go.mod")
		case strings.Contains(content, "broken"):
			a.Failures = append(a.Failures, Failure{q.Dir, "does not compile"})
			continue
		}
		for i, line := range strings.Split(content, "\n") {
			column := strings.Index(line, "bad")
			if column < 0 {
				continue
			}
			at := func(c int) token.Position { return token.Position{Filename: file, Line: i + 1, Column: c} }
			a.Findings = append(a.Findings, finding.Finding{
				Rule: "hardcodedprompt", Quote: principles.All()[0], Severity: analyzers.Warning, URL: "https://example.com/rule",
				Pos: at(column + 1), End: at(column + 4), Message: "this is *bad*",
				Trace: []finding.Step{{Pos: at(1), End: at(2), Message: "starts here"}},
				Fix:   &finding.Fix{Message: "Make it good", Edits: []finding.Edit{{File: file}}},
			})
		}
		if q.Fix != nil {
			a.Fixed = strings.Replace(content, "bad", "fix", 1)
			if strings.Contains(content, "stubborn") {
				a.Refused = "it would not compile"
			}
		}
	}
	if progress != nil {
		progress("analysing", 1, 2)
		progress("analysing", 2, 2)
	}
	return a, nil
}

func (t *fake) Extract(_ context.Context, dir, file string, line int) (string, error) {
	if line != 3 {
		return "", errors.New("not moved: it is part of a case")
	}
	return "moved", nil
}

func (t *fake) seen() []Query {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.queries)
}

// A client speaks the protocol with a server over pipes.
type client struct {
	*jrpc2.Client
	t    *testing.T
	tool *fake
	dir  string
	told chan notification
	left chan error
}

type notification struct {
	method string
	params json.RawMessage
}

const full = `{"capabilities": {
	"window": {"workDoneProgress": true},
	"workspace": {"workspaceEdit": {"documentChanges": true}, "didChangeWatchedFiles": {"dynamicRegistration": true}},
	"textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}}}`

func connect(t *testing.T, capabilities string, files map[string]string) *client {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files["go.mod"] = "module m\n"
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	c := &client{t: t, tool: new(fake), dir: dir, told: make(chan notification, 1000), left: make(chan error, 1)}
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	go func() { c.left <- Serve(context.Background(), in, out, c.tool) }()
	note := func(r *jrpc2.Request) {
		n := notification{method: r.Method()}
		_ = r.UnmarshalParams(&n.params)
		c.told <- n
	}
	c.Client = jrpc2.NewClient(channel.LSP(fromServer, toServer), &jrpc2.ClientOptions{
		OnNotify:   note,
		OnCallback: func(_ context.Context, r *jrpc2.Request) (any, error) { note(r); return nil, nil },
	})
	t.Cleanup(func() { c.Close(); in.Close() })
	c.call("initialize", json.RawMessage(capabilities), nil)
	c.notify("initialized", struct{}{})
	return c
}

func (c *client) call(method string, params, result any) {
	c.t.Helper()
	if err := c.try(method, params, result); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

func (c *client) try(method string, params, result any) error {
	rsp, err := c.Call(c.t.Context(), method, params)
	if err == nil && result != nil {
		err = rsp.UnmarshalResult(result)
	}
	return err
}

func (c *client) notify(method string, params any) {
	c.t.Helper()
	if err := c.Notify(c.t.Context(), method, params); err != nil {
		c.t.Fatal(err)
	}
}

type object map[string]any

func (c *client) uri(name string) string { return uriOf(filepath.Join(c.dir, name)) }

func (c *client) open(name, text string) {
	c.notify("textDocument/didOpen", object{"textDocument": object{"uri": c.uri(name), "version": 1, "text": text, "languageId": "go"}})
}

func (c *client) change(name, text string, version int) {
	c.notify("textDocument/didChange", object{"textDocument": object{"uri": c.uri(name), "version": version}, "contentChanges": []object{{"text": text}}})
}

func (c *client) save(name, text string) {
	if err := os.WriteFile(filepath.Join(c.dir, name), []byte(text), 0o666); err != nil {
		c.t.Fatal(err)
	}
	c.notify("textDocument/didSave", object{"textDocument": object{"uri": c.uri(name)}})
}

// await waits for a notification and returns its parameters.
func (c *client) await(method string, into any) {
	c.t.Helper()
	for {
		select {
		case n := <-c.told:
			if n.method != method {
				continue
			}
			if err := json.Unmarshal(n.params, into); err != nil {
				c.t.Fatal(err)
			}
			return
		case <-time.After(time.Minute):
			c.t.Fatalf("no %s", method)
		}
	}
}

// lines awaits the diagnostics of a file and returns the lines that they are on.
func (c *client) lines(name string) (lines []int) {
	c.t.Helper()
	var p publishParams
	c.await("textDocument/publishDiagnostics", &p)
	if p.URI != c.uri(name) {
		c.t.Fatalf("diagnostics of %s, not %s", p.URI, name)
	}
	for _, d := range p.Diagnostics {
		lines = append(lines, d.Range.Start.Line)
	}
	return lines
}

func (c *client) wantLines(name string, want ...int) {
	c.t.Helper()
	if got := c.lines(name); !slices.Equal(got, want) {
		c.t.Fatalf("findings on lines %v, want %v", got, want)
	}
}

// What is on disk is shown when a file is opened, what is written when it is written, and what is gone goes.
func TestDiagnostics(t *testing.T) {
	text := "package m\n\nvar é = \"é🎉 bad\"\n"
	c := connect(t, full, map[string]string{"a.go": text})
	c.open("a.go", text)
	var p publishParams
	c.await("textDocument/publishDiagnostics", &p)
	version := 1
	want := publishParams{c.uri("a.go"), &version, []diagnostic{{
		Range: span{position{2, 13}, position{2, 16}}, Severity: isWarning, Code: "hardcodedprompt",
		CodeDescription: &codeDescription{"https://example.com/rule"}, Source: "zahariacheck",
		Message:            "this is *bad* — " + principles.All()[0].Citation(),
		RelatedInformation: []related{{location{c.uri("a.go"), span{position{2, 0}, position{2, 1}}}, "starts here"}},
	}}}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Fatal(diff)
	}
	c.change("a.go", text+"// bad\n", 2)
	c.wantLines("a.go", 2, 3)
	c.change("a.go", "package m\n", 3)
	c.wantLines("a.go")
	c.notify("textDocument/didClose", object{"textDocument": object{"uri": c.uri("a.go")}}) // what was written is lost
	c.wantLines("a.go", 2)
	if err := os.Remove(filepath.Join(c.dir, "a.go")); err != nil {
		t.Fatal(err)
	}
	c.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": c.uri("a.go"), "type": 3}}})
	c.wantLines("a.go")
}

// A client that counts bytes gets bytes.
func TestBytes(t *testing.T) {
	text := "package m\n\nvar é = \"é🎉 bad\"\n"
	c := connect(t, `{"capabilities": {"general": {"positionEncodings": ["utf-8", "utf-16"]}}}`, map[string]string{"a.go": text})
	c.open("a.go", text)
	var p publishParams
	c.await("textDocument/publishDiagnostics", &p)
	if got := p.Diagnostics[0].Range.Start.Character; got != strings.Index("var é = \"é🎉 bad\"", "bad") {
		t.Errorf("column %d", got)
	}
}

type logged messageParams

// Code that cannot be checked leaves what was found where it was, and says so in the log; nor does it stop the server.
func TestBroken(t *testing.T) {
	c := connect(t, full, map[string]string{"a.go": "package m // bad\n"})
	c.open("a.go", "package m // bad\n")
	c.wantLines("a.go", 0)
	var m messageParams
	for i, want := range []struct {
		text string
		logged
	}{{"broken", logged{isWarning, "does not compile"}}, {"hopeless", logged{isError, "no go.mod"}}} {
		c.change("a.go", want.text, i+2)
		for m.Message != want.Message { // a check of the module may say what one of the package has said
			c.await("window/logMessage", &m)
		}
		if m != messageParams(want.logged) {
			t.Errorf("%+v", m)
		}
	}
	c.change("a.go", "package m\n\n// bad\n", 9)
	c.wantLines("a.go", 2)
	c.open("b.txt", "bad")
	c.notify("textDocument/didOpen", object{"textDocument": object{"uri": "untitled:x", "text": "bad"}})
	c.notify("textDocument/didOpen", object{"textDocument": 1})
	c.change("never-opened.go", "bad", 1)
	if err := c.try("no/such", struct{}{}, nil); err == nil {
		t.Error("a request that is not known was answered")
	}
	c.change("a.go", "package m\n", 10)
	c.wantLines("a.go")
}

// A check that is out of date is ended, and what it was for is done all the same.
func TestCancel(t *testing.T) {
	c := connect(t, full, map[string]string{"a.go": "wait\n"})
	c.open("a.go", "wait\n")
	for len(c.tool.seen()) == 0 {
		time.Sleep(time.Millisecond)
	}
	c.save("a.go", "package m // bad\n")
	c.change("a.go", "package m // bad\n", 2)
	c.wantLines("a.go", 0)
	var p progressParams
	for p.Token == "" || p.Value.(map[string]any)["kind"] != "end" {
		c.await("$/progress", &p)
	}
	if c.tool.cancelled == 0 {
		t.Error("nothing was cancelled")
	}
	if all := c.tool.seen(); !slices.Equal(all[len(all)-1].Patterns, []string{"./..."}) {
		t.Errorf("the module was not checked: %v", all)
	}
}

// A request that the client gives up ends the check that it waits for.
func TestCancelRequest(t *testing.T) {
	c := connect(t, full, map[string]string{"a.go": "package m // bad\n"})
	c.open("a.go", "package m // bad\n")
	c.wantLines("a.go", 0)
	actions := c.actions("a.go", 0)
	c.change("a.go", "package m // bad wait\n", 2)
	ctx, cancel := context.WithCancel(t.Context())
	before := len(c.tool.seen())
	done := make(chan error)
	go func() {
		_, err := c.Call(ctx, "codeAction/resolve", actions[0])
		done <- err
	}()
	for len(c.tool.seen()) == before {
		time.Sleep(time.Millisecond)
	}
	c.notify("$/cancelRequest", object{"id": 3}) // behind initialize and codeAction
	if err := <-done; err == nil || !strings.Contains(err.Error(), "cancelled") {
		t.Errorf("%v", err)
	}
	cancel()
}

func (c *client) actions(name string, line int) (all []codeAction) {
	c.t.Helper()
	c.call("textDocument/codeAction", object{
		"textDocument": object{"uri": c.uri(name)}, "context": object{"diagnostics": []any{}}, "range": span{position{line, 0}, position{line, 99}},
	}, &all)
	return all
}

func TestActions(t *testing.T) {
	text := "package m\n\n\tvar x = \"bad\"\n"
	c := connect(t, full, map[string]string{"a.go": text})
	c.open("a.go", text)
	c.wantLines("a.go", 2)
	if all := c.actions("a.go", 0); len(all) != 0 {
		t.Errorf("where nothing is found there is %v", all)
	}
	all := c.actions("a.go", 2)
	if len(all) != 3 {
		t.Fatalf("%+v", all)
	}
	var resolved codeAction
	c.call("codeAction/resolve", all[0], &resolved)
	version := 1
	want := []documentEdit{{versionedID{c.uri("a.go"), &version}, []textEdit{{span{position{2, 10}, position{2, 13}}, "fix"}}}}
	if diff := cmp.Diff(want, resolved.Edit.DocumentChanges); diff != "" {
		t.Error(diff)
	}
	if q := c.tool.seen(); *q[len(q)-1].Fix != (Wanted{filepath.Join(c.dir, "a.go"), "hardcodedprompt", "this is *bad*", 3}) {
		t.Errorf("%+v", q[len(q)-1].Fix)
	}
	allow := []textEdit{{span{position{2, 0}, position{2, 0}}, "\t//zahariacheck:allow hardcodedprompt \n"}}
	if diff := cmp.Diff(allow, all[2].Edit.DocumentChanges[0].Edits); diff != "" {
		t.Error(diff)
	}
	c.call("workspace/executeCommand", all[1].Command, nil)
	var m messageParams
	if c.await("window/showMessage", &m); m.Message != "moved" {
		t.Errorf("%+v", m)
	}
	c.change("a.go", text+"// new\n", 2)
	if err := c.try("workspace/executeCommand", all[1].Command, nil); err == nil || !strings.Contains(err.Error(), "save a.go first") {
		t.Errorf("%v", err)
	}
	c.change("a.go", "stubborn bad", 3)
	if err := c.try("codeAction/resolve", all[0], nil); err == nil || !strings.Contains(err.Error(), "not fixed: it would not compile") {
		t.Errorf("%v", err)
	}
}

// A client that does not resolve actions gets them whole, without those that are refused.
func TestActionsAtOnce(t *testing.T) {
	c := connect(t, `{"capabilities": {}}`, map[string]string{"a.go": "package m // bad\n"})
	c.open("a.go", "package m // bad\n")
	c.wantLines("a.go", 0)
	all := c.actions("a.go", 0)
	if len(all) != 3 || all[0].Edit.Changes[c.uri("a.go")][0].NewText != "fix" {
		t.Fatalf("%+v", all)
	}
	c.change("a.go", "package m // stubborn bad\n", 2)
	c.wantLines("a.go", 0)
	if all := c.actions("a.go", 0); len(all) != 2 {
		t.Fatalf("%+v", all)
	}
}

func TestHover(t *testing.T) {
	c := connect(t, full, map[string]string{"a.go": "package m // bad\n"})
	c.open("a.go", "package m // bad\n")
	c.wantLines("a.go", 0)
	at := func(character int) (h *hover) {
		c.call("textDocument/hover", object{"textDocument": object{"uri": c.uri("a.go")}, "position": position{0, character}}, &h)
		return h
	}
	if h := at(2); h != nil {
		t.Errorf("%v", h)
	}
	h := at(14)
	for _, want := range []string{`this is \*bad\*`, principles.All()[0].Source, "starts here", "[a.go:1](" + c.uri("a.go") + "#L1)", "(https://example.com/rule)"} {
		if !strings.Contains(h.Contents.Value, want) {
			t.Errorf("%s: no %q", h.Contents.Value, want)
		}
	}
}

// The server ends on request, and reports an end without one.
func TestEnd(t *testing.T) {
	c := connect(t, full, map[string]string{"a.go": "wait\n"})
	c.open("a.go", "wait\n")
	c.call("shutdown", nil, nil)
	c.notify("exit", nil)
	if err := <-c.left; err != nil {
		t.Error(err)
	}
	c = connect(t, full, map[string]string{"a.go": "wait\n"})
	c.Close()
	if err := <-c.left; !errors.Is(err, errNoShutdown) {
		t.Error(err)
	}
}

func TestFreeLine(t *testing.T) {
	text := "package p\n\nvar a = `\n\tin`\n\n/* in\n\t*/ var b = 1\n\t  var c = 1\n"
	for line, want := range map[int]string{0: "", 2: "", 3: "no", 6: "no", 7: "\t  ", 99: "no"} {
		indent, ok := freeLine(text, line)
		if !ok {
			indent = "no"
		}
		if indent != want {
			t.Errorf("line %d: %q, want %q", line, indent, want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, file := range []string{"/a b/c#d?é%.go", "/x/y.go"} {
		if got := fileOf(uriOf(filepath.FromSlash(file))); filepath.ToSlash(got) != file {
			t.Errorf("%q became %q", file, got)
		}
	}
	for _, uri := range []string{"untitled:a.go", "http://x/a.go", "file:a.go", "%", "file:///%ff.go"} {
		if got := fileOf(uri); got != "" {
			t.Errorf("%q is %q", uri, got)
		}
	}
}

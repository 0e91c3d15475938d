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

func (c *client) actions(name string, line int) (all []codeAction) {
	c.t.Helper()
	c.call("textDocument/codeAction", object{
		"textDocument": object{"uri": c.uri(name)}, "context": object{"diagnostics": []any{}}, "range": span{position{line, 0}, position{line, 99}},
	}, &all)
	return all
}

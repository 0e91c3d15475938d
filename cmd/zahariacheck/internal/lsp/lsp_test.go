package lsp

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/principles"
)

const full = `{"capabilities": {
	"window": {"workDoneProgress": true},
	"workspace": {"workspaceEdit": {"documentChanges": true}, "didChangeWatchedFiles": {"dynamicRegistration": true}},
	"textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}}}`

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

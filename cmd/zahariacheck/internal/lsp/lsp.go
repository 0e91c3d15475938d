// Package lsp is a language server, to run beside gopls: it shows findings in editors while code is written, with the quote and
// the trace of each, and offers to fix, to extract and to allow.
//
// The server checks nothing itself. Each check runs in a process of its own, which is killed when its answer would be out of date,
// may crash on the code that it reads, and frees its memory when it ends. It gets the flags of the server, and a file with the
// query and the unsaved contents of open documents.
package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/creachadair/jrpc2/handler"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/buildversion"
)

// A Query is what is to be checked.
type Query struct {
	Dir      string
	Patterns []string
	Overlay  map[string]string // contents of files, by absolute names
	Fix      *Wanted           // if not nil, the one fix to plan
}

// Wanted names a finding: that of a rule with a message, in a file, nearest to a line.
type Wanted struct {
	File, Rule, Message string
	Line                int // from 1
}

// A Tool checks and changes code.
type Tool interface {
	// Check calls progress after each package, unless it is nil. The error is one line.
	Check(ctx context.Context, q Query, progress func(what string, done, total int)) (*Answer, error)
	// Extract moves the prompt at a line of a file below dir into a file, and says what it did or why it did not.
	Extract(ctx context.Context, dir, file string, line int) (said string, err error)
}

// parallel is how many requests are handled at once: one that waits for a check must not delay the one that cancels it.
const parallel = 32

// errNoShutdown is returned by Serve when the input ends and the client has not sent shutdown.
var errNoShutdown = errors.New("the client left without shutdown")

// Serve serves one client until it leaves.
func Serve(ctx context.Context, in io.Reader, out io.WriteCloser, tool Tool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &server{ctx: ctx, tool: tool, documents: map[string]*document{}, modules: map[string]*module{}, slot: make(chan struct{}, 1)}
	s.rpc = jrpc2.NewServer(handler.Map{
		"initialize":                      handler.New(s.initialize),
		"initialized":                     handler.New(s.initialized),
		"shutdown":                        s.shutdown,
		"$/cancelRequest":                 handler.New(s.cancelRequest),
		"textDocument/didOpen":            handler.New(s.didOpen),
		"textDocument/didChange":          handler.New(s.didChange),
		"textDocument/didSave":            handler.New(s.didSave),
		"textDocument/didClose":           handler.New(s.didClose),
		"workspace/didChangeWatchedFiles": handler.New(s.didChangeWatchedFiles),
		"textDocument/hover":              handler.New(s.hover),
		"textDocument/codeAction":         handler.New(s.codeAction),
		"codeAction/resolve":              handler.New(s.resolve),
		"workspace/executeCommand":        handler.New(s.executeCommand),
	}, &jrpc2.ServerOptions{AllowPush: true, Concurrency: parallel, DisableBuiltin: true})
	s.rpc.Start(newStream(ctx, channel.LSP(in, out)))
	err := s.rpc.Wait()
	cancel()
	s.working.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil && !s.down {
		return errNoShutdown
	}
	return err
}

// A server serves one client.
type server struct {
	ctx  context.Context // ends when the client has left
	rpc  *jrpc2.Server
	tool Tool

	client capabilities // set before anything else happens
	utf8   bool         // positions count bytes

	slot    chan struct{} // one check at a time
	working sync.WaitGroup

	mu        sync.Mutex
	down      bool // the client asked to end
	documents map[string]*document
	modules   map[string]*module
	runs      int // that have shown progress
}

func (s *server) initialize(_ context.Context, p initializeParams) (initializeResult, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.client = p.Capabilities
	encoding := "utf-16"
	if s.utf8 = slices.Contains(p.Capabilities.General.PositionEncodings, "utf-8"); s.utf8 {
		encoding = "utf-8"
	}
	return initializeResult{
		Capabilities: serverCapabilities{
			PositionEncoding:       encoding,
			TextDocumentSync:       syncOptions{OpenClose: true, Change: 1, Save: true},
			HoverProvider:          true,
			CodeActionProvider:     codeActionOptions{CodeActionKinds: []string{quickFix, refactorExtract}, ResolveProvider: true},
			ExecuteCommandProvider: commandOptions{Commands: []string{extractCommand}},
		},
		ServerInfo: serverInfo{"zahariacheck", buildversion.Text()},
	}, nil
}

// watched is the glob of the files that findings depend on, whichever program changes them.
const watched = "**/{*.go,go.mod,go.sum,go.work,.zahariacheck.yml,.zahariacheck.baseline.jsonl}"

func (s *server) initialized(context.Context, json.RawMessage) error {
	if !s.client.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return nil
	}
	s.working.Go(func() { // a handler that waits for the client would hold up all else
		_, _ = s.rpc.Callback(s.ctx, "client/registerCapability", registrationParams{[]registration{{
			ID: "watch", Method: "workspace/didChangeWatchedFiles", RegisterOptions: watchOptions{[]watcher{{watched}}},
		}}})
	})
	return nil
}

func (s *server) shutdown(context.Context, *jrpc2.Request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.down = true
	for _, m := range s.modules {
		m.forget()
	}
	return nil, nil
}

func (s *server) cancelRequest(_ context.Context, p struct {
	ID json.RawMessage `json:"id"`
}) error {
	s.rpc.CancelRequest(string(p.ID))
	return nil
}

// log writes a line to the client's log.
func (s *server) log(kind int, text string) {
	_ = s.rpc.Notify(s.ctx, "window/logMessage", messageParams{kind, analyzers.Clean(text, 1024)})
}

// failure is the answer to a request that failed, or was cancelled.
func failure(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return jrpc2.Errorf(requestCancelled, "cancelled")
	}
	return jrpc2.Errorf(requestFailed, "%s", analyzers.Clean(err.Error(), 1024))
}

// isGo reports whether a file is one that may hold findings.
func isGo(file string) bool { return strings.HasSuffix(filepath.Base(file), ".go") }

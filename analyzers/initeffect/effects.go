package initeffect

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// A kind is an effect as a verb phrase for the message.
type kind string

const (
	exits  kind = "ends the process"
	doesIO kind = "does I/O"
	spawns kind = "starts a goroutine"
)

// ioFuncs lists the functions of the standard library that use files, the network or other processes. Reading the
// environment (os.Getenv, os.Stat, os.Hostname) is left out: it is cheap, and packages detect their platform with it.
var ioFuncs = map[string][]string{
	"os": {"Chmod", "Chown", "Create", "CreateTemp", "Mkdir", "MkdirAll", "MkdirTemp", "Open", "OpenFile", "ReadDir",
		"ReadFile", "Remove", "RemoveAll", "Rename", "Symlink", "Truncate", "WriteFile"},
	"io/ioutil":     {"ReadDir", "ReadFile", "TempDir", "TempFile", "WriteFile"},
	"path/filepath": {"Glob", "Walk", "WalkDir"},
	"net": {"Dial", "DialTimeout", "DialContext", "DialTCP", "DialUDP", "DialUnix", "Listen", "ListenPacket", "ListenTCP",
		"ListenUDP", "LookupAddr", "LookupCNAME", "LookupHost", "LookupIP", "LookupTXT", "LookupSRV", "LookupMX"},
	"net/http":     {"Do", "Get", "Head", "ListenAndServe", "ListenAndServeTLS", "Post", "PostForm", "Serve"},
	"os/exec":      {"CombinedOutput", "Output", "Run", "Start"},
	"database/sql": {"Exec", "ExecContext", "Ping", "PingContext", "Query", "QueryContext", "QueryRow", "QueryRowContext"},
}

// nonIOMethods are methods in the packages of ioFuncs that share the name of a function that does I/O.
var nonIOMethods = []string{"(net/http.Header).Get"}

// classify returns the effect of a call of fn, or "". Fatal and its variants are the convention of every Go logger for
// "log, then os.Exit".
func classify(fn *types.Func) kind {
	switch name := fn.FullName(); {
	case fn.Pkg() == nil:
		return ""
	case name == "os.Exit" || name == "syscall.Exit" || slices.Contains([]string{"Fatal", "Fatalf", "Fatalln"}, fn.Name()) && fn.Pkg().Path() != "testing":
		return exits
	case slices.Contains(ioFuncs[fn.Pkg().Path()], fn.Name()) && !slices.Contains(nonIOMethods, name):
		return doesIO
	}
	return ""
}

// An effect is an effect of init, with the calls that lead to it.
type effect struct {
	kind  kind
	what  string
	node  ast.Node
	trace []rule.Step
}

// A walker follows an init function through the functions of its own package and the function literals that it calls.
type walker struct {
	pass    *rule.Pass
	info    *types.Info
	bodies  map[types.Object]*ast.BlockStmt // of functions, and of literals held by local variables
	seen    map[*ast.BlockStmt]bool
	effects []effect
}

// maxCalls bounds the calls between init and an effect: each may be conditional.
const maxCalls = 3

func (w *walker) walk(body *ast.BlockStmt, path []rule.Step) {
	if w.seen[body] || len(path) > maxCalls {
		return
	}
	w.seen[body] = true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			if v := w.info.Types[n.Cond].Value; v != nil && !constant.BoolVal(v) {
				return false // switched off by a constant
			}
		case *ast.FuncLit: // only made here; it runs where it is called
			return false
		case *ast.GoStmt:
			w.add(effect{kind: spawns, what: "a go statement", node: n}, path)
			return false
		case *ast.AssignStmt:
			for i, rhs := range n.Rhs {
				if lit, ok := rhs.(*ast.FuncLit); ok && i < len(n.Lhs) {
					if id, ok := n.Lhs[i].(*ast.Ident); ok {
						w.bodies[w.info.ObjectOf(id)] = lit.Body
					}
				}
			}
		case *ast.CallExpr:
			w.call(n, path)
		}
		return true
	})
}

func (w *walker) call(call *ast.CallExpr, path []rule.Step) {
	if lit, ok := call.Fun.(*ast.FuncLit); ok {
		w.walk(lit.Body, path)
		return
	}
	var obj types.Object
	if id, ok := call.Fun.(*ast.Ident); ok {
		obj = w.info.Uses[id]
	}
	fn := callee(w.info, call)
	if fn != nil {
		if k := classify(fn); k != "" && !w.readsProcFS(call) && !(k == exits && w.exitsOnEmbeddedError(call)) {
			w.add(effect{kind: k, what: strings.NewReplacer("(", "", "*", "", ")", "").Replace(fn.FullName()), node: call}, path)
			return
		}
		obj = fn
	}
	if body := w.bodies[obj]; obj != nil && body != nil {
		w.walk(body, append(path[:len(path):len(path)], rule.Step{Pos: call.Pos(), Message: "init reaches " + obj.Name()}))
	}
}

// readsProcFS reports whether a call names a file below /proc or /sys, such as /proc/self/cgroup.
func (w *walker) readsProcFS(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	name, _ := w.pass.ConstantString(call.Args[0])
	return strings.HasPrefix(name, "/proc/") || strings.HasPrefix(name, "/sys/")
}

func (w *walker) add(e effect, path []rule.Step) {
	e.trace = append(path[:len(path):len(path)], rule.Step{Pos: e.node.Pos(), Message: e.what + " " + string(e.kind)})
	w.effects = append(w.effects, e)
}

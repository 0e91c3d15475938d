package check

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/principles"
)

// marked is the fact that a function's name has the word Marked in it, or that it calls such a function.
type marked struct{ Why string }

func (*marked) AFact() {}

var marks = &analysis.Analyzer{
	Name:       "marks",
	Doc:        "find marked functions",
	FactTypes:  []analysis.Fact{(*marked)(nil)},
	ResultType: reflect.TypeFor[[]call](),
	Run: func(pass *analysis.Pass) (any, error) {
		var calls []call
		for _, f := range pass.Files {
			for _, d := range f.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok {
					continue
				}
				obj := pass.TypesInfo.Defs[fn.Name]
				if strings.Contains(fn.Name.Name, "Marked") {
					pass.ExportObjectFact(obj, &marked{"by name in " + pass.Pkg.Path()})
				}
				ast.Inspect(fn, func(n ast.Node) bool {
					id, ok := n.(*ast.Ident)
					if !ok {
						return true
					}
					var fact marked
					if used := pass.TypesInfo.Uses[id]; used != nil && used.Pkg() != nil && pass.ImportObjectFact(used, &fact) {
						calls = append(calls, call{id, fact})
						pass.ExportObjectFact(obj, &fact)
					}
					return true
				})
			}
		}
		return calls, nil
	},
}

type call struct {
	id   *ast.Ident
	fact marked
}

// toy reports each use of a marked function. It panics on a function called Panic.
var toy = &analyzers.Rule{
	Name:     "toy",
	Cites:    principles.LockIn,
	Requires: []*analysis.Analyzer{marks},
	Run: func(pass *analyzers.Pass) error {
		for _, c := range pass.ResultOf[marks].([]call) {
			pass.Report(analyzers.Finding{Pos: c.id.Pos(), End: c.id.End(), Message: c.id.Name + " is marked " + c.fact.Why})
		}
		if pass.Pkg.Scope().Lookup("Panic") != nil {
			panic("the name is Panic")
		}
		return nil
	},
}

// write writes the files of an archive to a folder.
func write(t *testing.T, archive string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, f.Name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, f.Data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run checks the packages of an archive and returns findings and failures, one a line.
func run(t *testing.T, archive string, patterns ...string) string {
	t.Helper()
	dir := write(t, archive)
	rep, err := Run(t.Context(), Options{Dir: dir, Patterns: patterns, Rules: []*analyzers.Rule{toy}})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range rep.Findings {
		fmt.Fprintf(&out, "%s:%d:%d: %s\n", relative(dir, f.Pos.Filename), f.Pos.Line, f.Pos.Column, f.Message)
	}
	for _, f := range rep.Failures {
		out.WriteString(f.Error() + "\n")
	}
	return out.String()
}

const chain = `
-- go.mod --
module example.com/chain

go 1.24
-- a/a.go --
package a

func IsMarked() {}
-- b/b.go --
package b

import "example.com/chain/a"

func B() { a.IsMarked() }
-- c/c.go --
package c

import (
	"strings"

	"example.com/chain/b"
)

func C() string { b.B(); return strings.ToUpper("c") }
`

func TestFactsFlowThroughPackagesThatAreNotReported(t *testing.T) {
	const b, c = "b/b.go:5:14: IsMarked is marked by name in example.com/chain/a\n", "c/c.go:9:21: B is marked by name in example.com/chain/a\n"
	for patterns, want := range map[string]string{
		"./c":           c,
		"./b":           b,
		"./a":           "",
		"./...":         b + c,
		"./c ./b":       b + c,
		"./c ./nowhere": c + "could not check ./nowhere: stat DIR/nowhere: directory not found\n",
	} {
		got := run(t, chain, strings.Fields(patterns)...)
		if i := strings.Index(got, "stat "); i >= 0 {
			got = got[:i] + "stat DIR/nowhere: directory not found\n"
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", patterns, diff)
		}
	}
}

func TestPanicCostsOneRuleOnOnePackage(t *testing.T) {
	got := run(t, chain+`
-- d/d.go --
package d

func Panic() {}
-- e/e.go --
package e

import (
	"example.com/chain/a"
	"example.com/chain/d"
)

func E() { a.IsMarked(); d.Panic() }
`, "./d", "./e", "./b")
	before, failure, _ := strings.Cut(got, "could not check ")
	if want := "b/b.go:5:14: IsMarked is marked by name in example.com/chain/a\ne/e.go:8:14: IsMarked is marked by name in example.com/chain/a\n"; before != want {
		t.Errorf("findings are\n%s", before)
	}
	if want := "example.com/chain/d: internal error in toy, please report it: the name is Panic (stack "; !strings.HasPrefix(failure, want) || strings.Count(failure, "\n") != 1 {
		t.Errorf("failures are\n%s", failure)
	}
}

func TestBrokenDependency(t *testing.T) {
	got := run(t, chain+`
-- d/d.go --
package d

func D() { undefined() }
-- e/e.go --
package e

import (
	"example.com/chain/a"
	"example.com/chain/d"
)

func E() { a.IsMarked(); d.D() }
`, "./e")
	want := "e/e.go:8:14: IsMarked is marked by name in example.com/chain/a\n" +
		"could not check example.com/chain/d: does not compile: d/d.go:3:12: undefined: undefined\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestStoppedWhileARuleRuns(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module example.com/stopped\n\ngo 1.24\n", "p.go": "package p\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	why := errors.New("stopped")
	ctx, cancel := context.WithCancelCause(t.Context())
	ended := make(chan bool)
	endless := &analyzers.Rule{Name: "endless", Doc: "# endless\n\nRuns until the test ends.\n", Cites: principles.AgentBricks, Run: func(*analyzers.Pass) error {
		cancel(why)
		<-ended
		return nil
	}}
	_, err := Run(ctx, Options{Dir: dir, Patterns: []string{"."}, Rules: []*analyzers.Rule{endless}})
	close(ended)
	if !errors.Is(err, why) {
		t.Errorf("error is %v, want %v", err, why)
	}
}

// What works on strangers' code is bounded in time and memory, with all that it starts.
func TestLimits(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the memory of a program cannot be bounded everywhere")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	for script, want := range map[string]string{
		"sleep 600 &\nwait\n": "the go command took longer than 100ms on this code and was ended",
		// Sort keeps in memory a line that never ends.
		"sort /dev/zero 2>&1 | sed s/exhausted/'cannot allocate memory'/ >&2; exit 2\n": "the go command needed more than 1024 MB of memory",
	} {
		if err := os.WriteFile(filepath.Join(dir, "go"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
			t.Fatal(err)
		}
		l := Limits{Memory: 1 << 30}
		if strings.Contains(script, "sleep") {
			l.Time = 100 * time.Millisecond
		}
		if _, err := Run(t.Context(), Options{Dir: dir, Patterns: []string{"."}, Limits: l}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v", script, err)
		}
	}
}

func TestStoppedWhileTheGoCommandRuns(t *testing.T) {
	dir := t.TempDir()
	pid := filepath.Join(dir, "pid")
	slow := "#!/bin/sh\nsleep 60 &\necho $! >" + pid + "\nwait\n"
	if err := os.WriteFile(filepath.Join(dir, "go"), []byte(slow), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	why := errors.New("stopped")
	ctx, cancel := context.WithCancelCause(t.Context())
	time.AfterFunc(200*time.Millisecond, func() { cancel(why) })
	begun := time.Now()
	if _, err := Run(ctx, Options{Dir: dir, Patterns: []string{"."}}); !errors.Is(err, why) {
		t.Errorf("error is %v, want %v", err, why)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
	child, err := os.ReadFile(pid)
	if err != nil {
		t.Fatal(err)
	}
	deadline := time.Now().Add(5 * time.Second)
	for alive(strings.TrimSpace(string(child))) {
		if time.Now().After(deadline) {
			t.Fatal("a child of the go command lives on")
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// alive reports whether a process of that id runs, which it can say on Linux only.
func alive(pid string) bool {
	stat, err := os.ReadFile("/proc/" + pid + "/stat")
	return err == nil && !strings.Contains(string(stat), ") Z ")
}

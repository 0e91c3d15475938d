// Package flowtest tests package flow on small programs: which of their literals are found behind the calls of sink.
//
// A program is one file below testdata. Its first words tell what must become of a literal:
//
//	"flows …"    some sink is found to get it, and the way to it is sure
//	"perhaps …"  some sink is found to get it, and the way leads through an object that could not be told from others
//	"stays …"    no sink gets it
//
// Returns of methods called Run are barriers.
package flowtest

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// alone is a world of which only the package itself is known, and what keeps tells, if that is not nil.
type alone struct {
	pkg   *types.Package
	keeps func(*types.Func, int) []string
}

func (alone) ParamsToResult(*types.Func, int) ([]flow.ParamFlow, bool) { return nil, false }
func (alone) FieldsToResult(*types.Func, int) []string                 { return nil }
func (alone) CarriesField(string) bool                                 { return true }
func (alone) PartsTo(*types.Func, flow.Sel, string) ([]flow.Part, bool) {
	return nil, false
}

// ParamToFields reads the table keeps.
func (w alone) ParamToFields(fn *types.Func, param int) []string {
	if w.keeps == nil {
		return nil
	}
	return w.keeps(fn, param)
}

// Library knows what the programs use of the standard library.
func (alone) Library(fn *types.Func) ([]flow.Transfer, bool) {
	arg := func(from int, to flow.Slot, kind flow.Kind) flow.Transfer {
		return flow.Transfer{From: flow.Slot{Index: from}, To: to, Kind: kind}
	}
	result := flow.Slot{Result: true}
	switch fn.FullName() {
	case "fmt.Sprintf":
		return []flow.Transfer{arg(0, result, flow.Copy), arg(1, result, flow.Filled)}, true
	case "strings.TrimSpace", "(*strings.Builder).String", "strings.Join":
		return []flow.Transfer{arg(0, result, flow.Copy)}, true
	case "(*text/template.Template).Execute":
		return []flow.Transfer{arg(2, flow.Slot{Index: 1}, flow.Filled)}, true
	case "(*strings.Builder).WriteString":
		return []flow.Transfer{arg(1, flow.Slot{Index: 0}, flow.Copy)}, true
	}
	return nil, flow.Standard(fn.Pkg().Path())
}

func (w alone) InModule(pkg *types.Package) bool { return pkg == w.pkg }

// load builds the program of one file, or of src if that is not nil.
func load(t *testing.T, file string, src any, keeps func(*types.Func, int) []string) *flow.Program {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: std, GoVersion: "go1.26"}
	pkg, err := conf.Check("example.test/main", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info}
	return flow.Build(pass, alone{pkg, keeps}, func(string) bool { return false })
}

var std = importer.Default()

// sinks lists what the calls of sink are given, in the order of the source.
func sinks(p *flow.Program) []flow.Loc {
	var out []flow.Loc
	for _, fn := range p.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(ssa.CallInstruction); ok {
					if callee := flow.FuncObject(call.Common()); callee != nil && callee.Name() == "sink" {
						out = append(out, flow.Loc{Value: call.Common().Args[0]})
					}
				}
			}
		}
	}
	return out
}

// found walks back from the starts, and returns the literals met, each with whether the way to it is sure.
func found(t *testing.T, p *flow.Program, starts []flow.Loc) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	complete := p.Follow(flow.Query{
		Starts: starts,
		Barrier: flow.NewBarrier(func(e flow.Edge, _ bool) bool {
			return e.Kind == flow.Return && e.Instr != nil && e.Instr.Parent().Name() == "Run"
		}),
		Visit: func(at flow.Visit) bool {
			if text, ok := p.String(at.Loc.Value); ok && at.Loc.Path == nil {
				out[text] = out[text] || !at.Unsure
			}
			return true
		},
		Limit: 20_000,
	})
	if !complete {
		t.Error("the walk was cut")
	}
	return out
}

func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".go"), func(t *testing.T) {
			p := load(t, file, nil, nil)
			starts := sinks(p)
			got := found(t, p, starts)
			told := 0
			for _, text := range literals(p) {
				sure, reached := got[text]
				kind, _, _ := strings.Cut(text, " ")
				told++
				switch {
				case kind == "flows" && !reached, kind == "perhaps" && !reached:
					t.Errorf("%q is not found", text)
				case kind == "flows" && !sure:
					t.Errorf("%q is found, but the way is not sure", text)
				case kind == "perhaps" && sure:
					t.Errorf("%q is found as if the way were sure", text)
				case kind == "stays" && reached:
					t.Errorf("%q reaches no sink, but is found", text)
				case kind != "flows" && kind != "perhaps" && kind != "stays":
					told--
				}
			}
			if told == 0 {
				t.Error("the program has no literal with an expectation")
			}
			// What is asked before must not change what is found.
			p = load(t, file, nil, nil)
			starts = sinks(p)
			slices.Reverse(starts)
			apart := map[string]bool{}
			for _, s := range starts {
				for text, sure := range found(t, p, []flow.Loc{s}) {
					apart[text] = apart[text] || sure
				}
			}
			if !maps.Equal(got, apart) {
				t.Errorf("all sinks together: %v, one by one from the last: %v", got, apart)
			}
		})
	}
}

// literals lists the string constants of a program.
func literals(p *flow.Program) []string {
	var out []string
	for e := range p.Info.Types {
		if lit, ok := e.(*ast.BasicLit); ok {
			if text, ok := p.ConstantString(lit); ok {
				out = append(out, text)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A world may answer some walks only. What one was not told, the next is.
func TestKeepersAreAskedByEachWalk(t *testing.T) {
	const src = `package main

import "net/url"

func sink(string) {}

func main() {
	u, _ := url.Parse("flows into a field of another package")
	sink(u.Opaque)
}
`
	answers := false
	p := load(t, "main.go", src, func(fn *types.Func, param int) []string {
		if answers && fn.FullName() == "net/url.Parse" && param == 0 {
			return []string{"net/url.URL.Opaque"}
		}
		return nil
	})
	if got := found(t, p, sinks(p)); len(got) != 0 {
		t.Errorf("found %v before anything was told", got)
	}
	answers = true
	if got := found(t, p, sinks(p)); len(got) != 1 {
		t.Errorf("found %v after the field was told", got)
	}
}

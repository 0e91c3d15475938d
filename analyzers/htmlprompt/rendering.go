package htmlprompt

import (
	"fmt"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// rendering finds the functions that return text rendered by html/template. Their package seldom knows what the text is for, so
// it exports them as a fact for the packages that do.
var rendering = &analysis.Analyzer{
	Name:       "zcrendering",
	Doc:        "find functions that return text rendered by html/template",
	Requires:   []*analysis.Analyzer{llm.Analyzer},
	FactTypes:  []analysis.Fact{new(rendered)},
	ResultType: reflect.TypeFor[func(*types.Func) bool](),
	Run: func(pass *analysis.Pass) (any, error) {
		known := map[*types.Package]*rendered{}
		renders := func(fn *types.Func) bool {
			pkg := fn.Pkg()
			if pkg == nil || pkg == pass.Pkg {
				return false
			}
			if known[pkg] == nil {
				known[pkg] = new(rendered)
				pass.ImportPackageFact(pkg, known[pkg])
			}
			return slices.Contains(known[pkg].Funcs, fn.Origin().FullName())
		}
		var mine rendered
		if info := pass.ResultOf[llm.Analyzer].(*llm.Info); info.InModule() && usesRendered(pass.TypesInfo, renders) {
			for _, fn := range info.Program().Funcs {
				if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() && givesRendered(info.Program(), fn, renders) {
					mine.Funcs = append(mine.Funcs, obj.FullName())
				}
			}
			slices.Sort(mine.Funcs)
		}
		pass.ExportPackageFact(&mine)
		return renders, nil
	},
}

// usesRendered reports whether a package names a function that renders by html/template, or one that returns text that others rendered.
func usesRendered(info *types.Info, renders func(*types.Func) bool) bool {
	seen := map[types.Object]bool{}
	for _, obj := range info.Uses {
		if fn, ok := obj.(*types.Func); ok && !seen[obj] {
			seen[obj] = true
			if executes(fn) || renders(fn) {
				return true
			}
		}
	}
	return false
}

// rendered is the fact which functions of a package return text that html/template has rendered.
type rendered struct{ Funcs []string }

func (*rendered) AFact()           {}
func (r *rendered) String() string { return fmt.Sprint("renders HTML: ", r.Funcs) }

// renderedWidth bounds the places looked at for one function.
const renderedWidth = 3000

// givesRendered reports whether a result of fn is made of what html/template, or a function known to use it, has rendered.
func givesRendered(program *flow.Program, fn *ssa.Function, renders func(*types.Func) bool) bool {
	var starts []flow.Loc
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			for _, r := range ret.Results {
				if program.CarriesText(r.Type()) {
					starts = append(starts, flow.Loc{Value: r})
				}
			}
		}
	}
	found := false
	rendered := func(in ssa.Instruction) bool {
		call, ok := in.(*ssa.Call)
		if !ok {
			return false
		}
		callee := flow.FuncObject(call.Common())
		return callee != nil && (executes(callee) && mayHoldMarkup(call.Call.Args[len(call.Call.Args)-1]) || renders(callee))
	}
	program.Follow(flow.Query{Starts: starts, NoCallers: true, Limit: renderedWidth, Visit: func(at flow.Visit) bool {
		in, _ := at.Loc.Value.(ssa.Instruction)
		if e, ok := at.Loc.Value.(*ssa.Extract); ok {
			in, _ = e.Tuple.(ssa.Instruction)
		}
		found = found || rendered(at.Edge.Instr) || rendered(in)
		return !found && at.Loc.Key == "" // what others keep in a field is not this function's doing
	}})
	return found
}

// mayHoldMarkup reports whether data can have text in it that html/template escapes.
func mayHoldMarkup(data ssa.Value) bool {
	if c, ok := data.(*ssa.Const); ok && c.IsNil() {
		return false
	}
	return holdsText(ssax.Unboxed(data).Type())
}

func holdsText(t types.Type) bool {
	found := false
	typex.Walk(t, func(t types.Type) []types.Type {
		if n, ok := types.Unalias(t).(*types.Named); ok {
			if n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "html/template" {
				return nil // such as HTML: it is let through as it is
			}
			if n.NumMethods() > 0 {
				found = true // a template can call them
				return nil
			}
		}
		switch u := t.Underlying().(type) {
		case *types.Basic:
			found = found || u.Info()&types.IsString != 0
		case *types.Pointer, *types.Slice, *types.Array, *types.Map:
			return typex.Elems(t)
		case *types.Struct:
			return typex.ExportedFields(u)
		default:
			found = true
		}
		return nil
	})
	return found
}

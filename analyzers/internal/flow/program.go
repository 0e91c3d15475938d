// Package flow follows text through a Go package, backwards: from the place where a value is used to the constants,
// parameters, fields and calls that it is made of.
//
// It works on go/ssa, on demand, one package at a time. What crosses a package boundary is named by a string key
// (see keys.go) and the code of a path, so that a driver can carry it from package to package in a fact. A place is a
// value and a path of fields and map keys from there (see path.go); all elements of a slice, array or channel are one
// place. Where an object is unknown, the field in all objects of its type stands for the object's field. Calls are
// matched with returns: text that a helper returns is not confused with the text of its other callers.
package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A Program is one package in SSA form, with the indexes that following a value backwards needs.
type Program struct {
	Fset  *token.FileSet
	Info  *types.Info // the real one, with real constants
	Types *types.Package
	SSA   *ssa.Package
	Funcs []*ssa.Function // with a body, function literals and init included, in the order of the source

	Oversize []Oversize // code too large to follow, not in Funcs

	exprs  []ast.Expr // what the tags name
	consts *astx.Constants
	index  index

	paths     map[pathKey]*Path
	selectors map[string]Sel // memo of PathOf
	keys      map[fieldOf]string
	fields    map[string]*field // by key
	parts     map[partOf]bool
	records   map[types.Type]bool // memo of IsRecord
	steps     map[Loc][]step
	summaries map[port]*summary
	worklist  []*summary // that have unvisited places
	privates  map[ssa.Value]bool
	tables    map[*ssa.Global]map[int64]ssa.Value // see element
	world     World
	named     *namedTypes
}

// A World supplies what the package itself cannot show: what functions of other packages do with text.
type World interface {
	// Library returns the transfers of fn, which has no body here, according to the models of libraries; known is false for a
	// function without a model. A modelled function transfers nothing else.
	Library(fn *types.Func) (transfers []Transfer, known bool)
	// ParamsToResult returns the arguments that flow to a result of fn, which has no body here; ok reports whether anything is known
	// about fn.
	ParamsToResult(fn *types.Func, result int) (args []ParamFlow, ok bool)
	// FieldsToResult returns the keys of the fields whose text fn, which has no body here, returns as that result.
	FieldsToResult(fn *types.Func, result int) []string
	// ParamToFields returns the keys of the fields in which fn, which has no body here, stores that parameter (receiver not counted).
	ParamToFields(fn *types.Func, param int) []string
	// PartsTo returns the parts of the arguments that fn, which has no body here, moves to a part of a result or of a parameter; path
	// is the code of the path to it. Closed reports whether nothing else can be there.
	PartsTo(fn *types.Func, to Sel, path string) (from []Part, closed bool)
	// CarriesField reports whether a field of a struct of another module is part of its text.
	CarriesField(field string) bool
	// InModule reports whether a package is part of the code under check.
	InModule(pkg *types.Package) bool
}

// Build makes the SSA form of a package. Functions in files for which skip returns true are not followed: drivers differ in
// whether they see a package together with its tests, and what a test passes must not change findings in the package.
func Build(pass *analysis.Pass, world World, skip func(file string) bool) *Program {
	info, exprs := tagConstants(pass.TypesInfo, pass.Files)
	prog := ssa.NewProgram(pass.Fset, 0)
	for _, p := range pass.Pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	files, order, skipped := withinBudget(pass.TypesInfo, pass.Files)
	info.InitOrder = order
	pkg := prog.CreatePackage(pass.Pkg, files, info, false)
	pkg.Build()
	p := &Program{
		Fset: pass.Fset, Info: pass.TypesInfo, Types: pass.Pkg, SSA: pkg,
		exprs: exprs, consts: astx.NewConstants(pass.TypesInfo, pass.Files),
		paths: map[pathKey]*Path{}, selectors: map[string]Sel{}, keys: map[fieldOf]string{}, fields: map[string]*field{}, parts: map[partOf]bool{}, records: map[types.Type]bool{},
		steps: map[Loc][]step{}, summaries: map[port]*summary{},
		privates: map[ssa.Value]bool{}, tables: map[*ssa.Global]map[int64]ssa.Value{}, world: world, Oversize: skipped,
	}
	p.Funcs = functions(pkg, pass, skip)
	p.buildIndex()
	return p
}

// functions lists the functions of a package that have a body: its initialisation, then the declared ones in source
// order, each followed by its function literals.
func functions(pkg *ssa.Package, pass *analysis.Pass, skip func(file string) bool) []*ssa.Function {
	var out []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || fn.Blocks == nil {
			return
		}
		out = append(out, fn)
		for _, lit := range fn.AnonFuncs {
			add(lit)
		}
	}
	add(pkg.Func("init"))
	for _, f := range pass.Files {
		if skip(pass.Fset.PositionFor(f.FileStart, false).Filename) {
			continue
		}
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				if obj, ok := pass.TypesInfo.Defs[d.Name].(*types.Func); ok {
					add(pkg.Prog.FuncValue(obj))
				}
			}
		}
	}
	return out
}

// index maps a value or a key to where the package writes or calls it.
type index struct {
	fields   map[string][]ssa.Value            // addresses of a field, and values it is read from
	globals  map[*ssa.Global][]ssa.Instruction // what names a package variable
	callers  map[*ssa.Function][]ssa.CallInstruction
	imported map[string][]*ssa.Function       // functions of other packages that are called here, by package
	invokes  map[string][]ssa.CallInstruction // calls of an interface method, by full name
	closures map[*ssa.Function][]*ssa.MakeClosure
	bound    map[*ssa.Function][]*ssa.MakeClosure // method values, by method
	dynamic  []ssa.CallInstruction
	targets  map[ssa.CallInstruction][]*ssa.Function // of dynamic calls
	sites    map[*ssa.Function][]ssa.CallInstruction // dynamic calls that may reach a function
}

func (p *Program) buildIndex() {
	x := index{
		fields: map[string][]ssa.Value{}, globals: map[*ssa.Global][]ssa.Instruction{},
		callers: map[*ssa.Function][]ssa.CallInstruction{}, imported: map[string][]*ssa.Function{}, invokes: map[string][]ssa.CallInstruction{},
		closures: map[*ssa.Function][]*ssa.MakeClosure{}, bound: map[*ssa.Function][]*ssa.MakeClosure{}, targets: map[ssa.CallInstruction][]*ssa.Function{},
		sites: map[*ssa.Function][]ssa.CallInstruction{},
	}
	var operands [8]*ssa.Value
	for _, fn := range p.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case *ssa.FieldAddr:
					key := p.key(in.X.Type(), in.Field)
					x.fields[key] = append(x.fields[key], in)
				case *ssa.MakeClosure:
					if f, ok := in.Fn.(*ssa.Function); ok {
						x.closures[f] = append(x.closures[f], in)
						if isBound(f) {
							x.bound[declaration(f)] = append(x.bound[declaration(f)], in)
						}
					}
				case ssa.CallInstruction:
					x.addCall(in)
				}
				for _, op := range in.Operands(operands[:0]) {
					if g, ok := (*op).(*ssa.Global); ok {
						x.globals[g] = append(x.globals[g], in)
					}
				}
			}
		}
	}
	p.index = x
	p.resolve()
}

func (x *index) addCall(call ssa.CallInstruction) {
	c := call.Common()
	if c.IsInvoke() {
		key := c.Method.Origin().FullName()
		x.invokes[key] = append(x.invokes[key], call)
		return
	}
	if f := Callee(c); f != nil {
		if obj := FuncObject(c); f.Blocks == nil && obj != nil && obj.Pkg() != nil && x.callers[f] == nil {
			x.imported[obj.Pkg().Path()] = append(x.imported[obj.Pkg().Path()], f)
		}
		x.callers[f] = append(x.callers[f], call)
	} else if _, builtin := c.Value.(*ssa.Builtin); !builtin {
		x.dynamic = append(x.dynamic, call)
	}
}

// FieldKeys returns the keys of the fields that the package names, sorted.
func (p *Program) FieldKeys() []string { return slices.Sorted(maps.Keys(p.index.fields)) }

// StoredInField returns the values that the package stores in a field, named by its key.
func (p *Program) StoredInField(key string) (out []ssa.Value) {
	for _, addr := range p.index.fields[key] {
		out = append(out, StoredValues(addr)...)
	}
	return out
}

// CallsModule reports whether the callee of a call belongs to the code under check.
func (p *Program) CallsModule(c *ssa.CallCommon) bool {
	fn := FuncObject(c)
	return fn != nil && p.world.InModule(fn.Pkg())
}

type fieldOf struct {
	t types.Type
	i int
}

// key is FieldKey with a cache.
func (p *Program) key(t types.Type, i int) string {
	k, ok := p.keys[fieldOf{t, i}]
	if !ok {
		k = FieldKey(t, i)
		p.keys[fieldOf{t, i}] = k
		if below := structBelow(t); below != nil && p.fields[k] == nil {
			if n, ok := below.(*types.Named); ok {
				below = n.Origin()
			}
			p.fields[k] = &field{below, below.Underlying().(*types.Struct).Field(i).Type()}
		}
	}
	return k
}

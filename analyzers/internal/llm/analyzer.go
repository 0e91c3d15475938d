// Package llm is the model of what calls a language model in a Go package: which texts are prompts, which strings
// are model ids, which calls reach a model.
//
// It knows from three sources: the catalogue of SDKs (symbols and what they mean), structure (home-made clients over
// HTTP, home-made interfaces), and inference: what flow tells of functions, fields and variables, carried from package
// to package in one fact, [Summary]. Rules ask [Info]; how text flows is their business only where they judge it.
package llm

import (
	"cmp"
	"go/ast"
	"go/build"
	"go/types"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// Analyzer finds what talks to a model in a package.
var Analyzer = &analysis.Analyzer{
	Name:       "zahariallm",
	Doc:        "find the prompts, model ids and model calls of a package",
	ResultType: reflect.TypeFor[*Info](),
	FactTypes:  []analysis.Fact{new(Summary), new(Texts), new(Linked), new(Outline)},
	Run: func(pass *analysis.Pass) (any, error) {
		if !ours(pass) {
			return &Info{}, nil
		}
		k := newKnowledge(pass)
		info := &Info{program: k.program, library: k.Library}
		if k.concerned() {
			k.analyze(info)
		}
		k.exportSummary()
		if k.in.linked {
			k.exportOutline()
		}
		if !rule.Postponed(pass.Pkg) {
			k.exportTexts()
		}
		return info, nil
	},
}

// knowledge is the work on one package.
type knowledge struct {
	pass       *analysis.Pass
	catalogue  *catalogue.Catalogue
	shapes     shape.Judge
	in         *imported
	flow       *flow.Program
	out        Summary
	texts      Texts
	marked     map[colouredKey]bool // places of which importers are told
	plain      *flow.Barrier        // see coded
	publishing *flow.Barrier        // of what importers are told about
	roleParams map[*ssa.Parameter]*ssa.Parameter
	fields     map[colouredKey]bool // fields that are read on the way to a sink, of some object
	prompts    map[string]*Prompt
	literals   map[ast.Expr]bool // of prompts that are known without what is linked

	sent       []sink                         // what the package hands to a model
	results    map[functionResult]outputState // what resultOutput has found
	following  bool                           // prompts or models are looked for
	seen       [colours]map[ssa.Value]bool
	records    map[string]bool                                // fields of records of messages, see findRecords
	evident    map[ssa.CallInstruction]ssa.Value              // calls that structure gives away, with what they send
	posts      map[ssa.Instruction]bool                       // HTTP requests with the shape of a model's
	handed     map[*ssa.Function]map[ssa.CallInstruction]bool // functions that post what they are passed, with the calls that pass a model's request
	calling    map[string]bool                                // functions that call a model, by full name
	callingSSA map[*ssa.Function]bool

	portCallers []string // what Outline has as Calls
	library     map[*types.Func]libraryFunc
	tools       map[*types.Func]bool // what repliesFor has found
	toolCalls   map[types.Type]toolCall
	sdks        map[*types.Package]bool // which packages are part of one
	examples    []*ast.CompositeLit     // few-shot tables, once they were asked for
}

// inGoroot reports whether a file is one of the standard library, which has no module under drivers that know none, such
// as a GOPATH tree. A binary built with -trimpath may not know where it lies.
func inGoroot(file string) bool {
	root := filepath.ToSlash(build.Default.GOROOT)
	return root != "" && strings.HasPrefix(file, root+"/src/")
}

// ours reports whether a package is part of the code under check, under any driver: not the standard library, and
// not a module from the module cache or a vendor folder.
func ours(pass *analysis.Pass) bool {
	if pass.Module != nil && (pass.Module.Path == "std" || pass.Module.Path == "cmd") {
		return false
	}
	for _, f := range pass.Files {
		name := filepath.ToSlash(pass.Fset.PositionFor(f.FileStart, false).Filename)
		if strings.Contains(name, "/vendor/") || inGoroot(name) {
			return false
		}
		if pass.Module == nil && strings.HasPrefix(name, "external/") {
			return false // Bazel's nogo: the folder of other repositories
		}
		if _, rest, ok := strings.Cut(name, "@v"); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
			return false
		}
	}
	if (pass.Module == nil || pass.Module.Path == "") && (catalogue.Default().SDKOf(pass.Pkg.Path()) != nil || catalogue.Default().IsFork(pass.Pkg)) {
		return false // without modules, an SDK is told by its path; asked last, since go vet starts us anew for each package of the standard library
	}
	return len(pass.Files) > 0
}

// reportSkipped tells the driver which code is too large to follow. In generated code nothing is reported, so nothing is missed.
func (k *knowledge) reportSkipped() {
	for _, s := range k.flow.Oversize {
		for _, f := range k.pass.Files {
			if f.FileStart <= s.Pos && s.Pos < f.FileEnd && !rule.Generated(f) {
				rule.Incomplete(k.pass.Pkg, s.Pos, "not followed: "+s.What)
			}
		}
	}
}

func newKnowledge(pass *analysis.Pass) *knowledge {
	return &knowledge{
		pass: pass, catalogue: catalogue.Default(), in: importAll(pass),
		marked: map[colouredKey]bool{}, fields: map[colouredKey]bool{}, roleParams: map[*ssa.Parameter]*ssa.Parameter{}, prompts: map[string]*Prompt{}, literals: map[ast.Expr]bool{}, library: map[*types.Func]libraryFunc{}, evident: map[ssa.CallInstruction]ssa.Value{}, tools: map[*types.Func]bool{}, toolCalls: map[types.Type]toolCall{}, sdks: map[*types.Package]bool{},
	}
}

// program returns the SSA form, which the first call makes.
func (k *knowledge) program() *flow.Program {
	if k.flow == nil {
		k.flow = flow.Build(k.pass, k, func(file string) bool { return !rule.Tests && strings.HasSuffix(file, "_test.go") })
		k.reportSkipped()
	}
	return k.flow
}

func (k *knowledge) analyze(info *Info) {
	info.k = k
	k.program()
	sinks := k.sinks()
	sinks = append(sinks, k.bodies(sinks)...)
	k.sent = sinks
	info.sinks = sinks
	info.Calls = k.findCalls()
	k.spread(info.Calls)
	info.Prompts = k.findPrompts(sinks)
	info.Models = k.findModels(sinks)
	if len(k.evident) > 0 || len(k.in.outputs) > 0 || k.namesSDK() { // else nothing here is what a model said
		k.outputs()
	}
}

// InModule reports whether a package is part of the code under check: as far as an importer can tell, it is what has a
// summary, or the package itself.
func (k *knowledge) InModule(pkg *types.Package) bool {
	if pkg == k.pass.Pkg {
		return true
	}
	if pkg == nil {
		return false
	}
	return k.in.ours[pkg.Path()]
}

// ParamsToResult implements [flow.World]: what the catalogue and the summaries of other packages say, and for a function of
// which nothing is known that takes text and gives nothing but text, that it gives back what it takes.
func (k *knowledge) ParamsToResult(fn *types.Func, result int) ([]int, bool) {
	name := fn.Origin().FullName()
	sig := fn.Signature()
	recv := 0
	if sig.Recv() != nil {
		recv = 1
	}
	known := false
	var args []int
	for _, e := range k.catalogue.Lookup(name) {
		known = known || e.Kind != "sink" && e.Kind != "source" && e.Kind != "barrier"
		if e.Kind == "wrapper" || e.Kind == "template" || e.Kind == "prompt" {
			if i := e.Param(sig); i >= 0 {
				args = append(args, i+recv)
			} else if e.Place == "recv" {
				args = append(args, 0)
			}
		}
	}
	if known {
		return args, true
	}
	if p, ok := k.in.passedOn(fn, result); ok {
		return p.Params, true
	}
	if fn.Pkg() == nil || k.InModule(fn.Pkg()) {
		return nil, false
	}
	if sig.Results().Len() != 1 || !isText(sig.Results().At(0).Type()) {
		return nil, false
	}
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		if s, ok := t.Underlying().(*types.Slice); ok && !isText(t) {
			t = s.Elem()
		}
		if !isText(t) {
			return nil, false
		}
		args = append(args, i+recv)
	}
	return args, true
}

// FieldsToResult implements [flow.World] by the summaries of other packages.
func (k *knowledge) FieldsToResult(fn *types.Func, result int) []string {
	p, _ := k.in.passedOn(fn, result)
	return p.Fields
}

// ParamToFields implements [flow.World] by the summaries of other packages. They are asked only while prompts and models are looked
// for: a summary of texts may have to be made first.
func (k *knowledge) ParamToFields(fn *types.Func, param int) []string {
	if !k.following {
		return nil
	}
	return k.in.keptIn(fn, param)
}

// CarriesField implements [flow.World]: of an SDK in the catalogue the fields that it names hold text, of others any may.
func (k *knowledge) CarriesField(field string) bool {
	for _, e := range k.catalogue.Lookup(field) {
		if e.Kind == "wrapper" || e.Kind == "prompt" || e.Kind == "template" {
			return true
		}
	}
	return k.catalogue.SDKOf(flow.FieldPackage(field)) == nil
}

// isText reports whether a type is a string, of whatever name, or bytes.
func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// exportSummary publishes what other packages need to know before all else.
func (k *knowledge) exportSummary() {
	k.in.ours[k.pass.Pkg.Path()] = true
	k.out.Ours = slices.Sorted(maps.Keys(k.in.ours))
	for key, marks := range k.in.marks {
		for _, m := range marks {
			if id := (colouredKey{key, m.Colour}); !k.marked[id] && !k.in.told[id] { // the linker tells all who name it
				k.out.Marks = append(k.out.Marks, m)
			}
		}
	}
	for name := range k.in.calls {
		if strings.HasPrefix(name, "(") && !strings.HasPrefix(name, "(*") {
			k.out.Calls = append(k.out.Calls, name)
		}
	}
	slices.Sort(k.out.Calls)
	k.out.Calls = slices.Compact(k.out.Calls)
	slices.SortFunc(k.out.Marks, func(a, b Mark) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), cmp.Compare(a.Colour, b.Colour))
	})
	k.pass.ExportPackageFact(&k.out)
}

// mark remembers that a place has a meaning, the first one of each colour.
func (k *knowledge) mark(m Mark) {
	if m.Key == "" {
		return
	}
	id := colouredKey{m.Key, m.Colour}
	if !k.marked[id] {
		k.marked[id] = true
		k.out.Marks = append(k.out.Marks, m)
	}
}

type colouredKey struct {
	key    string
	colour Colour
}

// instructions calls do for each instruction of the package, in the order of the source.
func (k *knowledge) instructions(do func(ssa.Instruction)) {
	for _, fn := range k.flow.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				do(in)
			}
		}
	}
}

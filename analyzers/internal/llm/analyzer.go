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
	Name:       "zcllm",
	Doc:        "find the prompts, model ids and model calls of a package",
	ResultType: reflect.TypeFor[*Info](),
	FactTypes:  []analysis.Fact{new(Summary), new(LiteralFacts), new(Linked), new(Outline)},
	Run: func(pass *analysis.Pass) (any, error) {
		if !inModule(pass) {
			return &Info{}, nil
		}
		k := newBuilder(pass)
		info := &Info{program: k.program, library: k.Library}
		if k.mayInvolveModel() {
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

// builder is the work on one package.
type builder struct {
	pass            *analysis.Pass
	catalogue       *catalogue.Catalogue
	shapes          shape.Judge
	in              *imported
	flow            *flow.Program
	summary         Summary
	literalFacts    LiteralFacts
	published       map[labelledKey]bool // places of which importers are told
	encodingBarrier *flow.Barrier        // see coded
	literalBarrier  *flow.Barrier        // of what importers are told about
	roleParams      map[*ssa.Parameter]*ssa.Parameter
	fields          map[labelledKey]bool // fields that are read on the way to a sink, of some object
	prompts         map[string]*Prompt
	provenLiterals  map[ast.Expr]bool // of prompts that are known without what is linked

	promptSinks        []sink                         // what the package hands to a model
	results            map[functionResult]outputState // what resultOutput has found
	searching          bool                           // prompts or models are looked for
	reached            [labels]map[ssa.Value]bool
	records            map[string]bool                                // fields of records of messages, see findRecords
	inferredCalls      map[ssa.CallInstruction]ssa.Value              // calls that structure gives away, with what they send
	requestPosts       map[ssa.Instruction]bool                       // HTTP requests with the shape of a model's
	callersWithRequest map[*ssa.Function]map[ssa.CallInstruction]bool // functions that post what they are passed, with the calls that pass a model's request
	callsModel         map[string]bool                                // functions that call a model, by full name
	callsModelSSA      map[*ssa.Function]bool

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

// inModule reports whether a package is part of the code under check, under any driver: not the standard library, and
// not a module from the module cache or a vendor folder.
func inModule(pass *analysis.Pass) bool {
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
func (b *builder) reportSkipped() {
	for _, s := range b.flow.Oversize {
		for _, f := range b.pass.Files {
			if f.FileStart <= s.Pos && s.Pos < f.FileEnd && !rule.Generated(f) {
				rule.Incomplete(b.pass.Pkg, s.Pos, "not followed: "+s.What)
			}
		}
	}
}

func newBuilder(pass *analysis.Pass) *builder {
	return &builder{
		pass: pass, catalogue: catalogue.Default(), in: importAll(pass),
		published: map[labelledKey]bool{}, fields: map[labelledKey]bool{}, roleParams: map[*ssa.Parameter]*ssa.Parameter{}, prompts: map[string]*Prompt{}, provenLiterals: map[ast.Expr]bool{}, library: map[*types.Func]libraryFunc{}, inferredCalls: map[ssa.CallInstruction]ssa.Value{}, tools: map[*types.Func]bool{}, toolCalls: map[types.Type]toolCall{}, sdks: map[*types.Package]bool{},
	}
}

// program returns the SSA form, which the first call makes.
func (b *builder) program() *flow.Program {
	if b.flow == nil {
		b.flow = flow.Build(b.pass, b, func(file string) bool { return !rule.Tests && strings.HasSuffix(file, "_test.go") })
		b.reportSkipped()
	}
	return b.flow
}

func (b *builder) analyze(info *Info) {
	info.b = b
	b.program()
	sinks := b.sinks()
	sinks = append(sinks, b.requestSinks(sinks)...)
	b.promptSinks = sinks
	info.sinks = sinks
	info.Calls = b.findCalls()
	b.propagateCallsModel(info.Calls)
	info.Prompts = b.findPrompts(sinks)
	info.Models = b.findModels(sinks)
	if len(b.inferredCalls) > 0 || len(b.in.outputs) > 0 || b.namesSDK() { // else nothing here is what a model said
		b.outputs()
	}
}

// InModule reports whether a package is part of the code under check: as far as an importer can tell, it is what has a
// summary, or the package itself.
func (b *builder) InModule(pkg *types.Package) bool {
	if pkg == b.pass.Pkg {
		return true
	}
	if pkg == nil {
		return false
	}
	return b.in.module[pkg.Path()]
}

// ParamsToResult implements [flow.World]: what the catalogue and the summaries of other packages say, and for a function of
// which nothing is known that takes text and gives nothing but text, that it gives back what it takes.
func (b *builder) ParamsToResult(fn *types.Func, result int) ([]int, bool) {
	name := fn.Origin().FullName()
	sig := fn.Signature()
	recv := 0
	if sig.Recv() != nil {
		recv = 1
	}
	known := false
	var args []int
	for _, e := range b.catalogue.Lookup(name) {
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
	if p, ok := b.in.resultFlow(fn, result); ok {
		return p.Params, true
	}
	if fn.Pkg() == nil || b.InModule(fn.Pkg()) {
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
func (b *builder) FieldsToResult(fn *types.Func, result int) []string {
	p, _ := b.in.resultFlow(fn, result)
	return p.Fields
}

// ParamToFields implements [flow.World] by the summaries of other packages. They are asked only while prompts and models are looked
// for: a summary of texts may have to be made first.
func (b *builder) ParamToFields(fn *types.Func, param int) []string {
	if !b.searching {
		return nil
	}
	return b.in.paramFields(fn, param)
}

// CarriesField implements [flow.World]: of an SDK in the catalogue the fields that it names hold text, of others any may.
func (b *builder) CarriesField(field string) bool {
	for _, e := range b.catalogue.Lookup(field) {
		if e.Kind == "wrapper" || e.Kind == "prompt" || e.Kind == "template" {
			return true
		}
	}
	return b.catalogue.SDKOf(flow.FieldPackage(field)) == nil
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
func (b *builder) exportSummary() {
	b.in.module[b.pass.Pkg.Path()] = true
	b.summary.Module = slices.Sorted(maps.Keys(b.in.module))
	for key, marks := range b.in.marks {
		for _, m := range marks {
			if id := (labelledKey{key, m.Label}); !b.published[id] && !b.in.linkedMarks[id] { // the linker tells all who name it
				b.summary.Marks = append(b.summary.Marks, m)
			}
		}
	}
	for name := range b.in.calls {
		if strings.HasPrefix(name, "(") && !strings.HasPrefix(name, "(*") {
			b.summary.Calls = append(b.summary.Calls, name)
		}
	}
	slices.Sort(b.summary.Calls)
	b.summary.Calls = slices.Compact(b.summary.Calls)
	slices.SortFunc(b.summary.Marks, func(a, b Mark) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), cmp.Compare(a.Label, b.Label))
	})
	b.pass.ExportPackageFact(&b.summary)
}

// mark remembers that a place has a meaning, the first one of each label.
func (b *builder) mark(m Mark) {
	if m.Key == "" {
		return
	}
	id := labelledKey{m.Key, m.Label}
	if !b.published[id] {
		b.published[id] = true
		b.summary.Marks = append(b.summary.Marks, m)
	}
}

type labelledKey struct {
	key   string
	label Label
}

// instructions calls do for each instruction of the package, in the order of the source.
func (b *builder) instructions(do func(ssa.Instruction)) {
	for _, fn := range b.flow.Funcs {
		for _, block := range fn.Blocks {
			for _, in := range block.Instrs {
				do(in)
			}
		}
	}
}

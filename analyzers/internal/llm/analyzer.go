// Package llm describes how a Go package uses language models: which texts are prompts, which strings are model IDs, which
// calls reach a model.
//
// Its sources are the catalogue of SDKs (symbols and their meaning), structure (home-made clients over HTTP, home-made
// interfaces) and inference (labels of functions, fields and variables that flow finds), carried from package to package in one
// fact, [Summary]. Rules query [Info], and look at flow themselves only where the flow is what they judge.
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
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/settings"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// Analyzer finds the prompts, model IDs and model calls of a package.
var Analyzer = &analysis.Analyzer{
	Name:       "zcllm",
	Doc:        "find the prompts, model IDs and model calls of a package",
	Requires:   []*analysis.Analyzer{settings.Analyzer},
	ResultType: reflect.TypeFor[*Info](),
	FactTypes:  []analysis.Fact{new(Summary), new(LiteralFacts), new(Linked), new(Outline)},
	Run: func(pass *analysis.Pass) (any, error) {
		if !inModule(pass) {
			return &Info{settings: settings.Of(pass)}, nil
		}
		k := newBuilder(pass)
		info := &Info{program: k.program, library: k.Library, settings: k.settings}
		if k.mayInvolveModel() {
			k.analyze(info)
		}
		k.exportSummary()
		if k.in.linked {
			k.exportOutline()
		}
		if !k.settings.DeferFacts(pass.Pkg, &k.literalFacts) {
			k.exportTexts()
		}
		return info, nil
	},
}

// builder builds the [Info] of one package.
type builder struct {
	pass            *analysis.Pass
	settings        *settings.Engine
	catalogue       *catalogue.Catalogue
	shapes          shape.Judge
	in              *imported
	flow            *flow.Program
	summary         Summary
	literalFacts    LiteralFacts
	published       map[place]bool // places whose marks importers get
	provisional     map[place]int  // those known of what callers pass only, by the index of their marks in the summary
	encodingBarrier *flow.Barrier  // see stopAtEncoding
	literalBarrier  *flow.Barrier  // memo of barrierOfTexts
	roleParams      map[*ssa.Parameter]*ssa.Parameter
	fields          map[place]bool       // fields of some object that are read on the way to a sink
	partRoles       map[ssa.Value]string // see findPartRoles
	prompts         map[string]*Prompt
	embeds          map[types.Object][]string // memo of Directives
	embedded        []Embedded
	provenLiterals  map[ast.Expr]bool // of prompts that are found without linked marks

	promptSinks        []sink                         // values that the package sends to a model
	results            map[functionResult]outputState // memo of resultOutput
	searching          bool                           // while following prompts or model IDs
	reached            [labels]map[ssa.Value]bool
	records            map[string]bool                                // fields of records of messages, see findRecords
	inferredCalls      map[ssa.CallInstruction]ssa.Value              // model calls recognised by their shape, with the request
	requestPosts       map[ssa.Instruction]bool                       // HTTP requests with the shape of a model's
	callersWithRequest map[*ssa.Function]map[ssa.CallInstruction]bool // functions that post an argument, with the calls that pass a model request
	callsModel         map[string]bool                                // functions that call a model, by full name
	callsModelSSA      map[*ssa.Function]bool

	portCallers []string // for Outline.Calls

	declaresTools func() bool // see findDeclaredTools, once
	ownTools      func() []Tool

	library     map[*types.Func]libraryFunc
	tools       map[*types.Func]bool // memo of implementsTool
	toolCalls   map[types.Type]toolCall
	toolResults map[string]bool         // memo of isToolResult
	toolRuns    map[*types.Func]bool    // memo of isToolResultCall
	kept        *keptResults            // memo of resultsKept
	sdks        map[*types.Package]bool // which packages are part of one
	examples    []*ast.CompositeLit     // memo of fewShot
	data        []*ast.CompositeLit     // memo of isTableData
}

// inGoroot reports whether a file belongs to the standard library, which has no module under drivers without modules, such
// as a GOPATH tree. A binary built with -trimpath may not know GOROOT.
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
	if known := settings.Of(pass); (pass.Module == nil || pass.Module.Path == "") && (known.Catalogue().SDKOf(pass.Pkg.Path()) != nil || known.Catalogue().IsFork(pass.Pkg)) {
		return false // without modules, an SDK is recognised by its path; checked last, since go vet starts a process for each package of the standard library
	}
	return len(pass.Files) > 0
}

// reportSkipped tells the driver which code is too large to follow, except in generated code, where nothing is reported anyway.
func (b *builder) reportSkipped() {
	for _, s := range b.flow.Oversize {
		for _, f := range b.pass.Files {
			if f.FileStart <= s.Pos && s.Pos < f.FileEnd && !astx.Generated(f) {
				b.settings.ReportIncomplete(b.pass.Pkg, s.Pos, "not followed: "+s.What)
			}
		}
	}
}

func newBuilder(pass *analysis.Pass) *builder {
	set := settings.Of(pass)
	b := &builder{
		pass: pass, settings: set, catalogue: set.Catalogue(), in: importAll(pass),
		published: map[place]bool{}, provisional: map[place]int{}, fields: map[place]bool{}, roleParams: map[*ssa.Parameter]*ssa.Parameter{}, prompts: map[string]*Prompt{}, provenLiterals: map[ast.Expr]bool{}, library: map[*types.Func]libraryFunc{}, inferredCalls: map[ssa.CallInstruction]ssa.Value{}, tools: map[*types.Func]bool{}, toolCalls: map[types.Type]toolCall{}, toolResults: map[string]bool{}, toolRuns: map[*types.Func]bool{}, sdks: map[*types.Package]bool{},
	}
	b.declaresTools, b.ownTools = sync.OnceValue(b.findDeclaredTools), sync.OnceValue(b.findOwnTools)
	return b
}

// program returns the SSA form, which the first call builds.
func (b *builder) program() *flow.Program {
	if b.flow == nil {
		b.flow = flow.Build(b.pass, b, func(file string) bool { return !b.settings.Tests && strings.HasSuffix(file, "_test.go") })
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
	for _, p := range info.Prompts {
		if p.Form != ForeignForm {
			b.summary.Reported = append(b.summary.Reported, p.literals...)
		}
	}
	info.Embedded = b.sortedEmbedded()
	info.Models = b.findModels(sinks)
	if len(b.inferredCalls) > 0 || len(b.in.outputs) > 0 || b.namesSDK() { // else nothing here is model output
		b.outputs()
	}
}

// exportSummary exports the [Summary] of the package.
func (b *builder) exportSummary() {
	b.in.module[b.pass.Pkg.Path()] = true
	b.summary.Module = slices.Sorted(maps.Keys(b.in.module))
	for _, marks := range b.in.marks {
		for _, m := range marks {
			if at := m.place(); !b.published[at] && !b.in.linkedMarks[at] { // a linked mark comes from the linker
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
		return compareMarks(&a, &b)
	})
	b.pass.ExportPackageFact(&b.summary)
}

// mark records the mark of a place, the first one of each label.
func (b *builder) mark(m Mark) {
	if m.Key == "" {
		return
	}
	at := m.place()
	if !b.published[at] {
		b.published[at] = true
		if m.FromCallers {
			b.provisional[at] = len(b.summary.Marks)
		}
		b.summary.Marks = append(b.summary.Marks, m)
	} else if i, ok := b.provisional[at]; ok && !m.FromCallers {
		b.summary.Marks[i].FromCallers = false
		delete(b.provisional, at)
	}
}

func compareMarks(a, b *Mark) int {
	return cmp.Or(strings.Compare(a.Key, b.Key), cmp.Compare(a.Label, b.Label), strings.Compare(a.Path, b.Path))
}

// instructions calls do for each instruction of the package, in the order of the source.
func (b *builder) instructions(do func(ssa.Instruction)) {
	for _, fn := range b.flow.Funcs {
		for in := range ssax.Instructions(fn) {
			do(in)
		}
	}
}

package taint

import (
	"cmp"
	"go/types"
	"maps"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/settings"
)

// Analyzer follows text from sources to sinks.
var Analyzer = &analysis.Analyzer{
	Name:       "zctaint",
	Doc:        "find text that comes from a source and reaches a sink",
	Requires:   []*analysis.Analyzer{settings.Analyzer, llm.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Summary), new(Outline)},
	Run:        run,
}

// A Result is all flows of a package. Where no rule can ask for one and the driver defers the summary, it is empty.
type Result struct{ Flows []Flow }

// tracker finds the flows of one package.
type tracker struct {
	pass      *analysis.Pass
	info      *llm.Info
	catalogue *catalogue.Catalogue
	flow      *flow.Program

	sinks      map[string][]ParamSink     // by key, of imported packages
	sources    map[string][]ResultSource  // by key, of imported packages
	inModule   map[*types.Package]bool    // imported packages of the code under check
	toolInputs map[*ssa.Parameter]string  // parameters of tool handlers, with a description
	objects    map[ssa.Value][]ssa.Value  // see objectsOf
	decoded    map[ssa.Value][]decodeStep // what is decoded into an object
	barriers   map[string]*flow.Barrier   // by label, what makes text safe on its way through calls and into other texts
	summary    Summary
	outline    Outline
	exported   map[ParamSink]bool
	flows      []Flow
}

func run(pass *analysis.Pass) (any, error) {
	defer rule.Alone(pass.Pkg)()
	t := &tracker{
		pass: pass, info: pass.ResultOf[llm.Analyzer].(*llm.Info), catalogue: pass.ResultOf[llm.Analyzer].(*llm.Info).Catalogue(),
		sinks: map[string][]ParamSink{}, sources: map[string][]ResultSource{}, exported: map[ParamSink]bool{}, inModule: map[*types.Package]bool{},
		objects: map[ssa.Value][]ssa.Value{}, decoded: map[ssa.Value][]decodeStep{},
	}
	if !t.info.InModule() {
		return &Result{}, nil
	}
	t.importOutlines()
	if !t.mayReport() && settings.Of(pass).DeferFacts(pass.Pkg, &t.summary) {
		t.exportOutline()
		return &Result{}, nil
	}
	t.importSummaries()
	hasSink, hasSource := t.namesSinkOrSource()
	if hasSink || hasSource {
		t.flow = t.info.Program()
		t.barriers = t.cleaners()
		t.findInputs()
	}
	if hasSink {
		byLabel := map[string][]Sink{}
		for _, s := range t.findSinks() {
			byLabel[s.Label] = append(byLabel[s.Label], s)
		}
		for _, label := range slices.Sorted(maps.Keys(byLabel)) {
			t.followLabel(byLabel[label])
		}
	}
	if hasSource {
		t.exportSources()
	}
	t.summary.sort()
	pass.ExportPackageFact(&t.summary)
	t.outline.add(&t.summary)
	t.exportOutline()
	slices.SortStableFunc(t.flows, func(a, b Flow) int { return cmp.Compare(a.Sink.Pos, b.Sink.Pos) })
	return &Result{Flows: t.flows}, nil
}

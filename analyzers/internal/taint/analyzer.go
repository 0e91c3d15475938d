package taint

import (
	"cmp"
	"fmt"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// Analyzer follows text from sources to sinks.
var Analyzer = &analysis.Analyzer{
	Name:       "zctaint",
	Doc:        "find text that comes from a source and reaches a sink",
	Requires:   []*analysis.Analyzer{llm.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Summary)},
	Run:        run,
}

// A Result is all flows of a package.
type Result struct{ Flows []Flow }

// Summary is the fact for importers of a package: the parameters that reach a sink, and the results that come from a source.
// Drivers carry facts to direct importers only, so those of the imported packages are re-exported. All of it is sorted.
type Summary struct {
	Sinks   []ParamSink
	Sources []ResultSource
}

// A ParamSink is a parameter that reaches a sink.
type ParamSink struct {
	Key   string // see [flow.ParamKey]
	Label string
	Name  string // of the sink
}

// A ResultSource is a result that comes from a source.
type ResultSource struct {
	Key   string // see [flow.ResultKey]
	Label string
	What  string
}

// AFact marks Summary as a fact.
func (*Summary) AFact() {}

func (s *Summary) String() string {
	return fmt.Sprintf("%d sinks, %d sources", len(s.Sinks), len(s.Sources))
}

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
	summary    Summary
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
	t.importFacts()
	hasSink, hasSource := t.namesSinkOrSource()
	if hasSink || hasSource {
		t.flow = t.info.Program()
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
	slices.SortFunc(t.summary.Sinks, func(a, b ParamSink) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(a.Label, b.Label), strings.Compare(a.Name, b.Name))
	})
	slices.SortFunc(t.summary.Sources, func(a, b ResultSource) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(a.Label, b.Label))
	})
	pass.ExportPackageFact(&t.summary)
	slices.SortStableFunc(t.flows, func(a, b Flow) int { return cmp.Compare(a.Sink.Pos, b.Sink.Pos) })
	return &Result{Flows: t.flows}, nil
}

// importFacts reads the facts of the imported packages and re-exports them.
func (t *tracker) importFacts() {
	for _, pkg := range t.pass.Pkg.Imports() {
		var s Summary
		if !t.pass.ImportPackageFact(pkg, &s) {
			continue
		}
		t.inModule[pkg] = true
		for _, p := range s.Sinks {
			if !t.exported[p] {
				t.exported[p] = true
				t.sinks[p.Key] = append(t.sinks[p.Key], p)
				t.summary.Sinks = append(t.summary.Sinks, p)
			}
		}
		for _, r := range s.Sources {
			if !slices.Contains(t.sources[r.Key], r) {
				t.sources[r.Key] = append(t.sources[r.Key], r)
				t.summary.Sources = append(t.summary.Sources, r)
			}
		}
	}
}

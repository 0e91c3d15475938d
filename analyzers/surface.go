package analyzers

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/agentloop"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/surface"
)

// Surface describes what a model can read, call and cost in a package, with what rules know of its loops. Its result is a
// *[surface.Package].
var Surface = &analysis.Analyzer{
	Name:       "zcsurfaceloops",
	Doc:        "describe what a model can read, call and cost, with loops",
	Requires:   []*analysis.Analyzer{surface.Analyzer, llm.Analyzer},
	ResultType: reflect.TypeFor[*surface.Package](),
	Run: func(pass *analysis.Pass) (any, error) {
		p := *pass.ResultOf[surface.Analyzer].(*surface.Package)
		if info := pass.ResultOf[llm.Analyzer].(*llm.Info); info.InModule() {
			p.AddFunctions(pass)
		}
		for _, l := range agentloop.Loops(pass.ResultOf[llm.Analyzer].(*llm.Info)) {
			p.Loops = append(p.Loops, surface.Loop{Pos: l.Pos, Func: l.Func, Calls: l.Calls, Bound: string(l.Bound)})
		}
		return &p, nil
	},
}

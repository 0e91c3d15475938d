package analyzers

import (
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Incomplete returns an analyzer that reports code which rules leave out because it is too large, for drivers that show nothing but
// diagnostics. It runs after these rules, which run with the settings, and sets their ReportIncomplete. An error of the analyzer would
// not do: the go command (1.26) shows it once, and from then on treats the package as clean.
func Incomplete(s *Settings, rules ...*analysis.Analyzer) *analysis.Analyzer {
	var mu sync.Mutex
	missed := map[*types.Package][]analysis.Diagnostic{}
	s.ReportIncomplete = func(pkg *types.Package, pos token.Pos, what string) {
		mu.Lock()
		defer mu.Unlock()
		missed[pkg] = append(missed[pkg], analysis.Diagnostic{Pos: pos, Message: what})
	}
	return &analysis.Analyzer{
		Name:     "incomplete",
		Doc:      "report code that the rules leave out\n\nCode that is too large is not followed.",
		Requires: rules,
		Run: func(pass *analysis.Pass) (any, error) {
			mu.Lock()
			defer mu.Unlock()
			for _, d := range missed[pass.Pkg] {
				pass.Report(d)
			}
			delete(missed, pass.Pkg)
			return nil, nil
		},
	}
}

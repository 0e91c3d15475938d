package analyzers

import (
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Incomplete returns an analyzer that reports the code which rules leave out because it is too large: for drivers that show
// nothing but diagnostics. It runs after these rules, and takes the place of what [OnIncomplete] was given. Failing would
// not do: the go command (1.26) shows the error of an analyzer once, and from then on takes the package for clean.
func Incomplete(rules ...*analysis.Analyzer) *analysis.Analyzer {
	var mu sync.Mutex
	missed := map[*types.Package][]analysis.Diagnostic{}
	OnIncomplete(func(pkg *types.Package, pos token.Pos, what string) {
		mu.Lock()
		defer mu.Unlock()
		missed[pkg] = append(missed[pkg], analysis.Diagnostic{Pos: pos, Message: what})
	})
	return &analysis.Analyzer{
		Name:     "zahariacheck",
		Doc:      "tell what the rules leave out\n\nCode that is too large is not followed.",
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

package analyzers

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
)

// A Way is where a text goes, from where it is written to a model or to where it is not followed any further.
type Way = []llm.Step

// WhyNot returns an analyzer that follows the texts on a line of a file forward. Its result is a []Way.
func WhyNot(file string, line int) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       "zcwhynot",
		Doc:        "follow the texts on a line forward",
		Requires:   []*analysis.Analyzer{llm.Analyzer},
		ResultType: reflect.TypeFor[[]Way](),
		Run: func(pass *analysis.Pass) (any, error) {
			return pass.ResultOf[llm.Analyzer].(*llm.Info).WhyNot(file, line), nil
		},
	}
}

// Package hardcodedprompt finds prompts that stand in the code as string constants.
package hardcodedprompt

import (
	_ "embed"
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

// Rule and Analyzer are the check, see rule.md.
var (
	Rule = &rule.Rule{
		Name: "hardcodedprompt", Group: rule.Prompts, Cites: principles.PromptEngineering, Also: []principles.ID{principles.ManualAnnotation},
		Doc: doc, Since: "v0.1.0", Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run,
	}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	for _, p := range info.Prompts {
		f := rule.Finding{Pos: p.Pos, End: p.End, Trace: steps(p.Trace), Pieces: steps(p.Pieces), Confidence: rule.ConfidenceOf(p.Likely)}
		article := "a"
		if strings.HasPrefix(p.Kind(), "a") {
			article = "an"
		}
		f.Message = fmt.Sprintf("%s is %s %s of %d words, written in the code, that reaches %s: move it to an embedded template file with a test, or declare a signature",
			p.What, article, p.Kind(), p.Words, p.Sink)
		if p.Role == "fewshot" {
			f.Cites = principles.ManualAnnotation
		}
		pass.Report(f)
	}
	return nil
}

func steps(in []llm.Step) (out []rule.Step) {
	for _, s := range in {
		out = append(out, rule.Step{Pos: s.Pos, Message: s.Message})
	}
	return out
}

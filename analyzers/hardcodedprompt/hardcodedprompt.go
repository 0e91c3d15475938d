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
		f := rule.Finding{Pos: p.Pos, End: p.End, Trace: rule.Steps(p.Trace), Pieces: rule.Steps(p.Parts), Confidence: rule.ConfidenceOf(p.Likely), Message: message(p)}
		if p.Role == "fewshot" {
			f.Cites = principles.ManualAnnotation
		}
		pass.Report(f)
	}
	return nil
}

// manyPieces is from how many literals on a prompt is one that code builds.
const manyPieces = 3

// message says what is hardcoded, where, and how it gets to the model.
func message(p *llm.Prompt) string {
	in := ""
	if p.Name != "" {
		in = " in " + p.Name
	}
	switch {
	case p.Form == llm.ConstantForm:
		return fmt.Sprintf("%s hardcoded in constant %s (%d words, %s); move it to an embedded file and test it (zahariacheck extract)", p.Kind(), p.Name, p.Words, p.Sender)
	case p.Form == llm.TableForm:
		return fmt.Sprintf("few-shot examples hardcoded%s (%d words, %s); move them to an embedded file and test them", in, p.Words, p.Sender)
	case p.Form == llm.LiteralForm && p.Name == p.Decl && len(p.Parts) >= manyPieces:
		article := "a"
		if strings.HasPrefix(p.Kind(), "a") {
			article = "an"
		}
		return fmt.Sprintf("%s builds %s %s of %d words from %d literals, %s; write it as one embedded template and fill in only the data here", p.Name, article, p.Kind(), p.Words, len(p.Parts), p.Sender)
	}
	return fmt.Sprintf("%s hardcoded%s (%d words, %s); move it to an embedded file and test it", p.Kind(), in, p.Words, p.Sender)
}

// Package magicphrase finds decisions that hang on a phrase in what a model wrote.
//
// It is long because text of tools, users and protocols is compared with phrases for good reasons, and has to be told from a model's.
package magicphrase

import (
	_ "embed"
	"fmt"
	"go/ast"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "magicphrase", Group: rule.Reliability, Cites: principles.DeclarativeLogic, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

// tests are the functions that look for a phrase, with the arguments that are the text and the phrase. What compares the whole
// text, such as strings.EqualFold, is not among them: that is how the answer of a declared enum is read.
var tests = map[string]struct{ text, phrase int }{
	"strings.Contains": {0, 1}, "strings.HasPrefix": {0, 1}, "strings.HasSuffix": {0, 1}, "strings.Index": {0, 1},
	"strings.LastIndex": {0, 1}, "strings.Count": {0, 1}, "regexp.MatchString": {1, 0},
}

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	for _, fn := range info.Flow().Funcs {
		found := map[llm.Step]*rule.Finding{} // one finding an answer: its further phrases are parts of the same parse
		var order []*rule.Finding
		for in := range ssax.Instructions(fn) {
			call, ok := in.(*ssa.Call)
			if !ok || !ssax.ControlsBranch(call) {
				continue
			}
			phrase, from, ok := judge(info, call)
			if !ok {
				continue
			}
			expr := callExpr(pass, call)
			if f := found[from]; f != nil {
				f.Pieces = append(f.Pieces, rule.Step{Pos: expr.Pos(), Message: "and also on " + rule.Quote(phrase)})
				continue
			}
			found[from] = &rule.Finding{
				Pos: expr.Pos(), End: expr.End(), Trace: []rule.Step{rule.Step(from)},
				Message: fmt.Sprintf("control flow depends on the phrase %s in free-form model output; ask for structured output (a schema, an enum or a tool call) and branch on its value",
					rule.Quote(phrase)),
			}
			order = append(order, found[from])
		}
		for _, f := range order {
			pass.Report(*f)
		}
	}
	return nil
}

// judge returns the phrase that a call looks for in text of a model, and where that text comes from.
func judge(info *llm.Info, call *ssa.Call) (phrase string, from llm.Step, ok bool) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return "", from, false
	}
	test, ok := tests[fn.FullName()]
	if !ok {
		return "", from, false
	}
	phrase, ok = phraseOf(info, call.Call.Args[test.phrase])
	text := call.Call.Args[test.text]
	if !ok || isMapKey(text) || isOthersText(info.Flow(), text, call.Block()) {
		return "", from, false
	}
	from, ok = info.IsOutput(text)
	return phrase, from, ok
}

// isMapKey reports whether a text is a key that a range over a map gives: a name in a structure, and no free text.
func isMapKey(v ssa.Value) bool {
	for {
		call, ok := v.(*ssa.Call)
		if !ok {
			return flow.IsMapKey(v)
		}
		fn := flow.FuncObject(call.Common())
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "strings" || len(call.Call.Args) == 0 {
			return false
		}
		v = call.Call.Args[0] // in other spelling
	}
}

// phraseOf returns the words that are looked for: a constant, or the constant part of a format. Marks of a format that
// the model was told to keep (fences, tags, brackets) are no phrase, and neither is what makes a text an address or data.
func phraseOf(info *llm.Info, v ssa.Value) (phrase string, ok bool) {
	info.Flow().Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		if s, is := info.Flow().String(at.Loc.Value); is && !at.Filled && len(s) > len(phrase) {
			phrase = s
		}
		return at.Loc.Key == ""
	}, 100)
	letters := strings.IndexFunc(phrase, unicode.IsLetter)
	start := strings.TrimSpace(phrase)
	return phrase, letters >= 0 && len(start) >= 4 && !strings.ContainsAny(start[:1], "`<{[\\^(") && !address.MatchString(start)
}

// address is the beginning of an address or a media type, or what stands before the data in one.
var address = regexp.MustCompile(`^(?i)((https?|mailto|data|file)(:|$)|(application|audio|image|text|video)/|;?base64,)`)

// callExpr returns the call in the syntax: SSA has the position of its bracket.
func callExpr(pass *rule.Pass, call *ssa.Call) ast.Expr {
	for _, n := range pass.Enclosing(call.Pos()) {
		if x, ok := n.(*ast.CallExpr); ok {
			return x
		}
	}
	return &ast.BadExpr{From: call.Pos(), To: call.Pos()}
}

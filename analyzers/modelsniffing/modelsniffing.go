// Package modelsniffing finds code that looks at how a model is called to decide what it can do.
//
// It is long because tests of a model's name are right on documented parts of an ID, where an ID that fits none is refused, and where they only tell whose it is.
package modelsniffing

import (
	"cmp"
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "modelsniffing", Group: rule.Openness, Cites: principles.SeparatingConcerns, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	groups := map[string][]test{}
	for _, fn := range info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(*ssa.Call); ok {
					if t, ok := testsPart(pass, info, call); ok {
						groups[t.group] = append(groups[t.group], t)
					}
				}
			}
		}
	}
	for _, tests := range groups {
		if !rejectsUnknown(tests) && !acceptsOwn(tests) {
			report(pass, tests)
		}
	}
	return nil
}

// A test is one question about a part of a model id.
type test struct {
	group   string // tests of one function, and uses of one regular expression, make one finding
	in      string // the function that asks
	pattern string
	at      ast.Node
	use     token.Pos
	call    *ssa.Call
}

// report makes one finding of the tests of a group, at the first of them.
func report(pass *rule.Pass, tests []test) {
	slices.SortFunc(tests, func(a, b test) int { return cmp.Or(cmp.Compare(a.at.Pos(), b.at.Pos()), cmp.Compare(a.use, b.use)) })
	first := tests[0]
	var patterns []string
	var steps []rule.Step
	for _, t := range tests {
		if p := rule.Quote(t.pattern); !slices.Contains(patterns, p) {
			patterns = append(patterns, p)
		}
		if t.use != first.use || t.use != first.at.Pos() {
			steps = append(steps, rule.Step{Pos: t.use, Message: t.in + " tests for " + rule.Quote(t.pattern) + " here"})
		}
	}
	shown := "the substring " + patterns[0]
	if len(patterns) > 1 {
		shown = "the substrings " + strings.Join(patterns[:min(len(patterns), 3)], ", ")
	}
	if strings.HasPrefix(first.group, "regexp") {
		shown = "matches of " + patterns[0]
	}
	f := rule.Finding{
		Pos:     first.at.Pos(),
		Message: fmt.Sprintf("%s branches on %s of a model ID; look capabilities up by exact ID or configure them", first.in, shown),
		Pieces:  steps,
	}
	if pass.Fset.Position(first.at.Pos()).Line == pass.Fset.Position(first.at.End()).Line {
		f.End = first.at.End()
	}
	pass.Report(f)
}

// tests names the functions that ask for a part of a text, with which argument is the text and which the pattern.
var tests = map[string][2]int{
	"strings.Contains": {0, 1}, "strings.HasPrefix": {0, 1}, "strings.HasSuffix": {0, 1},
	"regexp.MatchString": {1, 0}, "path.Match": {1, 0}, "path/filepath.Match": {1, 0},
	"(*regexp.Regexp).MatchString": {1, 0}, "(*regexp.Regexp).FindString": {1, 0}, "(*regexp.Regexp).FindStringSubmatch": {1, 0},
}

// testsPart reports whether a call asks for a part of a model id that no platform documents.
func testsPart(pass *rule.Pass, info *llm.Info, call *ssa.Call) (test, bool) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return test{}, false
	}
	name := fn.FullName()
	args, ok := tests[name]
	if !ok {
		return test{}, false
	}
	text := call.Call.Args[args[0]]
	if !modelID(info, text) || isSplitPart(text) || sorted(text) {
		return test{}, false
	}
	t := test{in: ssax.Outermost(call.Parent()).Name(), use: call.Pos(), call: call}
	pattern := call.Call.Args[args[1]]
	if strings.HasPrefix(name, "(*regexp.Regexp)") {
		made := patternOf(info.Flow(), pattern)
		if made == nil {
			return test{}, false
		}
		t.at, t.group = made, fmt.Sprint("regexp ", made.Pos())
	} else if lit := info.Flow().Literal(pattern); lit != nil {
		t.at, t.group = astx.Call(pass.Enclosing(call.Pos())), "tests of "+call.Parent().String()
		t.use = t.at.Pos()
		t.pattern, _ = info.Flow().String(pattern)
		return t, !namespace(name, t.pattern)
	} else {
		return test{}, false
	}
	t.pattern, _ = info.Flow().ConstantString(t.at.(ast.Expr))
	return t, t.pattern != "" && !strings.Contains(t.pattern, "arn:")
}

// modelID reports whether a value is a model id, or one in other spelling.
func modelID(info *llm.Info, v ssa.Value) bool {
	found := false
	info.Flow().Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		found = found || at.Loc.Value != nil && info.IsModelID(at.Loc.Value)
		return !found && at.Edge.Kind == flow.Copy && !flow.IsMapKey(at.Loc.Value)
	}, 20)
	return found
}

// patternOf returns the expression of the pattern of a regular expression that this package compiles, or nil.
func patternOf(p *flow.Program, re ssa.Value) ast.Expr {
	var found ast.Expr
	p.Walk([]flow.Loc{{Value: re}}, func(at flow.Visit) bool {
		call, ok := at.Loc.Value.(*ssa.Call)
		if !ok {
			if ex, isExtract := at.Loc.Value.(*ssa.Extract); isExtract {
				call, ok = ex.Tuple.(*ssa.Call)
			}
		}
		if ok && found == nil {
			if fn := flow.FuncObject(call.Common()); fn != nil && strings.HasPrefix(fn.FullName(), "regexp.") {
				found = p.Literal(call.Call.Args[0]) // all that give an expression take its text first
			}
		}
		return found == nil
	}, 200)
	return found
}

// namespace reports whether a pattern asks for a part of ids that platforms document, and not for a model: the vendor or the
// region in front ("anthropic.", "openai/", "ft:"), a variant at the end (":free"), a separator. A slash in front makes a command
// of a chat ("/load NAME"), a word of which becomes the model, and a scheme an address, of which a part does.
func namespace(fn, pattern string) bool {
	const separators = ".:/"
	if !strings.ContainsFunc(pattern, unicode.IsLetter) || strings.Contains(pattern, "://") {
		return true
	}
	if fn == "strings.HasSuffix" {
		return strings.HasPrefix(pattern, ":") || strings.HasPrefix(pattern, ".") // or the extension of a file
	}
	return strings.ContainsAny(pattern[len(pattern)-1:], separators) || strings.HasPrefix(pattern, "arn:") ||
		fn == "strings.HasPrefix" && strings.HasPrefix(pattern, "/")
}

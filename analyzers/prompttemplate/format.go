package prompttemplate

import (
	"cmp"
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// formatFuncs maps the functions that fill a format to the index of the format; the values follow it.
var formatFuncs = map[string]int{"fmt.Sprintf": 0, "fmt.Fprintf": 1, "fmt.Appendf": 1}

// minProse is the least number of words in a text that is written for a reader, as opposed to glue.
const minProse = 4

// checkFormat checks a format that vet does not: one that is built at run time.
func (c *checker) checkFormat(call ssa.CallInstruction, format, rest ssa.Value) {
	e, given := c.exprs[call.Pos()], countValues(rest)
	i := formatFuncs[flow.FuncObject(call.Common()).FullName()]
	if e == nil || given < 0 || i >= len(e.Args) || c.pass.TypesInfo.Types[e.Args[i]].Value != nil {
		return
	}
	fill := "fmt." + flow.FuncObject(call.Common()).Name()
	most, exact := -1, true
	for _, t := range c.textsOf(format) {
		if t.words < minProse && !c.info.ReachesPrompt(call.Value()) {
			return
		}
		if sign := cmp.Or(t.strayPercent, t.trailingPercent); sign != nil {
			c.report(call, fmt.Sprintf("%s reads the percent sign in %s as a verb and puts a value or %%!(MISSING) there; write %%%%",
				fill, rule.Quote(sign.text)), rule.Step{Pos: sign.pos, Message: "this text has the percent sign"})
			return
		}
		most, exact = max(most, t.verbs), exact && t.complete
	}
	switch {
	case most > given:
		c.report(call, fmt.Sprintf("the format of %s has %d verbs but %d values, so the model reads %%!s(MISSING); pass a value for each verb", fill, most, given))
	case most < given && exact:
		c.report(call, fmt.Sprintf("the format of %s has %d verbs but %d values, so the model reads %%!(EXTRA …); pass a value for each verb", fill, most, given))
	}
}

// countValues counts the values in a variadic argument, or returns -1 for a slice from elsewhere.
func countValues(rest ssa.Value) int {
	switch r := rest.(type) {
	case *ssa.Const:
		return 0
	case *ssa.Slice:
		if a, ok := r.X.(*ssa.Alloc); ok {
			if arr, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array); ok {
				return int(arr.Len())
			}
		}
	}
	return -1
}

// An evaluator computes the possible texts of a value, as far as they matter as a format.
type evaluator struct {
	flow     *flow.Program
	embedded func(ssa.Value) (source, bool) // the text of an embedded file
	calls    map[*ssa.Function]bool         // being evaluated
	known    map[ssa.Value][]text           // what was evaluated, or is being: then it is unknown
}

// textsOf returns the possible texts of a format.
func (c *checker) textsOf(format ssa.Value) []text {
	ev := &evaluator{flow: c.flow, embedded: c.template, calls: map[*ssa.Function]bool{}, known: map[ssa.Value][]text{}}
	return ev.eval(format)
}

// maxTexts bounds the possible texts of one value. Values with more are not judged.
const maxTexts = 64

// unknownText is an unknown text, which may have verbs.
var unknownText = []text{{}}

func (ev *evaluator) eval(v ssa.Value) []text {
	known, ok := ev.known[v]
	if !ok {
		ev.known[v] = unknownText
		known = ev.compute(v)
		ev.known[v] = known
	}
	return known
}

func (ev *evaluator) compute(v ssa.Value) []text {
	switch v := v.(type) {
	case *ssa.Const:
		if s, ok := ev.flow.String(v); ok {
			return []text{scan(s, ev.flow.Literal(v).Pos())}
		}
	case *ssa.BinOp:
		var out []text
		for _, x := range ev.eval(v.X) {
			for _, y := range ev.eval(v.Y) {
				out = addText(out, x.concat(y))
			}
		}
		return limitTexts(out)
	case *ssa.Phi:
		var out []text
		for _, e := range v.Edges {
			for _, t := range ev.eval(e) {
				out = addText(out, t)
			}
		}
		return limitTexts(out)
	case *ssa.ChangeType:
		return ev.eval(v.X)
	case *ssa.UnOp, *ssa.Convert:
		if s, ok := ev.embedded(v); ok {
			return []text{scan(s.text, s.pos)}
		}
	case *ssa.Call:
		return ev.call(v)
	}
	return unknownText
}

// call evaluates the result of a function of the package, or a Sprintf with a constant format.
func (ev *evaluator) call(call *ssa.Call) []text {
	f := flow.Callee(call.Common())
	if f == nil || f.Signature.Results().Len() != 1 || ev.calls[f] {
		return unknownText
	}
	if f.Object() != nil && f.Object().Pkg().Path() == "fmt" && f.Name() == "Sprintf" {
		format, ok := ev.flow.String(call.Call.Args[0])
		if !ok {
			return unknownText
		}
		filled := verb.ReplaceAllStringFunc(format, func(v string) string {
			if v == "%%" {
				return "%"
			}
			return unknownPart
		})
		return []text{scan(filled, ev.flow.Literal(call.Call.Args[0]).Pos())}
	}
	ev.calls[f] = true
	defer delete(ev.calls, f)
	var out []text
	for _, b := range f.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			for _, t := range ev.eval(ret.Results[0]) {
				out = addText(out, t)
			}
		}
	}
	return limitTexts(out)
}

func limitTexts(texts []text) []text {
	if len(texts) == 0 || len(texts) > maxTexts {
		return unknownText
	}
	return texts
}

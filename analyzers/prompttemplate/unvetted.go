package prompttemplate

import (
	"cmp"
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// frameworks are the packages with templates of which the catalogue says the syntax.
func frameworks(known *catalogue.Catalogue) map[string]bool {
	pkgs := map[string]bool{}
	for _, e := range known.Kind("template") {
		if e.Attrs["syntax"] != "" {
			pkgs[e.Package()] = true
		}
	}
	return pkgs
}

// unvetted returns which argument of a function is a format that go vet does not know for one; the values stand behind it.
func (c *checker) unvetted(fn *types.Func) (int, *catalogue.Entry) {
	for _, e := range c.info.Catalogue().Lookup(fn.FullName()) {
		if i := e.Param(fn.Signature()); e.Attrs["format"] == "unvetted" && i >= 0 {
			return i, e
		}
	}
	return 0, nil
}

// checkUnvetted checks the format that a function gets which passes it to fmt.Sprintf: in some releases also where it gets no values.
func (c *checker) checkUnvetted(call ssa.CallInstruction, e *catalogue.Entry, format, rest ssa.Value) {
	given := countValues(rest)
	used := llm.ModuleVersion(c.pass.Fset, flow.FuncObject(call.Common()).Pos())
	if given < 0 || given == 0 && !e.HoldsIn(used) {
		return
	}
	name := flow.ShortName(flow.FuncObject(call.Common()))
	for _, t := range c.textsOf(format) {
		switch sign := cmp.Or(t.strayPercent, t.trailingPercent); {
		case sign != nil:
			c.report(call, fmt.Sprintf("%s reads the percent sign in %s as a verb and puts %%!(MISSING) there; write %%%%", name, rule.Quote(sign.text)),
				rule.Step{Pos: sign.pos, Message: "this text has the percent sign"})
		case t.verbs > given, t.verbs < given && t.complete:
			c.report(call, fmt.Sprintf("the format of %s has %d verbs but %d values, so the model reads %%!; pass a value for each verb", name, t.verbs, given))
		case !t.complete && given == 0:
			c.report(call, fmt.Sprintf("%s reads this text as a format, so a percent sign in it becomes %%!(MISSING); pass \"%%s\" and the text", name))
		default:
			continue
		}
		return
	}
}

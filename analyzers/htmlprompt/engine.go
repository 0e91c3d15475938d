package htmlprompt

import (
	"fmt"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// engine returns the message about a call that renders a prompt with an engine that escapes, or "".
func engine(info *llm.Info, call *ssa.Call) string {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return ""
	}
	args := flow.Arguments(call.Common())
	for _, e := range info.Catalogue().Lookup(fn.FullName()) {
		if e.Kind == "escape" && e.Role == "option" {
			return fn.Name() + " escapes the values of this prompt for a browser, so the model reads &lt; for <; remove it"
		}
		slot, ok := catalogue.SlotOf(fn.Signature(), e.Place)
		if e.Kind != "escape" || e.Role != "html" || !ok {
			continue
		}
		prompt := slot.Result && reaches(info, call) || !slot.Result && slot.Index < len(args) && info.ReachesPrompt(ssax.Unboxed(args[slot.Index]))
		if !prompt || switchedOff(info, e.SDK) || len(args) > 0 && !fillsEscaped(info, args[0]) {
			return ""
		}
		return fmt.Sprintf("%s of %s escapes the data of this prompt for a browser, so the model reads &lt; for <; use text/template, or switch escaping off", fn.Name(), e.SDK.Name)
	}
	return ""
}

// switchedOff reports whether the package switches the escaping of an engine off anywhere.
func switchedOff(info *llm.Info, sdk *catalogue.SDK) bool {
	for _, fn := range info.Flow().Funcs {
		for in := range ssax.Instructions(fn) {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if f := flow.FuncObject(call.Common()); f != nil {
				for _, e := range info.Catalogue().Lookup(f.FullName()) {
					if e.Kind == "escape" && e.Role == "off" && e.SDK == sdk {
						return true
					}
				}
			}
		}
	}
	return false
}

// escapedHole is a hole of Mustache, Handlebars and Jinja whose value is escaped: not {{{x}}}, {{&x}}, a block, a comment or a partial.
var escapedHole = regexp.MustCompile(`(^|[^{]){{[^{&#/!>^]|<%=`)

// fillsEscaped reports whether a template may escape something: its text is unknown, or has a hole for it.
func fillsEscaped(info *llm.Info, template ssa.Value) bool {
	text, ok := info.Flow().String(template)
	return !ok || escapedHole.MatchString(text)
}

package unstableprompt

import (
	"fmt"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// textWidth bounds the places that one text is followed through.
const textWidth = 500

// checkClocks reports the hour, a fresh id or a random number in the text of a system message: it differs in each request, so no prefix of the
// conversation is the same twice. What is kept in a field or a variable was perhaps made once.
func checkClocks(pass *rule.Pass, info *llm.Info) {
	seen := map[ssa.Value]bool{}
	for _, sent := range info.MessageTexts("system", "developer") {
		if followsHistory(sent.Store) {
			continue
		}
		info.Flow().Walk([]flow.Loc{{Value: sent.Value}}, func(at flow.Visit) bool {
			if at.Loc.Key != "" || at.Edge.Kind == flow.Heap {
				return false
			}
			call, ok := at.Loc.Value.(*ssa.Call)
			if !ok || seen[call] {
				return true
			}
			if replacesNothing(info, call) {
				return false
			}
			what := volatileKind(info, call)
			if what == "" || !isCalledBy(sent.Func, call.Parent(), helperDepth) {
				return true
			}
			seen[call] = true
			pass.ReportAround(call.Pos(), rule.Finding{
				Message: fmt.Sprintf("%s in the system message changes with each request, which defeats prompt caching; use the date, or move it to the last user message", what),
				Trace:   []rule.Step{{Pos: sent.Pos, Message: "the message goes to " + sent.Name}},
			})
			return false
		}, textWidth)
	}
}

// replacesNothing reports whether a call puts a text in the place of one that its constant template does not have.
func replacesNothing(info *llm.Info, call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.FullName() != "strings.ReplaceAll" && fn.FullName() != "strings.Replace" {
		return false
	}
	template, known := info.Flow().String(call.Call.Args[0])
	place, constant := info.Flow().String(call.Call.Args[1])
	return known && constant && !strings.Contains(template, place)
}

// followsHistory reports whether a store fills a message that is only appended to the messages which a caller passes: what is before
// it stays the same.
func followsHistory(store *ssa.Store) bool {
	if store == nil {
		return false
	}
	field, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	if element, ok := field.X.(*ssa.IndexAddr); ok {
		return appendedTo(element.X)
	}
	appended := false
	for _, use := range flow.Uses(field.X) {
		load, ok := use.(*ssa.UnOp)
		if !ok {
			continue
		}
		for _, use := range flow.Uses(load) {
			to, ok := use.(*ssa.Store)
			if !ok {
				return false
			}
			element, ok := to.Addr.(*ssa.IndexAddr)
			if !ok || !appendedTo(element.X) {
				return false
			}
			appended = true
		}
	}
	return appended
}

// appendedTo reports whether the list of a variadic argument is appended to a parameter.
func appendedTo(array ssa.Value) bool {
	for _, use := range flow.Uses(array) {
		list, ok := use.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, use := range flow.Uses(list) {
			call, ok := use.(*ssa.Call)
			if !ok {
				continue
			}
			if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
				_, passed := call.Call.Args[0].(*ssa.Parameter)
				return passed && call.Call.Args[1] == list
			}
		}
	}
	return false
}

// helperDepth bounds how many functions deep a clock is looked for below the one that sends.
const helperDepth = 3

// isCalledBy reports whether a function is another one, or one that it calls.
func isCalledBy(by, fn *ssa.Function, depth int) bool {
	if by == fn {
		return true
	}
	if depth == 0 {
		return false
	}
	for in := range ssax.Instructions(by) {
		if call, ok := in.(*ssa.Call); ok {
			if f := flow.Callee(call.Common()); f != nil && f.Pkg == fn.Pkg && isCalledBy(f, fn, depth-1) {
				return true
			}
		}
	}
	return false
}

// volatileKind says what a call gives that differs from one moment to the next, or "".
func volatileKind(info *llm.Info, call *ssa.Call) string {
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return ""
	}
	switch name := fn.FullName(); name {
	case "(time.Time).Format":
		args := flow.Arguments(call.Common())
		if !isNow(args[0]) {
			return ""
		}
		layout, ok := info.Flow().String(args[1])
		if ok && showsTime(layout) {
			return "the time of day"
		}
	case "(time.Time).String":
		if isNow(flow.Receiver(call.Common())) {
			return "the time of day"
		}
	case "github.com/google/uuid.NewString", "(github.com/google/uuid.UUID).String":
		return "a new UUID"
	}
	return ""
}

// showsTime reports whether a layout of package time shows more than the day.
func showsTime(layout string) bool {
	for _, part := range []string{"15", "03", "3:", "04", "05"} {
		if strings.Contains(layout, part) {
			return true
		}
	}
	return false
}

// isNow reports whether a time is the present one, perhaps in another zone.
func isNow(v ssa.Value) bool {
	for range 4 {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false
		}
		fn := flow.FuncObject(call.Common())
		switch {
		case fn == nil:
			return false
		case fn.FullName() == "time.Now":
			return true
		case fn.FullName() == "(time.Time).UTC" || fn.FullName() == "(time.Time).Local" || fn.FullName() == "(time.Time).In":
			v = flow.Receiver(call.Common())
		default:
			return false
		}
	}
	return false
}

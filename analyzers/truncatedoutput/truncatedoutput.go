// Package truncatedoutput finds packages that take text of a model for whole and never read why it ended.
//
// It is long because the finish reason of a response has another name in each SDK, and because text that is decoded reports a cut by itself.
package truncatedoutput

import (
	_ "embed"
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "truncatedoutput", Group: rule.Reliability, Cites: principles.TheTranslationalGap, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil || pass.Example() || readsReason(pass) {
		return nil
	}
	open := map[*llm.Call]string{} // calls whose response is only read in parts, with the field that says why it ended
	passed := map[*catalogue.SDK]bool{}
	for _, c := range info.Calls {
		if c.Entry == nil || c.Entry.SDK.Class == "framework" || !asksText[c.Entry.Role] {
			continue
		}
		field := reasonIn(c)
		if field == "" {
			continue
		}
		if isOnlyReadInParts(info, c) {
			open[c] = field
		} else if !isStream(c) {
			passed[c.Entry.SDK] = true // whoever gets the response may look
		}
	}
	done := map[*catalogue.SDK]bool{}
	for _, u := range textUses(pass, info, open) {
		sdk := u.call.Entry.SDK
		if passed[sdk] || done[sdk] {
			continue
		}
		done[sdk] = true
		pass.ReportAround(u.call.Instr.Pos(), rule.Finding{
			Message: fmt.Sprintf("text of %s is %s without reading %s, so an answer cut at the token limit looks complete; check it and return an error", u.call.Name, u.how, open[u.call]),
			Trace:   []rule.Step{{Pos: u.at.Pos(), Message: "the text is " + u.how + " here"}},
		})
	}
	return nil
}

// asksText are the roles of calls that return a text, whole or in parts.
var asksText = map[string]bool{"chat": true, "completion": true, "responses": true, "chat,stream": true, "completion,stream": true}

func isStream(c *llm.Call) bool { return strings.HasSuffix(c.Entry.Role, ",stream") }

// A use is a place where text of a call is taken for whole.
type use struct {
	call *llm.Call
	how  string // "returned" or "stored"
	at   ssa.Instruction
}

// textUses lists where text of the calls is returned or stored, in the order of the source. What is decoded tells by itself that it
// was cut: its error is another rule's matter.
func textUses(pass *rule.Pass, info *llm.Info, calls map[*llm.Call]string) []use {
	var out []use
	if len(calls) == 0 {
		return nil
	}
	add := func(v ssa.Value, how string, at ssa.Instruction) {
		for _, r := range info.Replies(v) {
			if calls[r.Call] != "" {
				out = append(out, use{r.Call, how, at})
			}
		}
	}
	for _, fn := range info.Flow().Funcs {
		if !info.FuncCallsModel(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case *ssa.Return:
					for i, result := range in.Results {
						if _, isConst := result.(*ssa.Const); isConst { // as beside an error
							continue
						}
						for _, r := range info.RepliesIn(fn, i) {
							if calls[r.Call] != "" && !isDecoded(info, fn, i) {
								out = append(out, use{r.Call, "returned", in})
							}
						}
					}
				case *ssa.Store:
					switch in.Addr.(type) {
					case *ssa.FieldAddr, *ssa.Global:
						if info.Flow().CarriesText(in.Val.Type()) {
							add(in.Val, "stored", in)
						}
					}
				case *ssa.Call:
					how := wholeText(info, in)
					for _, a := range in.Call.Args {
						if how != "" && info.Flow().CarriesText(a.Type()) {
							add(a, how, in)
						}
					}
				}
			}
		}
	}
	return out
}

// wholeText says what a call does with a text that has to be whole, or "": it writes a file, or it is a method of one of the program's interfaces that keeps
// it, such as a store: it takes a context and can fail.
func wholeText(info *llm.Info, call *ssa.Call) string {
	fn := flow.FuncObject(call.Common())
	switch {
	case fn == nil:
		return ""
	case fn.FullName() == "os.WriteFile", fn.FullName() == "(*os.File).WriteString", strings.HasPrefix(fn.FullName(), "(*database/sql.") && strings.HasPrefix(fn.Name(), "Exec"):
		return "stored"
	case call.Call.IsInvoke() && info.Flow().CallsModule(call.Common()) && takesContext(fn.Signature()) && canOnlyFail(fn.Signature()):
		return "passed on"
	}
	return ""
}

func takesContext(sig *types.Signature) bool {
	return sig.Params().Len() > 0 && flow.IsContext(sig.Params().At(0).Type())
}

// canOnlyFail reports whether a function returns an error and nothing else: it works by what it does.
func canOnlyFail(sig *types.Signature) bool {
	return sig.Results().Len() == 1 && typex.IsError(sig.Results().At(0).Type())
}

// reasonName reports whether a field says why an answer ended: the names in the SDKs and, in JSON, of the vendors.
func reasonName(name string) bool {
	switch strings.ToLower(strings.ReplaceAll(name, "_", "")) {
	case "finishreason", "stopreason", "donereason", "incompletedetails", "finishreasons", "getfinishreason", "stopreasons", "completionreason":
		return true
	}
	return false
}

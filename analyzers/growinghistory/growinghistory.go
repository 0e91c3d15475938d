// Package growinghistory finds conversations that are sent whole each turn and only ever get longer.
//
// It is long because there are two kinds, of a field and of a loop, and because each form of shortening a list has to be seen.
package growinghistory

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "growinghistory", Group: rule.Cost, Cites: principles.PerformanceBenchmarks, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	checkTalks(pass, info)
	sent := map[string]*llm.Call{} // lists kept in fields and package variables, with the first call that sends each
	var order []string
	for _, c := range info.Calls {
		for _, place := range historyKeys(info, c) {
			if sent[place] == nil {
				sent[place] = c
				order = append(order, place)
			}
		}
	}
	for _, place := range order {
		h := &history{pass: pass, program: info.Flow(), place: place}
		h.visitUses()
		if h.bounded || len(h.turns) == 0 {
			continue
		}
		slices.SortFunc(h.turns, func(a, b ssa.Instruction) int { return int(a.Pos() - b.Pos()) })
		turn, call := h.turns[0], sent[place]
		pass.ReportAround(turn.Pos(), rule.Finding{
			Message: fmt.Sprintf("%s grows with each turn and is sent whole by %s, so every turn costs more; drop or summarize old messages above a limit",
				place[strings.LastIndexByte(place, '.')+1:], call.Name),
			Trace: []rule.Step{{Pos: call.Instr.Pos(), Message: "the conversation is sent here"}},
		})
	}
	return nil
}

// historyKeys returns the fields and variables that a call's list of messages is read from, by their keys.
func historyKeys(info *llm.Info, c *llm.Call) []string {
	var out []string
	for _, list := range c.Messages(info) {
		info.Flow().Walk([]flow.Loc{{Value: list}}, func(at flow.Visit) bool {
			key := at.Loc.Key
			if g, ok := at.Loc.Value.(*ssa.Global); ok && g.Object() != nil && g.Object().Pkg() == info.Flow().Types {
				key = flow.GlobalKey(g.Object())
			}
			if key == "" {
				return !at.Filled && at.Edge.Kind != flow.Encoded
			}
			if (flow.FieldPackage(key) == info.Flow().Types.Path() || at.Loc.Key == "") && !slices.Contains(out, key) {
				out = append(out, key)
			}
			return false
		}, 2000)
	}
	return out
}

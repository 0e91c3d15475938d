// Package untypedoutput finds free text of a model that is decoded as JSON although the request could have asked for a schema.
//
// It is long because it has to show that the request could set a schema, that it sets none, and that the text is not taken for prose as well.
package untypedoutput

import (
	_ "embed"
	"fmt"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "untypedoutput", Group: rule.Reliability, Cites: principles.DeclarativePipelines, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil || len(info.Calls) == 0 {
		return nil
	}
	reported := map[*llm.Call]bool{}
	for _, fn := range info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok {
					continue
				}
				for _, text := range info.DecodedBy(call) {
					if takesProse(info, call, text) {
						continue
					}
					for _, reply := range info.Replies(text) {
						if field := unset(pass, info, reply.Call); field != "" && !reported[reply.Call] {
							reported[reply.Call] = true
							report(pass, reply, call.Pos(), field)
						}
					}
				}
			}
		}
	}
	return nil
}

func report(pass *rule.Pass, reply llm.Reply, decoder token.Pos, field string) {
	pass.ReportAround(reply.Call.Instr.Pos(), rule.Finding{
		Message: fmt.Sprintf("response of %s is decoded as JSON, but its request sets no schema, so the model may return prose or invalid JSON; set %s", reply.Call.Name, field),
		Trace: []rule.Step{
			{Pos: reply.Read.Pos(), Message: "the text of the response is read here"},
			{Pos: decoder, Message: "and decoded as JSON here"},
		},
	})
}

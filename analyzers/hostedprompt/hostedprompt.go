// Package hostedprompt finds prompts that a program takes from its vendor by an ID.
package hostedprompt

import (
	_ "embed"
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "hostedprompt", Group: rule.Openness, Cites: principles.WalledGardens, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	for _, fn := range info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				store, ok := in.(*ssa.Store)
				if !ok {
					continue
				}
				field, ok := store.Addr.(*ssa.FieldAddr)
				if !ok {
					continue
				}
				key := flow.FieldKey(field.X.Type(), field.Field)
				for _, e := range info.Catalogue().Lookup(key) {
					if e.Kind == "template" && e.Role == "hosted-id" {
						report(pass, info, e, store)
					}
				}
			}
		}
	}
	return nil
}

func report(pass *rule.Pass, info *llm.Info, e *catalogue.Entry, store *ssa.Store) {
	what := "the prompt"
	if id, ok := info.Flow().String(store.Val); ok {
		what = "the prompt " + rule.Quote(id)
	}
	f := rule.Finding{Message: fmt.Sprintf("%s in %s is stored at the vendor, where review and tests do not see it change; keep its text in the program",
		what, fieldName(e.Symbol))}
	if day := e.Attrs["ends"]; day != "" {
		f.Severity = rule.Error
		f.Message = fmt.Sprintf("%s in %s is stored at the vendor, who ends this service on %s; keep its text in the program", what, fieldName(e.Symbol), day)
	}
	pass.ReportAround(store.Pos(), f)
}

// fieldName shows the symbol of a field as "package.Type.Field", without folders.
func fieldName(symbol string) string { return symbol[strings.LastIndexByte(symbol, '/')+1:] }

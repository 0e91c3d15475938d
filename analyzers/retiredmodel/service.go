package retiredmodel

import (
	"fmt"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// services reports calls of a service that its vendor has ended, where the file sets no client to a platform with a calendar of its own.
func services(pass *rule.Pass, info *llm.Info) {
	for _, f := range pass.Files {
		for call, fn := range astx.FuncCalls(pass.TypesInfo, f) {
			for _, e := range info.Catalogue().Lookup(fn.FullName()) {
				if e.Kind == "service" && e.Attrs["ends"] <= string(*pass.Options.(*day)) && !ownCalendar(pass, info.Catalogue(), f) {
					pass.Report(rule.Finding{Pos: call.Pos(), End: call.Lparen, Message: fmt.Sprintf("%s fails because %s ended its %s service on %s; use the %s API",
						fn.Name(), catalogue.VendorName(e.SDK.Vendor), e.Role, e.Attrs["ends"], e.Attrs["instead"])})
				}
			}
		}
	}
}

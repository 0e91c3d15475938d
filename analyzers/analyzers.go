// Package analyzers is the registry of the rules: one line a rule, in the order of their names.
package analyzers

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/agentloop"
	"github.com/zahariacheck/zahariacheck/analyzers/allow"
	"github.com/zahariacheck/zahariacheck/analyzers/bigpackage"
	"github.com/zahariacheck/zahariacheck/analyzers/closedswitch"
	"github.com/zahariacheck/zahariacheck/analyzers/cutletters"
	"github.com/zahariacheck/zahariacheck/analyzers/droppedusage"
	"github.com/zahariacheck/zahariacheck/analyzers/emptyresponse"
	"github.com/zahariacheck/zahariacheck/analyzers/fatalerror"
	"github.com/zahariacheck/zahariacheck/analyzers/gobstore"
	"github.com/zahariacheck/zahariacheck/analyzers/growinghistory"
	"github.com/zahariacheck/zahariacheck/analyzers/hardcodedendpoint"
	"github.com/zahariacheck/zahariacheck/analyzers/hardcodedmodel"
	"github.com/zahariacheck/zahariacheck/analyzers/hardcodedprompt"
	"github.com/zahariacheck/zahariacheck/analyzers/hostedprompt"
	"github.com/zahariacheck/zahariacheck/analyzers/htmlprompt"
	"github.com/zahariacheck/zahariacheck/analyzers/ignoredoption"
	"github.com/zahariacheck/zahariacheck/analyzers/initeffect"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/loopinvariant"
	"github.com/zahariacheck/zahariacheck/analyzers/magicphrase"
	"github.com/zahariacheck/zahariacheck/analyzers/modelexec"
	"github.com/zahariacheck/zahariacheck/analyzers/modelsniffing"
	"github.com/zahariacheck/zahariacheck/analyzers/needlessrepair"
	"github.com/zahariacheck/zahariacheck/analyzers/promptinject"
	"github.com/zahariacheck/zahariacheck/analyzers/prompttemplate"
	"github.com/zahariacheck/zahariacheck/analyzers/retiredmodel"
	"github.com/zahariacheck/zahariacheck/analyzers/schematag"
	"github.com/zahariacheck/zahariacheck/analyzers/streamerr"
	"github.com/zahariacheck/zahariacheck/analyzers/stubapi"
	"github.com/zahariacheck/zahariacheck/analyzers/toolcall"
	"github.com/zahariacheck/zahariacheck/analyzers/toolhint"
	"github.com/zahariacheck/zahariacheck/analyzers/truncatedoutput"
	"github.com/zahariacheck/zahariacheck/analyzers/twoclients"
	"github.com/zahariacheck/zahariacheck/analyzers/unbatched"
	"github.com/zahariacheck/zahariacheck/analyzers/uncancellable"
	"github.com/zahariacheck/zahariacheck/analyzers/undeleted"
	"github.com/zahariacheck/zahariacheck/analyzers/unreaderrors"
	"github.com/zahariacheck/zahariacheck/analyzers/unstableprompt"
	"github.com/zahariacheck/zahariacheck/analyzers/untypedoutput"
	"github.com/zahariacheck/zahariacheck/analyzers/vendorlock"
)

// rules is the list to add to. Everything else that names the rules is made from it.
var rules = complete(
	agentloop.Rule,
	bigpackage.Rule,
	closedswitch.Rule,
	droppedusage.Rule,
	emptyresponse.Rule,
	gobstore.Rule,
	hardcodedmodel.Rule,
	hardcodedprompt.Rule,
	htmlprompt.Rule,
	initeffect.Rule,
	loopinvariant.Rule,
	magicphrase.Rule,
	modelsniffing.Rule,
	prompttemplate.Rule,
	retiredmodel.Rule,
	schematag.Rule,
	streamerr.Rule,
	stubapi.Rule,
	toolcall.Rule,
	uncancellable.Rule,
	unstableprompt.Rule,
	cutletters.Rule,
	fatalerror.Rule,
	growinghistory.Rule,
	hardcodedendpoint.Rule,
	hostedprompt.Rule,
	ignoredoption.Rule,
	truncatedoutput.Rule,
	toolhint.Rule,
	unbatched.Rule,
	undeleted.Rule,
	unreaderrors.Rule,
	untypedoutput.Rule,
	modelexec.Rule,
	needlessrepair.Rule,
	promptinject.Rule,
	twoclients.Rule,
	vendorlock.Rule,
)

// complete adds the rule that watches over the comments which suppress findings of the others.
func complete(others ...*rule.Rule) []*rule.Rule {
	all := append(slices.Clone(others), allow.New(others))
	slices.SortFunc(all, func(a, b *rule.Rule) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Rules returns every rule, sorted by name.
func Rules() []*rule.Rule { return slices.Clone(rules) }

// All returns every rule as a go/analysis pass, sorted by name.
func All() []*analysis.Analyzer {
	all := make([]*analysis.Analyzer, len(rules))
	for i, r := range rules {
		all[i] = r.Analyzer()
	}
	return all
}

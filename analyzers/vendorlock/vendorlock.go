// Package vendorlock finds packages whose API, or whose handling of errors, binds their users to the SDK of one vendor.
//
// It is long because it finds exposures in types of any depth, tells adapters from what stands above them, and has two more kinds, of errors
// and of borrowed types.
package vendorlock

import (
	_ "embed"
	"flag"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{
		Name: "vendorlock", Group: rule.Openness, Cites: principles.LockIn, Also: []principles.ID{principles.OpenInterfaces, principles.FrameworkAgnosticism},
		Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Options: declareOptions, Wants: importsSDK, Requires: []*analysis.Analyzer{exposureFacts}, Run: run,
	}
	Analyzer = Rule.Analyzer()
)

// options are those of the rule, by the names of their flags.
type options struct {
	accept            string
	cloud, frameworks bool
}

func declareOptions(fs *flag.FlagSet) any {
	o := new(options)
	fs.StringVar(&o.accept, "accept", "", "comma-separated `list` of vendors, SDK names or import paths that may be exposed")
	fs.BoolVar(&o.cloud, "cloud", false, "also report cloud SDKs")
	fs.BoolVar(&o.frameworks, "frameworks", false, "also report frameworks for several vendors")
	return o
}

// importsSDK reports whether a package imports an SDK.
func importsSDK(pass *rule.Pass) bool {
	return astx.Imports(pass.Files, func(path string) bool { return pass.SDKOf(path) != nil })
}

func run(pass *rule.Pass) error {
	for _, s := range pass.ResultOf[exposureFacts].([]*usage) {
		checkUsage(&usage{Pass: pass, files: s.files, vendor: s.vendor, shown: s.shown})
	}
	return nil
}

// isAdapter reports whether the package is named after the vendor.
func (s *usage) isAdapter() bool {
	return s.vendor.isNamedBy(strings.Split(s.Pkg.Path(), "/")) || s.vendor.isNamedBy([]string{s.Pkg.Name()})
}

// checkUsage reports at most one finding per package and vendor.
func checkUsage(s *usage) {
	if s.isAdapter() {
		return
	}
	talks := s.usesClient()
	if other := s.adaptedVendor(); other != "" {
		// Many vendors are reached through the SDK of another one, whose wire format they speak. Only what takes
		// its types and has nothing to say to it has no need of it. A program uses an adapter, and is none.
		sdk := s.importsSDKOf(other)
		if s.Pkg.Name() != "main" && !talks && (sdk || s.hasAdapter() && !s.buildsRequests()) {
			s.reportBorrowed(other)
		}
		return
	}
	if len(s.shown) > 0 {
		s.reportExposed(s.shown)
	} else if !talks && len(s.adapters()) == 0 {
		s.reportErrors()
	}
}

func (s *usage) reportExposed(shown []exposure) {
	worst := shown[0]
	for _, e := range shown[1:] {
		if (e.through != "") != (worst.through != "") {
			if e.through != "" {
				worst = e
			}
		} else if e.uses > worst.uses {
			worst = e
		}
	}
	var others []rule.Step
	for _, e := range shown {
		if e.name != worst.name {
			others = append(others, rule.Step{Pos: e.name.Pos(), Message: fmt.Sprintf("%s exposes %s", e.what, s.typeName(e.of))})
		}
	}
	cites, sdk := principles.LockIn, s.vendor.sdk
	message := fmt.Sprintf("exported %s exposes %s, which ties users of package %s to %s; %s", worst.what, s.typeName(worst.of), s.Pkg.Name(), sdk.Name, s.cure(shown))
	if worst.through != "" {
		cites = principles.OpenInterfaces
		in := ""
		if worst.through != worst.what {
			in = " in " + worst.what
		}
		message = fmt.Sprintf("%s mentions %s%s, so every implementation must import %s; %s", worst.through, s.typeName(worst.of), in, sdk.Name, s.cure(shown))
	}
	if sdk.Class == "framework" {
		cites = principles.FrameworkAgnosticism
	}
	s.Report(rule.Finding{
		Pos: worst.name.Pos(), End: worst.name.End(), Cites: cites, Trace: others[:min(len(others), maxOffenders)], Message: message,
	})
}

// cure says what to declare instead of the vendor's types.
func (s *usage) cure(shown []exposure) string {
	if s.vendor.sdk.Class == "framework" {
		return "declare your own type" + s.usedMembers(shown) + " and convert where the framework is called"
	}
	return "declare your own type" + s.usedMembers(shown) + " and convert in the adapter"
}

// maxOffenders bounds the further places that a finding lists.
const maxOffenders = 8

// reportBorrowed reports the adapter of one vendor that uses types, but no client, of the SDK of another.
func (s *usage) reportBorrowed(adapted string) {
	dictated := s.foreignMentions()
	uses := slices.DeleteFunc(s.uses(), func(id *ast.Ident) bool {
		obj := s.TypesInfo.Uses[id]
		if _, isType := obj.(*types.TypeName); isType {
			return dictated[obj]
		}
		n := typex.Named(obj.Type()) // a constant of such a type
		return n != nil && dictated[n.Obj()]
	})
	if len(uses) == 0 {
		return
	}
	var trace []rule.Step
	for _, spec := range s.vendor.imports {
		trace = append(trace, rule.Step{Pos: spec.Pos(), Message: "imports " + spec.Path.Value})
	}
	for _, id := range uses[1:] {
		trace = append(trace, rule.Step{Pos: id.Pos(), Message: "uses " + id.Name})
	}
	s.Report(rule.Finding{
		Pos: uses[0].Pos(), End: uses[0].End(), Cites: principles.FrameworkAgnosticism, Trace: trace[:min(len(trace), maxOffenders)],
		Message: fmt.Sprintf("the %s adapter imports %s only for %s and never calls %s; use your own type",
			catalogue.VendorName(adapted), s.vendor.sdk.Name, s.typeName(s.TypesInfo.Uses[uses[0]]), catalogue.VendorName(s.vendor.sdk.Vendor)),
	})
}

// reportErrors reports code above the adapters that tests for the errors of one vendor only.
func (s *usage) reportErrors() {
	tests := s.errorTests()
	if len(tests) == 0 {
		return
	}
	first := tests[0]
	trace := []rule.Step{{Pos: first.test.Pos(), Message: "the error is tested for " + catalogue.VendorName(s.vendor.sdk.Vendor) + "'s type here"}}
	for _, t := range tests[1:] {
		trace = append(trace, rule.Step{Pos: t.test.Pos(), Message: "and here"})
	}
	s.Report(rule.Finding{
		Pos: first.at.Pos(), End: first.at.End(), Cites: principles.FrameworkAgnosticism, Trace: trace[:min(len(trace), maxOffenders)],
		Message: fmt.Sprintf("%s is tested for %s outside the %s adapter, so errors of other vendors are missed; return your own error type from each adapter",
			first.name, s.typeName(first.of), catalogue.VendorName(s.vendor.sdk.Vendor)),
	})
}

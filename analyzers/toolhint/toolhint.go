// Package toolhint finds tools that declare themselves harmless and are not.
package toolhint

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/surface"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "toolhint", Group: rule.Security, Cites: principles.TheUnsexyWork, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{surface.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

// A claim is what a hint says and what the handler then must not do.
type claim struct {
	hint    string
	says    bool
	refutes []string // capabilities
	called  string
}

// claims are the hints of the Model Context Protocol, which other SDKs have taken over. That a program is started refutes none: what
// it does is unknown.
var claims = []claim{
	{"readOnlyHint", true, []string{surface.FilesWrite, surface.SQLWrite}, "read-only"},
	{"openWorldHint", false, []string{surface.Network}, "closed-world"},
}

func run(pass *rule.Pass) error {
	pkg := pass.ResultOf[surface.Analyzer].(*surface.Package)
	if len(pkg.Tools) == 0 {
		return nil
	}
	// What other packages do is not looked into: then the capability is one that cannot be told, and no claim is refuted by it.
	linker := surface.NewLinker([]*surface.Package{pkg}, func(string) bool { return false }, func(string) []string { return nil })
	for _, tool := range pkg.Tools {
		for _, c := range claims {
			if set, ok := tool.Annotations[c.hint]; !ok || set != c.says {
				continue
			}
			for _, can := range linker.Capabilities(tool.Handler) {
				if slices.Contains(c.refutes, can.Name) && !temporary(can) {
					report(pass, tool, c, can)
					break
				}
			}
		}
	}
	return nil
}

// temporary reports whether a file is only made for the time of a call.
func temporary(c surface.Capability) bool {
	last := c.Chain[len(c.Chain)-1].Func
	return last == "os.CreateTemp" || last == "os.MkdirTemp"
}

func report(pass *rule.Pass, tool surface.Tool, c claim, can surface.Capability) {
	f := rule.Finding{Pos: tool.Pos, Message: fmt.Sprintf("tool %s declares itself %s but its handler can reach %s; drop the hint or the call, since clients skip the approval of such tools",
		rule.Quote(tool.Name), c.called, short(can.Chain[len(can.Chain)-1].Func))}
	for _, l := range can.Chain[1:] {
		f.Trace = append(f.Trace, rule.Step{Pos: l.Pos, Message: "here it refers to " + short(l.Func)})
	}
	pass.Report(f)
}

// short shows a full name without folders: "(*example.com/app/store.DB).Put" as "store.DB.Put".
func short(name string) string {
	name = strings.NewReplacer("(", "", ")", "", "*", "").Replace(name)
	return name[strings.LastIndexByte(name, '/')+1:]
}

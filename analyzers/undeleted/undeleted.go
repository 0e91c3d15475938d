// Package undeleted finds what is made for one task, at a vendor or on disk, and is removed on no path.
//
// It is long because it follows what is created through the whole function: whatever leaves it may be deleted elsewhere.
package undeleted

import (
	_ "embed"
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "undeleted", Group: rule.Cost, Cites: principles.EphemeralStorage, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil || len(info.Calls) == 0 && !info.MakesResources() {
		return nil
	}
	for _, fn := range info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok {
					continue
				}
				what := resource(info, call, "create")
				if what == "" || removesResource(info, fn, what) || !staysInFunction(info, call) {
					continue
				}
				name := flow.ShortName(flow.FuncObject(call.Common()))
				pass.ReportAround(call.Pos(), rule.Finding{
					Message: fmt.Sprintf("the %s created by %s does not leave this function and is never deleted, so each run leaves one behind; defer its removal", what, name),
				})
			}
		}
	}
	return nil
}

// local are the functions of the standard library that make a thing for a while and those that remove it, as the catalogue has
// them for vendors.
var local = map[string]string{
	"os.MkdirTemp": "temporary folder,create", "io/ioutil.TempDir": "temporary folder,create",
	"os.RemoveAll": "temporary folder,delete", "os.Remove": "temporary folder,delete",
}

// resource returns the thing that a call makes or removes, such as "file", or "".
func resource(info *llm.Info, call *ssa.Call, how string) string {
	return resourceOf(info, call.Common(), how)
}

func resourceOf(info *llm.Info, c *ssa.CallCommon, how string) string {
	fn := flow.FuncObject(c)
	if fn == nil {
		return ""
	}
	role := local[fn.FullName()]
	for _, e := range info.Catalogue().Lookup(fn.FullName()) {
		if e.Kind == "resource" {
			role = e.Role
		}
	}
	what, does, _ := strings.Cut(role, ",")
	if does != how {
		return ""
	}
	return strings.ReplaceAll(what, "-", " ")
}

// removesResource reports whether a function, one that it is in, or what is called or deferred there removes such a thing.
func removesResource(info *llm.Info, fn *ssa.Function, what string) bool {
	return calleesRemove(info, ssax.Outermost(fn), what, 3, map[*ssa.Function]bool{})
}

func calleesRemove(info *llm.Info, fn *ssa.Function, what string, depth int, seen map[*ssa.Function]bool) bool {
	if depth == 0 || seen[fn] || fn.Blocks == nil {
		return false
	}
	seen[fn] = true
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			c, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if resourceOf(info, c.Common(), "delete") == what {
				return true
			}
			if f := flow.Callee(c.Common()); f != nil && calleesRemove(info, f, what, depth-1, seen) {
				return true
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		if calleesRemove(info, lit, what, depth, seen) {
			return true
		}
	}
	return false
}

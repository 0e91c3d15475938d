package toolcall

import (
	"go/types"
	"strings"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// checkAccumulated judges messages that an SDK puts together from a stream and that hide that a tool call was cut: the package reads the
// tool's arguments and nowhere the reason why the message ended.
func (c *checker) checkAccumulated() {
	if c.readsField("StopReason") {
		return
	}
	for _, fn := range c.info.Flow().Funcs {
		for in := range ssax.Instructions(fn) {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			obj := flow.FuncObject(call.Common())
			if obj == nil || !c.hidesTruncation(obj) {
				continue
			}
			c.pass.ReportAround(call.Pos(), rule.Finding{Message: obj.Name() + " returns a tool call that was cut off at max_tokens with the arguments {} and no error; " +
				"check StopReason before running tools"})
			return // once a package
		}
	}
}

// hidesTruncation reports whether the catalogue says that a function, in the release that is used, hides a cut.
func (c *checker) hidesTruncation(fn *types.Func) bool {
	for _, e := range c.info.Catalogue().Lookup(fn.Origin().FullName()) {
		since, ok := strings.CutPrefix(e.Attrs["truncated"], "unseen-since-")
		if !ok {
			continue
		}
		used := llm.ModuleVersion(c.pass.Fset, fn.Pos())
		return used == "" || semver.Compare(used, since) >= 0
	}
	return false
}

// readsField reports whether the package names a field of another package by that name.
func (c *checker) readsField(name string) bool {
	for _, obj := range c.pass.TypesInfo.Uses {
		if v, ok := obj.(*types.Var); ok && v.IsField() && v.Name() == name && v.Pkg() != c.pass.Pkg {
			return true
		}
	}
	return false
}

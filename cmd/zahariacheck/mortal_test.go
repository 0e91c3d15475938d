package main

import (
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// mortal is zahariacheck with a rule that overflows the stack, or takes more memory than any machine has, on packages that
// declare a name for that.
func mortal() {
	all := analyzers.Rules()
	rule := all[slices.IndexFunc(all, func(r *analyzers.Rule) bool { return r.Name == "initeffect" })] // which looks at all packages
	run, wants := rule.Run, rule.Wants
	rule.Wants = nil
	rule.Run = func(pass *analyzers.Pass) error {
		if pass.Pkg.Scope().Lookup("Overflow") != nil {
			overflow(0)
		}
		if pass.Pkg.Scope().Lookup("Hog") != nil {
			pages = make([]byte, 1<<46)
		}
		if wants != nil && !wants(pass) {
			return nil
		}
		return run(pass)
	}
	main()
}

var pages []byte

//go:noinline
func overflow(n int) int { return overflow(n+1) + n }

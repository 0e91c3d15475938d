package main

import "github.com/zahariacheck/zahariacheck/analyzers"

// mortal is zahariacheck with a rule that overflows the stack, or takes more memory than any machine has, on packages that
// declare a name for that.
func mortal() {
	rule := analyzers.Rules()[0]
	run := rule.Run
	rule.Run = func(pass *analyzers.Pass) error {
		if pass.Pkg.Scope().Lookup("Overflow") != nil {
			overflow(0)
		}
		if pass.Pkg.Scope().Lookup("Hog") != nil {
			pages = make([]byte, 1<<46)
		}
		return run(pass)
	}
	main()
}

var pages []byte

//go:noinline
func overflow(n int) int { return overflow(n+1) + n }

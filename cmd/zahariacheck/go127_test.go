//go:build go1.27

package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestGo127 runs the scripts that need what Go 1.27 has added to the language and to the library.
func TestGo127(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "../../testdata/go127",
		Setup: setup(goEnv(t, "GOCACHE")),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":        exits("zahariacheck"),
			"samefindings": sameFindings,
		},
	})
}

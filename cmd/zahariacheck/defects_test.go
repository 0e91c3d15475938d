package main

import (
	"fmt"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

const (
	defects     = "../../testdata/defects"
	defectCases = 34
)

// TestDefects runs the scripts of what was wrong once, one for each kind: code that was passed over without a word, fixes that did
// harm, strangers' code that could hang or steer a run, drivers that disagreed.
func TestDefects(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:       defects,
		Setup:     setup(goEnv(t, "GOCACHE")),
		Condition: isRoot,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"cpbytes":      cpbytes,
			"exits":        exits("zahariacheck"),
			"generate":     generate,
			"samefindings": sameFindings,
		},
	})
}

func TestDefectsAreComplete(t *testing.T) { complete(t, defects, "D%02d", defectCases) }

// isRoot is the condition [root]: owners of files can be changed.
func isRoot(word string) (bool, error) {
	if word != "root" {
		return false, fmt.Errorf("there is no condition %s", word)
	}
	return os.Geteuid() == 0, nil
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

const (
	torture = "../../testdata/torture"
	cases   = 75 // of the torture list
)

// TestTorture runs the scripts of the torture list, one a case: code and surroundings that break linters.
func TestTorture(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   torture,
		Setup: setup(goEnv(t, "GOCACHE")),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"cpbytes":      cpbytes,
			"exits":        exits("zahariacheck"),
			"mortalexits":  exits("mortal"),
			"generate":     generate,
			"writedemo":    writeDemo,
			"samefindings": sameFindings,
		},
	})
}

// generate writes a file that has the third argument's number of the second in the middle, nested if it has an ellipsis; each %d in
// them is the number of the piece. In all of them, \n is a new line.
func generate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: generate BEFORE MIDDLE N AFTER FILE")
	}
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	open, end, _ := strings.Cut(args[1], "…")
	var middle strings.Builder
	for i := range n {
		middle.WriteString(strings.ReplaceAll(open, "%d", strconv.Itoa(i)))
	}
	args[1] = middle.String() + strings.Repeat(end, n)
	ts.Check(os.WriteFile(ts.MkAbs(args[4]), []byte(strings.ReplaceAll(args[0]+args[1]+args[3]+"\n", `\n`, "\n")), 0o644))
}

// cpbytes copies a file to another one. In its text, and in the name of the other, \x00 to \xff stand for bytes that a script
// cannot hold.
func cpbytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cpbytes FROM TO")
	}
	bytes := func(text string) string {
		return escaped.ReplaceAllStringFunc(text, func(hex string) string {
			c, err := strconv.ParseUint(hex[2:], 16, 8)
			ts.Check(err)
			return string([]byte{byte(c)})
		})
	}
	ts.Check(os.WriteFile(ts.MkAbs(bytes(args[1])), []byte(bytes(ts.ReadFile(args[0]))), 0o644))
}

var escaped = regexp.MustCompile(`\\x[0-9a-f]{2}`)

func TestTortureIsComplete(t *testing.T) { complete(t, torture, "T%02d", cases) }

// complete demands for each case of a list a script in a folder, or a line in a table there that names the files and tests which
// have it, or says why there is none.
func complete(t *testing.T, folder, name string, cases int) {
	table, err := os.ReadFile(filepath.Join(folder, "elsewhere.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := map[string]string{}
	for line := range strings.Lines(string(table)) {
		if name, where, _ := strings.Cut(strings.TrimSpace(line), " "); name != "#" {
			elsewhere[name] = where
		}
	}
	for n := 1; n <= cases; n++ {
		name := fmt.Sprintf(name, n)
		_, err := os.Stat(filepath.Join(folder, name+".txtar"))
		where, listed := elsewhere[name]
		if script := err == nil; script == listed {
			t.Errorf("%s: has a script: %v, has a line in elsewhere.tsv: %v", name, script, listed)
		}
		if reason, none := strings.CutPrefix(where, "none: "); none && reason != "" {
			continue
		}
		for _, place := range strings.Fields(where) {
			file, test, _ := strings.Cut(place, ":")
			if text, err := os.ReadFile(filepath.Join("../..", file)); err != nil || test != "" && !strings.Contains(string(text), "\nfunc "+test+"(t *testing.T)") {
				t.Errorf("%s: there is no %s", name, place)
			}
		}
	}
}

package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/demo"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"zahariacheck": withPlainRule(main), "mortal": withPlainRule(mortal)})
}

// withPlainRule switches on a rule that finds something in plain code, in a line: scripts about what the command does with
// findings need no SDK then.
func withPlainRule(run func()) func() {
	return func() {
		for _, r := range analyzers.Rules() {
			if r.Name == "initeffect" {
				r.Tier = analyzers.Stable
			}
		}
		run()
	}
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "../../testdata/script",
		Setup: setup(goEnv(t, "GOCACHE")),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"writedemo":    writeDemo,
			"samefindings": sameFindings,
			"exits":        exits("zahariacheck"),
			"cpnamed":      cpnamed,
			"oneshape":     oneShape,
			"generate":     generate,
			"bounded":      bounded,
		},
	})
}

// setup makes the environment of a script: no network, no other toolchain, and the command as a vet tool too.
func setup(cache string) func(*testscript.Env) error {
	return func(e *testscript.Env) error {
		tool, err := exec.LookPath("zahariacheck") // testscript has put it in PATH
		e.Setenv("VETTOOL", tool)
		e.Setenv("GOCACHE", cache)
		e.Setenv("GOFLAGS", "")
		e.Setenv("GOPROXY", "off")
		e.Setenv("GOTOOLCHAIN", "local")
		return err
	}
}

func goEnv(t *testing.T, name string) string {
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// exits runs a command with the arguments behind the first, which is the exit status that it must have.
func exits(command string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) == 0 {
			ts.Fatalf("usage: exits STATUS [ARGUMENT...]")
		}
		status := 0
		var exit *exec.ExitError
		if err := ts.Exec(command, args[1:]...); errors.As(err, &exit) {
			status = exit.ExitCode()
		} else {
			ts.Check(err)
		}
		if got := strconv.Itoa(status); got != args[0] {
			ts.Fatalf("exit status %s, want %s", got, args[0])
		}
	}
}

// writeDemo writes the sample application, which breaks every rule, to the current folder.
func writeDemo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: writedemo")
	}
	ts.Check(demo.Write(ts.MkAbs(".")))
}

// sameFindings compares two files that hold what -json prints: whatever the order of packages, and whether or not a
// package is named with its tests, the findings must be the same, and not none.
func sameFindings(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: samefindings FILE FILE")
	}
	a, b := findings(ts, args[0]), findings(ts, args[1])
	if len(a) == 0 {
		ts.Fatalf("%s has no findings", args[0])
	}
	less := func(x, y string) bool { return x < y }
	if diff := cmp.Diff(a, b, cmpopts.SortSlices(less)); diff != "" {
		ts.Fatalf("findings differ (- %s, + %s):\n%s", args[0], args[1], diff)
	}
}

// findings returns each diagnostic of a -json stream as text: its rule and all its fields.
func findings(ts *testscript.TestScript, file string) (all []string) {
	for dec := json.NewDecoder(strings.NewReader(ts.ReadFile(file))); ; {
		var packages map[string]map[string][]map[string]any
		if err := dec.Decode(&packages); err == io.EOF {
			return all
		} else if err != nil {
			ts.Fatalf("%s: %v", file, err)
		}
		for _, rules := range packages {
			for rule, diagnostics := range rules {
				for _, d := range diagnostics {
					text, err := json.MarshalIndent(d, "", "\t")
					ts.Check(err)
					all = append(all, rule+" "+string(text))
				}
			}
		}
	}
}

// cpnamed copies the second file to the first, whose name is in JSON syntax: it can hold what a script cannot.
func cpnamed(ts *testscript.TestScript, neg bool, args []string) {
	var name string
	ts.Check(json.Unmarshal([]byte(`"`+args[0]+`"`), &name))
	ts.Check(os.WriteFile(ts.MkAbs(name), []byte(ts.ReadFile(args[1])), 0o644))
}

var editorLine = regexp.MustCompile(`^(\t.*|[^\t:][^:]*:\d+:\d+: .+)$`)

// oneShape fails unless each line of a file is one that editors read: a place with a message, or a continuation. The totals
// behind the last one, after an empty line, are none of them and must not look like one.
func oneShape(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: oneshape FILE")
	}
	report, totals, _ := strings.Cut(ts.ReadFile(args[0]), "\n\n")
	if editorLine.MatchString(strings.TrimSuffix(totals, "\n")) {
		ts.Fatalf("an editor takes %q for a finding", totals)
	}
	for line := range strings.Lines(report) {
		if !editorLine.MatchString(strings.TrimSuffix(line, "\n")) {
			ts.Fatalf("an editor cannot read %q", line)
		}
	}
}

// bounded fails if a file has more bytes than the second argument says, or a line has more than the first.
func bounded(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: bounded LINE TOTAL FILE")
	}
	line, err := strconv.Atoi(args[0])
	ts.Check(err)
	total, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[2])
	longest := 0
	for one := range strings.Lines(text) {
		longest = max(longest, len(one))
	}
	if longest > line || len(text) > total {
		ts.Fatalf("%s has %d bytes, the longest line %d", args[2], len(text), longest)
	}
}

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestDrivers(t *testing.T) {
	tool := filepath.Join(t.TempDir(), "zahariacheck.exe")
	run(t, "go", "build", "-C", "../..", "-o", tool, "./cmd/zahariacheck")

	own := findings(t, run(t, tool, "-json", "./..."))
	vet := findings(t, run(t, "go", "vet", "-json", "-vettool="+tool, "./..."))
	// Where another package sends a text, the command reports it where it is written, and go vet where it is sent.
	ours, theirs := marked(t, "zahariacheck finds hardcodedprompt"), marked(t, "go vet finds hardcodedprompt")
	if a, b := strings.Join(without(own, ours), "\n"), strings.Join(without(vet, theirs), "\n"); a != b {
		t.Errorf("the drivers differ.\nzahariacheck:\n%s\ngo vet:\n%s", a, b)
	}
	if again := findings(t, run(t, tool, "-json", "./...")); !slices.Equal(again, own) {
		t.Errorf("two runs differ:\n%s", strings.Join(again, "\n"))
	}

	both := marked(t, "finds hardcodedprompt")
	for _, driver := range []struct {
		name            string
		findings, marks []string
	}{{"zahariacheck", own, ours}, {"go vet", vet, theirs}} {
		var got []string
		for _, f := range driver.findings {
			if _, rest, _ := strings.Cut(f, " "); strings.HasPrefix(rest, "hardcodedprompt ") {
				got = append(got, line(f))
			}
		}
		want := slices.Sorted(slices.Values(slices.Concat(both, driver.marks)))
		if len(driver.marks) == 0 || !slices.Equal(got, want) {
			t.Errorf("%s finds hardcodedprompt at\n%s\nwant\n%s", driver.name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// line returns the place, FILE:LINE, of a finding.
func line(finding string) string {
	place, _, _ := strings.Cut(finding, " ")
	return place[:strings.LastIndex(place, ":")]
}

// without returns the findings that are not at one of the places.
func without(findings, places []string) []string {
	return slices.DeleteFunc(slices.Clone(findings), func(f string) bool { return slices.Contains(places, line(f)) })
}

// run returns the standard output of a command. Our own command exits with 1 when it finds something.
func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "GOWORK=off")
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if exit := new(exec.ExitError); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1 && name != "go") {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, &stderr)
	}
	return out
}

// findings reads the output of go vet -json, objects of packages one after the other, and returns a sorted line for each finding.
func findings(t *testing.T, out []byte) []string {
	t.Helper()
	wd, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var packages map[string]map[string]json.RawMessage
		if err := dec.Decode(&packages); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, out)
		}
		for pkg, rules := range packages {
			for rule, raw := range rules {
				var list []struct{ Posn, End, Message, Category string }
				if err := json.Unmarshal(raw, &list); err != nil {
					t.Fatalf("%s: %s: %v in\n%s", pkg, rule, err, raw)
				}
				for _, d := range list {
					file, err := filepath.Rel(wd, d.Posn)
					if err != nil {
						t.Fatal(err)
					}
					all = append(all, fmt.Sprintf("%s %s %s %s", filepath.ToSlash(file), rule, d.Category, d.Message))
				}
			}
		}
	}
	slices.Sort(all)
	return all
}

// marked returns the places, FILE:LINE, of the lines that end in a comment.
func marked(t *testing.T, comment string) []string {
	t.Helper()
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range strings.Split(string(text), "\n") {
			if strings.HasSuffix(l, "// "+comment) {
				all = append(all, fmt.Sprintf("%s:%d", filepath.ToSlash(file), i+1))
			}
		}
	}
	slices.Sort(all)
	return all
}

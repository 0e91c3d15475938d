package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/demo"
)

// How many programs are made, and from which on: go test ./cmd/zahariacheck -run TestDrivers -args -programs=100 -first=3. Each takes
// longer than a fuzz target may.
var (
	programs = flag.Uint64("programs", 3, "how many programs TestDrivers makes")
	first    = flag.Uint64("first", 0, "the number of the first program that TestDrivers makes")
)

// TestDrivers makes programs and demands the same findings from the command and from go vet, and from two orders of the files of each
// package.
func TestDrivers(t *testing.T) {
	for seed := *first; seed < *first+*programs; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { compareDrivers(t, seed) })
	}
}

func compareDrivers(t *testing.T, seed uint64) {
	dir := t.TempDir()
	if err := demo.Write(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"agent", "chat", "desk", "history", "report", "shared", "main.go"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	program := newProgram(seed).packages(12)
	names := []string{"a.go", "b.go", "c.go"}
	write(t, dir, program, names, names)
	ours := ask(t, dir, "zahariacheck", "-json", "-preview")
	vets := ask(t, dir, "go", "vet", "-json", "-preview", "-vettool="+tool(t), "./...")
	if diff := cmp.Diff(vets, ours); diff != "" {
		t.Errorf("(-go vet, +the command)\n%s", diff)
	}
	if len(ours) == 0 {
		t.Error("no findings")
	}
	write(t, dir, program, names, []string{"c.go", "a.go", "b.go"})
	turned := ask(t, dir, "zahariacheck", "-json", "-preview")
	if diff := cmp.Diff(messages(ours), messages(turned)); diff != "" {
		t.Errorf("(-files in one order, +in another)\n%s", diff)
	}
}

// messages returns the lines of findings that say which rule says what. Where stays out: of many places of one kind, some rules report
// the first, and which that is the order of the files decides.
func messages(findings []string) (all []string) {
	for _, one := range findings {
		rule, _, _ := strings.Cut(one, " ")
		if rule == "vendorlock" { // it names the first function that shows a type
			continue
		}
		for line := range strings.Lines(one) {
			if text, ok := strings.CutPrefix(line, "\t\"message\": "); ok {
				all = append(all, rule+" "+strings.TrimSpace(text))
			}
		}
	}
	slices.Sort(all)
	return all
}

func tool(t *testing.T) string {
	name, err := exec.LookPath("zahariacheck")
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// write writes the packages of a program, with the files that are cut as some names say under others.
func write(t *testing.T, dir string, program []packageText, names, as []string) {
	for _, pkg := range program {
		folder := filepath.Join(dir, pkg.name)
		if err := errors.Join(os.RemoveAll(folder), os.Mkdir(folder, 0o755)); err != nil {
			t.Fatal(err)
		}
		for name, text := range pkg.files(names) {
			if err := os.WriteFile(filepath.Join(folder, as[slices.Index(names, name)]), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// ask runs a driver and returns the findings that it prints, each as a text, sorted.
func ask(t *testing.T, dir, name string, args ...string) (all []string) {
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	cmd.Env = append(demo.Environ(), "XDG_CACHE_HOME="+filepath.Join(dir, "none"), "GOCACHE="+goEnv(t, "GOCACHE"))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, stderr.Bytes())
	}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var packages map[string]map[string]json.RawMessage
		if err := dec.Decode(&packages); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		for pkg, rules := range packages {
			for rule, text := range rules {
				var found []map[string]any
				if err := json.Unmarshal(text, &found); err != nil {
					t.Fatalf("%s: %s", pkg, text)
				}
				for _, d := range found {
					line, err := json.MarshalIndent(d, "", "\t")
					if err != nil {
						t.Fatal(err)
					}
					all = append(all, fmt.Sprintf("%s %s", rule, strings.ReplaceAll(string(line), dir, "")))
				}
			}
		}
	}
	slices.Sort(all)
	return all
}

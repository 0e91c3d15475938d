package main

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Place is a line of a file, named from the root of the repository.
type Place struct {
	File string
	Line int
}

// A Finding is one diagnostic with its related places, its own first.
type Finding struct {
	Rule, Message string
	At            []Place
}

// A Label is one site that was read and classified, see README.md.
type Label struct {
	Repo, File, Class, Status, Role string
	Line, End                       int
}

func (l Label) has(p Place) bool {
	return p.File == l.File && l.Line <= p.Line && p.Line <= max(l.End, l.Line)
}

// A Case is a place that a rule is known to find, or for a good reason not to find.
type Case struct {
	Repo, File string
	Line       int // 0: anywhere below the folder File
	Rule       string
	Verdict    string // "found", or "missed: reason"
}

func (c Case) in(found []Finding) bool {
	return slices.ContainsFunc(found, func(f Finding) bool {
		return f.Rule == c.Rule && slices.ContainsFunc(f.At, func(p Place) bool {
			return p == Place{c.File, c.Line} || c.Line == 0 && strings.HasPrefix(p.File, c.File+"/")
		})
	})
}

// run checks every module of a checkout, and counts the packages that could not be checked.
func run(tool, root string, flags ...string) (found []Finding, unchecked int) {
	for _, module := range modules(root) {
		out, complaints, err := ask(module, tool, append(flags, "-json", "./...")...)
		if _, exit := err.(*exec.ExitError); err != nil && !exit {
			check(err)
		}
		unchecked += strings.Count(complaints, "could not check")
		found = append(found, decode(out, root)...)
	}
	return found, unchecked
}

// modules are the folders of the modules of a checkout, those of test data and of vendored code left out.
func modules(root string) (out []string) {
	check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "go.mod" || strings.Contains(path, "/testdata/") || strings.Contains(path, "/vendor/") {
			return err
		}
		out = append(out, filepath.Dir(path))
		return nil
	}))
	return out
}

// ask runs a program in a module.
func ask(module, name string, args ...string) (stdout, stderr string, err error) {
	var out, errs strings.Builder
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = module, &out, &errs
	cmd.Env = os.Environ()
	if work, err := goWork(module); err == nil && work == "" { // in a workspace, the go command refuses the flag
		cmd.Env = append(cmd.Env, "GOFLAGS=-mod=mod")
	}
	err = cmd.Run()
	return out.String(), errs.String(), err
}

// goWork returns the go.work file that a folder is subject to, or "".
func goWork(dir string) (string, error) {
	cmd := exec.Command("go", "env", "GOWORK")
	cmd.Dir = dir
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}

// decode reads what go vet -json prints: a JSON object a package, from rules to lists of diagnostics.
func decode(out, root string) (found []Finding) {
	type posn struct{ Posn string }
	dec := json.NewDecoder(strings.NewReader(out))
	for {
		var pkgs map[string]map[string]json.RawMessage
		if err := dec.Decode(&pkgs); err != nil {
			return found
		}
		for _, id := range slices.Sorted(maps.Keys(pkgs)) {
			for rule, raw := range pkgs[id] {
				var ds []struct {
					Posn, Message string
					Related       []posn
				}
				if json.Unmarshal(raw, &ds) != nil {
					continue // the rule failed there
				}
				for _, d := range ds {
					f := Finding{rule, d.Message, []Place{place(d.Posn, root)}}
					for _, r := range d.Related {
						f.At = append(f.At, place(r.Posn, root))
					}
					found = append(found, f)
				}
			}
		}
	}
}

func place(posn, root string) Place {
	parts := strings.Split(posn, ":")
	if len(parts) < 3 {
		return Place{posn, 0}
	}
	line, _ := strconv.Atoi(parts[len(parts)-2])
	file := strings.Join(parts[:len(parts)-2], ":")
	if rel, err := filepath.Rel(root, file); err == nil {
		file = filepath.ToSlash(rel)
	}
	return Place{file, line}
}

// score compares the findings of hardcodedprompt with the labels. A finding on a labelled prompt, live or dead, is right,
// one on a label that counts for neither is passed over, and any other is false.
func score(found []Finding, labels []Label, folders []string) Figures {
	f := Figures{Findings: map[string]int{}}
	hit := map[int]bool{}
	seen := map[string]bool{}
	for _, d := range found {
		id := d.Rule + d.Message + d.At[0].File + strconv.Itoa(d.At[0].Line)
		inside := slices.ContainsFunc(folders, func(s string) bool { return strings.HasPrefix(d.At[0].File, s) })
		if seen[id] || strings.HasSuffix(d.At[0].File, "_test.go") {
			continue
		}
		seen[id] = true
		f.Findings[d.Rule]++
		if d.Rule != "hardcodedprompt" || !inside {
			continue
		}
		right, neither := false, false
		for i, l := range labels {
			if l.Class == "principle" || !slices.ContainsFunc(d.At, l.has) {
				continue
			}
			hit[i] = true
			right = right || l.Class == "prompt" && l.Status != "ignore"
			neither = neither || l.Class == "prompt" || l.Class == "prompt-trivial" || l.Class == "tooldesc"
		}
		if right {
			f.True++
		} else if !neither {
			f.False++
		}
	}
	for i, l := range labels {
		if l.Class == "prompt" && l.Status == "live" {
			f.Live++
			if hit[i] {
				f.Hit++
			}
		}
		if l.Class == "lookalike" && hit[i] {
			f.Lookalikes++
		}
	}
	return f
}

func rules(fs ...Figures) []string {
	names := map[string]bool{}
	for _, f := range fs {
		for name := range f.Findings {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func readLabels(file string) map[string][]Label {
	f, err := os.Open(file)
	check(err)
	defer f.Close()
	out := map[string][]Label{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var l Label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			log.Fatalf("measure: %s: %v", file, err)
		}
		if l.Line > 0 {
			out[l.Repo] = append(out[l.Repo], l)
		}
	}
	check(lines.Err())
	return out
}

func readCases(dir string) (out []Case) {
	files, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	check(err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		check(err)
		for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			w := strings.Split(line, "\t")
			if len(w) != 5 {
				log.Fatalf("measure: %s:%d: want repository, file, line, rule, verdict", file, n+1)
			}
			at, err := strconv.Atoi(w[2])
			check(err)
			out = append(out, Case{w[0], w[1], at, w[3], w[4]})
		}
	}
	return out
}

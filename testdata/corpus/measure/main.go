// Command measure runs a build of zahariacheck over checkouts of the labelled repositories and tells what it finds
// there, against the labels, against the list of known cases, and against the last pinned run:
//
//	go run ./testdata/corpus/measure -checkouts DIR [-tool FILE] [-only owner/name] [-update|-surface]
//	go run ./testdata/corpus/measure -checkouts DIR -panel FILE [-tool FILE] [-only owner/name]
//
// DIR holds one checkout for each repository of repos.json, named after the last part of owner/name, at the commit given
// there. Only places and figures are kept in this folder, never code. The exit status is 1 if a case is not as listed or a
// figure of hardcodedprompt got worse than the pinned one; -update pins the new figures.
//
// With -surface it asks for the surface too, and lists the live prompts that hardcodedprompt finds and the surface has not, or has in
// another role than the label.
//
// With -panel it re-measures a panel, see README.md: it prints for each rule how many of the judged findings are still there, by
// verdict, and lists those that are new, which have to be judged, and those that are gone.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A Repo is one labelled repository.
type Repo struct {
	Repo, Commit string
	Labelled     []string // the folders whose prompts are labelled
}

// Figures are what a run says of one repository.
type Figures struct {
	Live, Hit, True, False, Lookalikes int
	Findings                           map[string]int // by rule
	Unchecked                          int            // packages that could not be checked, mostly for want of a module
}

func main() {
	log.SetFlags(0)
	checkouts := flag.String("checkouts", "", "folder of the checkouts")
	tool := flag.String("tool", "", "the build to measure; default: build one")
	only := flag.String("only", "", "only this repository")
	update := flag.Bool("update", false, "pin the figures of this run")
	dir := flag.String("data", "testdata/corpus", "folder of labels, cases and pinned figures")
	surface := flag.Bool("surface", false, "hold the surface to the labels instead")
	panel := flag.String("panel", "", "measure the judged findings of this panel `file` instead")
	flag.Parse()
	if *checkouts == "" {
		log.Fatal("measure: -checkouts names the folder of the checkouts")
	}
	if *tool == "" {
		*tool = build()
	}
	bin, err := filepath.Abs(*tool)
	check(err)
	if *panel != "" {
		check(measurePanel(os.Stdout, bin, *checkouts, *panel, *only))
		return
	}
	var repos []Repo
	read(filepath.Join(*dir, "repos.json"), &repos)
	pinned := map[string]Figures{}
	if _, err := os.Stat(filepath.Join(*dir, "pinned.json")); err == nil {
		read(filepath.Join(*dir, "pinned.json"), &pinned)
	}
	labels, cases := readLabels(filepath.Join(*dir, "labels.jsonl")), readCases(filepath.Join(*dir, "cases"))
	ok := true
	for _, r := range repos {
		if *only != "" && r.Repo != *only {
			continue
		}
		root := filepath.Join(*checkouts, r.Repo[strings.IndexByte(r.Repo, '/')+1:])
		head, err := exec.Command("git", "-C", root, "rev-parse", "HEAD").Output()
		if err != nil || strings.TrimSpace(string(head)) != r.Commit {
			log.Printf("%s: no checkout of %s in %s", r.Repo, r.Commit, root)
			ok = false
			continue
		}
		found, unchecked := run(bin, root)
		if *surface {
			ok = measureSurface(os.Stdout, r.Repo, found, labels[r.Repo], entries(bin, root)) && ok
			continue
		}
		f := score(found, labels[r.Repo], r.Labelled)
		f.Unchecked = unchecked
		better := report(r.Repo, f, pinned[r.Repo])
		ok = judge(r.Repo, found, cases, unchecked > 0) && better && ok
		pinned[r.Repo] = f
	}
	if *update && !*surface {
		data, err := json.MarshalIndent(pinned, "", "\t")
		check(err)
		check(os.WriteFile(filepath.Join(*dir, "pinned.json"), append(data, '\n'), 0o644))
	}
	if !ok {
		os.Exit(1)
	}
}

// report prints the figures of a repository and how they differ from the pinned ones. It is false if the prompts that
// are found got fewer or the false alarms more.
func report(repo string, f, old Figures) bool {
	fmt.Printf("%-28s prompts %d of %d, false %d, lookalikes %d, packages unchecked %d\n", repo, f.Hit, f.Live, f.False, f.Lookalikes, f.Unchecked)
	for _, name := range rules(f, old) {
		diff := ""
		if d := f.Findings[name] - old.Findings[name]; d != 0 {
			diff = fmt.Sprintf(" (%+d)", d)
		}
		fmt.Printf("    %-18s %4d%s\n", name, f.Findings[name], diff)
	}
	if f.Hit < old.Hit || old.Findings != nil && f.False+f.Lookalikes > old.False+old.Lookalikes {
		fmt.Printf("    worse than pinned: %d of %d, false %d\n", old.Hit, old.Live, old.False)
		return false
	}
	return true
}

// judge prints the cases of a repository that are not as their list says. Where packages could not be checked for want of
// a module, a case that is missing may stand in one of these: that is said, and no failure.
func judge(repo string, found []Finding, cases []Case, partly bool) bool {
	as := 0
	ok := true
	for _, c := range cases {
		if c.Repo != repo {
			continue
		}
		if hit := c.in(found); hit == (c.Verdict == "found") {
			as++
		} else if partly && !hit {
			fmt.Printf("    case %s:%d %s: not found, but not all packages could be checked\n", c.File, c.Line, c.Rule)
		} else {
			ok = false
			fmt.Printf("    case %s:%d %s: hit %v, listed as %s\n", c.File, c.Line, c.Rule, hit, c.Verdict)
		}
	}
	fmt.Printf("    %d cases as listed\n", as)
	return ok
}

// build makes a build of this tree.
func build() string {
	out := filepath.Join(os.TempDir(), "zahariacheck-measured")
	cmd := exec.Command("go", "build", "-o", out, "./cmd/zahariacheck")
	cmd.Stderr = os.Stderr
	check(cmd.Run())
	return out
}

func read(file string, into any) {
	data, err := os.ReadFile(file)
	check(err)
	if err := json.Unmarshal(data, into); err != nil {
		log.Fatalf("measure: %s: %v", file, err)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal("measure: ", err)
	}
}

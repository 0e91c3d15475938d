package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Judgement is what somebody said of one finding before any rule was changed for it: one line of a panel.
type Judgement struct {
	Repo, Commit, Rule string
	At                 Place
	Verdict            string // keep, shrug or wrong: see README.md
	Reason             string // a sentence in the judge's own words
}

var verdicts = []string{"keep", "shrug", "wrong"}

const panelHeader = "repository\tcommit\trule\tplace\tverdict\treason"

// readPanel reads a panel. The error names the line.
func readPanel(name string, r io.Reader) ([]Judgement, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var out []Judgement
	for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if n == 0 && line == panelHeader || line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		w := strings.Split(line, "\t")
		if len(w) != 6 {
			return nil, fmt.Errorf("%s:%d: want repository, commit, rule, place, verdict, reason", name, n+1)
		}
		file, number, _ := strings.Cut(w[3], ":")
		at, err := strconv.Atoi(number)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: the place %q is not file:line", name, n+1, w[3])
		}
		if !slices.Contains(verdicts, w[4]) {
			return nil, fmt.Errorf("%s:%d: the verdict %q is none of %s", name, n+1, w[4], strings.Join(verdicts, ", "))
		}
		if w[5] == "" {
			return nil, fmt.Errorf("%s:%d: no reason", name, n+1)
		}
		out = append(out, Judgement{w[0], w[1], w[2], Place{file, at}, w[4], w[5]})
	}
	return out, nil
}

// A Tally is what became of the findings of one rule on a panel.
type Tally struct {
	Keep, Shrug, Wrong int // that are still found
	New                int // that nobody has judged
	GoneKept, GoneBad  int // that vanished, of those to keep and of the others
}

// tally compares what a build finds in one repository with its judgements, and returns the new findings and those that vanished.
func tally(found []Finding, judged []Judgement, by map[string]*Tally) (fresh []Finding, gone []Judgement) {
	of := func(rule string) *Tally {
		if by[rule] == nil {
			by[rule] = &Tally{}
		}
		return by[rule]
	}
	hit := make([]bool, len(judged))
	seen := map[string]bool{}
	for _, f := range found {
		id := fmt.Sprint(f.Rule, f.At[0])
		if seen[id] || strings.HasSuffix(f.At[0].File, "_test.go") {
			continue
		}
		seen[id] = true
		i := slices.IndexFunc(judged, func(j Judgement) bool { return j.Rule == f.Rule && j.At == f.At[0] })
		if i < 0 {
			of(f.Rule).New++
			fresh = append(fresh, f)
			continue
		}
		hit[i] = true
		switch judged[i].Verdict {
		case "keep":
			of(f.Rule).Keep++
		case "shrug":
			of(f.Rule).Shrug++
		default:
			of(f.Rule).Wrong++
		}
	}
	for i, j := range judged {
		if hit[i] {
			continue
		}
		gone = append(gone, j)
		if j.Verdict == "keep" {
			of(j.Rule).GoneKept++
		} else {
			of(j.Rule).GoneBad++
		}
	}
	return fresh, gone
}

// measurePanel runs a build over the repositories of a panel and prints the precision of each rule, and what is new or gone.
func measurePanel(w io.Writer, tool, checkouts, file, only string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	judged, err := readPanel(filepath.Base(file), f)
	if err != nil {
		return err
	}
	var flags []string // the rules that were judged, in preview or not
	for _, j := range judged {
		if !slices.Contains(flags, "-"+j.Rule) {
			flags = append(flags, "-"+j.Rule)
		}
	}
	by := map[string]*Tally{}
	for _, repo := range repos(judged) {
		if only != "" && repo != only {
			continue
		}
		mine := slices.DeleteFunc(slices.Clone(judged), func(j Judgement) bool { return j.Repo != repo })
		root := filepath.Join(checkouts, repo[strings.LastIndexByte(repo, '/')+1:])
		if _, err := os.Stat(root); err != nil {
			log.Printf("%s: no checkout of %s in %s", repo, mine[0].Commit, root)
			continue
		}
		found, unchecked := run(tool, root, flags...)
		fresh, gone := tally(found, mine, by)
		fmt.Fprintf(w, "%s: %d findings, packages unchecked %d\n", repo, len(found), unchecked)
		for _, f := range fresh {
			fmt.Fprintf(w, "    new   %s %s:%d %s\n", f.Rule, f.At[0].File, f.At[0].Line, f.Message)
		}
		for _, j := range gone {
			fmt.Fprintf(w, "    gone  %s %s:%d, judged %s: %s\n", j.Rule, j.At.File, j.At.Line, j.Verdict, j.Reason)
		}
	}
	printTallies(w, by)
	return nil
}

// repos returns the repositories of a panel in its order.
func repos(judged []Judgement) (out []string) {
	for _, j := range judged {
		if !slices.Contains(out, j.Repo) {
			out = append(out, j.Repo)
		}
	}
	return out
}

// printTallies prints a table by rule. Precision is of the findings that were judged: new ones have to be judged first.
func printTallies(w io.Writer, by map[string]*Tally) {
	var names []string
	for name := range by {
		names = append(names, name)
	}
	slices.Sort(names)
	all := &Tally{}
	fmt.Fprintf(w, "%-18s %5s %5s %5s %5s %9s %9s %s\n", "rule", "keep", "shrug", "wrong", "new", "gone:keep", "gone:rest", "kept")
	for _, name := range names {
		t := by[name]
		printTally(w, name, t)
		all.Keep, all.Shrug, all.Wrong, all.New = all.Keep+t.Keep, all.Shrug+t.Shrug, all.Wrong+t.Wrong, all.New+t.New
		all.GoneKept, all.GoneBad = all.GoneKept+t.GoneKept, all.GoneBad+t.GoneBad
	}
	printTally(w, "all", all)
}

func printTally(w io.Writer, name string, t *Tally) {
	kept := "-"
	if n := t.Keep + t.Shrug + t.Wrong; n > 0 {
		kept = fmt.Sprintf("%.2f", float64(t.Keep)/float64(n))
	}
	fmt.Fprintf(w, "%-18s %5d %5d %5d %5d %9d %9d %s\n", name, t.Keep, t.Shrug, t.Wrong, t.New, t.GoneKept, t.GoneBad, kept)
}

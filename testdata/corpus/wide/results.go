package main

import (
	"bufio"
	"cmp"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// A Row is what is known of one line of the list.
type Row struct {
	Modules, Tool     string
	Lines             int
	Findings          map[string]int // by rule
	Unchecked         int            // packages that do not compile here, mostly for want of a module that the proxy has not
	Fixes, Applied    int
	Seconds, Seconds2 float64 // with one processor, and with two
	Peak              int     // MB
	Verdict           string  // ok, "skipped: " and why, or "wrong: " and what
}

const (
	header  = "modules\ttool\tlines\tfindings\tby rule\tunchecked\tfixes\tapplied\tseconds\tseconds with 2\tpeak MB\tverdict\n"
	untried = -1 // fixes
	skipped = "skipped: "
	wrong   = "wrong: "
)

func (r Row) skip(why string) Row { r.Verdict = skipped + why; return r }

func (r *Row) bad(what string) Row {
	if r.Verdict == "" {
		r.Verdict = wrong + what
	} else {
		r.Verdict += "; " + what
	}
	return *r
}

func (r Row) total() (n int) {
	for _, m := range r.Findings {
		n += m
	}
	return n
}

func (r Row) String() string {
	var rules []string
	for _, rule := range slices.Sorted(maps.Keys(r.Findings)) {
		rules = append(rules, fmt.Sprintf("%s=%d", rule, r.Findings[rule]))
	}
	verdict := strings.Join(strings.Fields(cmp.Or(r.Verdict, "ok")), " ")
	return fmt.Sprintf("%s\t%s\t%d\t%d\t%s\t%d\t%d\t%d\t%.1f\t%.1f\t%d\t%s", r.Modules, r.Tool, r.Lines, r.total(), strings.Join(rules, ","),
		r.Unchecked, r.Fixes, r.Applied, r.Seconds, r.Seconds2, r.Peak, verdict)
}

func readRows(file string) map[string]Row {
	rows := map[string]Row{}
	f, err := os.Open(file)
	if os.IsNotExist(err) {
		return rows
	}
	check(err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		w := strings.Split(lines.Text(), "\t")
		if n == 1 {
			continue
		}
		if len(w) != strings.Count(header, "\t")+1 {
			log.Fatalf("%s:%d: %d columns; delete the file to begin anew", file, n, len(w))
		}
		num := func(i int) int { v, err := strconv.Atoi(w[i]); check(err); return v }
		sec := func(i int) float64 { v, err := strconv.ParseFloat(w[i], 64); check(err); return v }
		r := Row{Modules: w[0], Tool: w[1], Lines: num(2), Findings: map[string]int{}, Unchecked: num(5), Fixes: num(6), Applied: num(7),
			Seconds: sec(8), Seconds2: sec(9), Peak: num(10), Verdict: w[11]}
		for pair := range strings.SplitSeq(w[4], ",") {
			if rule, n, ok := strings.Cut(pair, "="); ok {
				r.Findings[rule], err = strconv.Atoi(n)
				check(err)
			}
		}
		rows[r.Modules] = r
	}
	check(lines.Err())
	return rows
}

// writeRows replaces the file by one with all rows, in the order of their names.
func writeRows(file string, rows map[string]Row) {
	var b strings.Builder
	b.WriteString(header)
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		fmt.Fprintln(&b, rows[name])
	}
	check(os.WriteFile(file+".new", []byte(b.String()), 0o644))
	check(os.Rename(file+".new", file))
}

func inPreview(name string) bool {
	return slices.ContainsFunc(analyzers.Rules(), func(r *analyzers.Rule) bool { return r.Name == name && r.Tier == analyzers.Preview })
}

// summary prints what the rows come to. It is false if anything was wrong.
func summary(rows []Row) (ok bool) {
	ok = true
	var run []Row
	var all Row
	all.Findings, all.Applied = map[string]int{}, 0
	in := map[string]int{} // modules with findings of a rule
	fmt.Println()
	for _, r := range rows {
		if strings.HasPrefix(r.Verdict, skipped) {
			fmt.Printf("%s: %s\n", r.Modules, r.Verdict)
			continue
		}
		if strings.HasPrefix(r.Verdict, wrong) {
			fmt.Printf("%s: %s\n", r.Modules, r.Verdict)
			ok = false
		}
		run = append(run, r)
		all.Lines += r.Lines
		all.Unchecked += r.Unchecked
		all.Seconds += r.Seconds
		all.Peak = max(all.Peak, r.Peak)
		all.Fixes += r.Fixes
		all.Applied += max(0, r.Applied)
		for rule, n := range r.Findings {
			all.Findings[rule] += n
			in[rule]++
		}
	}
	each := func(n int) float64 { return float64(n) * 1000 / float64(max(1, all.Lines)) }
	fmt.Printf("\n%d of %d checked, %d lines, %d packages unchecked\n", len(run), len(rows), all.Lines, all.Unchecked)
	fmt.Printf("%.0f s in all, %d MB at most; %d fixes, %d applied\n", all.Seconds, all.Peak, all.Fixes, all.Applied)
	for _, preview := range []bool{false, true} {
		n := maps.Clone(all.Findings)
		maps.DeleteFunc(n, func(rule string, _ int) bool { return inPreview(rule) != preview })
		total := Row{Findings: n}.total()
		fmt.Printf("%d findings of rules %s, %.3f a thousand lines\n", total, map[bool]string{false: "that are on", true: "in preview"}[preview], each(total))
		for _, rule := range slices.Sorted(maps.Keys(n)) {
			fmt.Printf("    %-18s %5d in %3d modules  %.4f a thousand lines\n", rule, n[rule], in[rule], each(n[rule]))
		}
	}
	slices.SortStableFunc(run, func(a, b Row) int { return cmp.Compare(b.Seconds, a.Seconds) })
	fmt.Println("the slowest:")
	for _, r := range run[:min(5, len(run))] {
		fmt.Printf("    %6.1f s %6d MB %8d lines  %s\n", r.Seconds, r.Peak, r.Lines, r.Modules)
	}
	return ok
}

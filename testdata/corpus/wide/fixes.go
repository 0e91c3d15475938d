package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// tryFixes applies each fix alone and then all of them together. The packages that do not compile must stay the same, and
// a second round must have nothing to do but what the first refused.
func (w *wide) tryFixes(c *code, found []finding, failed map[string]bool, row *Row) {
	found = slices.DeleteFunc(found, func(f finding) bool { return len(f.Fixes) == 0 })
	slices.SortFunc(found, func(a, b finding) int { return cmp.Or(strings.Compare(a.pkg, b.pkg), strings.Compare(a.Posn, b.Posn)) })
	for _, round := range rounds(found) {
		undo := map[string][]byte{}
		for _, f := range round {
			for _, x := range f.Fixes {
				if err := x.apply(undo); err != nil {
					row.bad(fmt.Sprintf("fix of %s at %s: %v", f.rule, f.Posn, err))
				}
			}
		}
		r := w.run(c, 5*limit, 2, append([]string{"-json", "-preview"}, c.patterns...)...)
		left, broken := decode(r.stdout)
		if bad := r.wrong(); bad != "" {
			row.bad("after a fix alone: " + bad)
		}
		for _, f := range round {
			if broken[f.pkg] {
				row.bad(fmt.Sprintf("the fix of %s at %s does not compile alone", f.rule, c.short(f.Posn)))
			}
			if slices.ContainsFunc(left, func(g finding) bool { return g.rule == f.rule && g.Posn == f.Posn && g.Message == f.Message }) {
				row.bad(fmt.Sprintf("the fix of %s at %s leaves the finding", f.rule, c.short(f.Posn)))
			}
		}
		if !subset(broken, failed) {
			row.bad("a fix alone breaks another package")
		}
		for name, data := range undo {
			check(os.WriteFile(name, data, 0o644))
		}
	}
	all := w.run(c, 5*limit, 2, append([]string{"-fix", "-json", "-preview"}, c.patterns...)...)
	refused := strings.Count(string(all.stderr), " is not fixed: ")
	row.Applied = row.Fixes - refused
	again := w.run(c, 5*limit, 2, append([]string{"-json", "-preview"}, c.patterns...)...)
	left, broken := decode(again.stdout)
	more := 0
	for _, f := range left {
		more += len(f.Fixes)
	}
	switch {
	case all.wrong() != "":
		row.bad("with -fix: " + all.wrong())
	case again.wrong() != "":
		row.bad("after -fix: " + again.wrong())
	case !subset(broken, failed):
		row.bad("what -fix wrote does not compile")
	case more > refused:
		row.bad(fmt.Sprintf("after -fix, %d fixes are left and %d were refused", more, refused))
	}
}

// rounds puts the findings of a package in different rounds, so that in each a package is changed by one fix alone.
func rounds(found []finding) (out [][]finding) {
	next := map[string]int{}
	for _, f := range found {
		n := next[f.pkg]
		next[f.pkg]++
		if n == len(out) {
			out = append(out, nil)
		}
		out[n] = append(out[n], f)
	}
	return out
}

// apply makes the edits of a fix, and keeps what the files held before.
func (x fix) apply(undo map[string][]byte) error {
	edits := slices.SortedFunc(slices.Values(x.Edits), func(a, b edit) int { return cmp.Compare(b.Start, a.Start) })
	for _, e := range edits { // the last first, so that the offsets of the others stay right
		data, err := os.ReadFile(e.Filename)
		if err != nil {
			return err
		}
		if e.Start > e.End || e.End > len(data) {
			return fmt.Errorf("an edit from %d to %d does not fit %d bytes", e.Start, e.End, len(data))
		}
		if undo[e.Filename] == nil {
			undo[e.Filename] = data
		}
		data = slices.Concat(data[:e.Start], []byte(e.New), data[e.End:])
		if err := os.WriteFile(e.Filename, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (c *code) short(posn string) string {
	return strings.TrimPrefix(posn, c.dir+string(filepath.Separator))
}

func subset(a, b map[string]bool) bool {
	for x := range a {
		if !b[x] {
			return false
		}
	}
	return true
}

// Package linediff shows edits of a file as changed lines: in a unified diff, or one by one.
package linediff

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// context is the number of lines around a change in a unified diff.
const context = 3

// A Change replaces the lines From up to To of a file, counted from zero, by New. All lines keep their ends.
type Change struct {
	From, To int
	Old, New []string
}

// Changes finds the lines that edits change. The edits are sorted and do not overlap.
func Changes(old []byte, edits []rewrite.Edit) (all []Change) {
	lines := slices.Collect(strings.Lines(string(old)))
	starts := []int{0} // offset of each line, and the end
	for _, line := range lines {
		starts = append(starts, starts[len(starts)-1]+len(line))
	}
	lineOf := func(offset int) int {
		i, found := slices.BinarySearch(starts, offset)
		if !found {
			i--
		}
		return i
	}
	for _, e := range edits {
		c := Change{From: lineOf(e.Start), To: min(len(lines), lineOf(e.End)+1)}
		if last := len(all) - 1; last >= 0 && c.From <= all[last].To {
			all[last].To = max(all[last].To, c.To)
			continue
		}
		if c.From == len(lines) && c.From > 0 { // behind the last line: if that has no end, it grows
			c.From--
		}
		all = append(all, c)
	}
	for i, c := range all {
		c.New = slices.Collect(strings.Lines(string(rewrite.Splice(old, edits, starts[c.From], starts[c.To]))))
		for c.From < c.To && len(c.New) > 0 && lines[c.From] == c.New[0] {
			c.From, c.New = c.From+1, c.New[1:]
		}
		for c.From < c.To && len(c.New) > 0 && lines[c.To-1] == c.New[len(c.New)-1] {
			c.To, c.New = c.To-1, c.New[:len(c.New)-1]
		}
		c.Old = lines[c.From:c.To]
		all[i] = c
	}
	return slices.DeleteFunc(all, func(c Change) bool { return len(c.Old) == 0 && len(c.New) == 0 })
}

// Unified writes a unified diff of a file, under the name that patch and git read. It is empty if nothing changes.
func Unified(name string, old []byte, edits []rewrite.Edit) []byte {
	changes := Changes(old, edits)
	if len(changes) == 0 {
		return nil
	}
	var out bytes.Buffer
	name = strings.TrimPrefix(name, "/")
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", quoted("a/"+name), quoted("b/"+name))
	hunks(&out, slices.Collect(strings.Lines(string(old))), changes)
	return out.Bytes()
}

// runnerCommand matches a line of a diff that a runner of GitHub or Azure takes for a command to itself. They look for one
// at the start of a line, which for them a carriage return ends too, or anywhere in it.
var runnerCommand = regexp.MustCompile(`(?m)(^ |\r)[\s\v\x{85}\pZ]*::.*::|##(vso)?\[`)

// HoldsCommand reports whether a CI runner that shows a diff in its log would obey a line of it.
func HoldsCommand(diff []byte) bool { return runnerCommand.Match(diff) }

// quoted writes a name as git does: in quotes if there is anything odd in it.
func quoted(name string) string {
	if q := strconv.QuoteToASCII(name); q != `"`+name+`"` {
		return q
	}
	return name
}

// hunks writes changes with the lines around them.
func hunks(out *bytes.Buffer, old []string, changes []Change) {
	shift := 0 // by how many lines the new file is longer so far
	for len(changes) > 0 {
		n := 1
		for n < len(changes) && changes[n].From-changes[n-1].To <= 2*context {
			n++
		}
		from, to := max(0, changes[0].From-context), min(len(old), changes[n-1].To+context)
		var body bytes.Buffer
		at, grown := from, 0
		for _, c := range changes[:n] {
			write(&body, ' ', old[at:c.From])
			write(&body, '-', c.Old)
			write(&body, '+', c.New)
			grown += len(c.New) - len(c.Old)
			at = c.To
		}
		write(&body, ' ', old[at:to])
		fmt.Fprintf(out, "@@ -%s +%s @@\n", extent(from, to-from), extent(from+shift, to-from+grown))
		out.Write(body.Bytes())
		shift += grown
		changes = changes[n:]
	}
}

// extent is a range of lines as it stands in the head of a hunk. An empty one is named by the line before it.
func extent(from, n int) string {
	if n == 0 {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, n)
}

func write(out *bytes.Buffer, mark byte, lines []string) {
	for _, line := range lines {
		out.WriteByte(mark)
		out.WriteString(line)
		if !strings.HasSuffix(line, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

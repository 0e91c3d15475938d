package fix

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// around is the number of lines around a change that a diff shows.
const around = 3

// command matches a line of a diff that a runner of GitHub or Azure takes for a command to itself. They look for one at the
// start of a line, which for them a carriage return ends too, or anywhere in it.
var command = regexp.MustCompile(`(?m)(^ |\r)[\s\v\x{85}\pZ]*::.*::|##(vso)?\[`)

// Diff is what Write would change, as a unified diff with file names relative to dir. It is empty if that is nothing. A
// diff is of use only if its bytes are those of the files; so where these hold commands to a runner, in the log of which
// it may end, there is a failure in its place, and the findings are not planned to be fixed.
func (p *Plan) Diff(dir string) []byte {
	var all bytes.Buffer
	for _, f := range p.changed() {
		var out bytes.Buffer
		name := f.name
		if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
			name = rel
		}
		name = filepath.ToSlash(name)
		fmt.Fprintf(&out, "--- %s\n+++ %s\n", quoted("a/"+strings.TrimPrefix(name, "/")), quoted("b/"+strings.TrimPrefix(name, "/")))
		f.hunks(&out)
		if command.Match(out.Bytes()) {
			p.Failures = append(p.Failures, fmt.Errorf("%s: its diff is not shown, since it holds a command to a CI runner; -fix applies it", name))
			p.drop(f)
			continue
		}
		all.Write(out.Bytes())
	}
	return all.Bytes()
}

// drop takes back the choice of all fixes of a file.
func (p *Plan) drop(f *file) {
	for i := range p.chosen {
		if p.file(i) == f {
			delete(p.chosen, i)
		}
	}
}

// quoted writes a name as git does: in quotes if there is anything odd in it.
func quoted(name string) string {
	if q := strconv.QuoteToASCII(name); q != `"`+name+`"` {
		return q
	}
	return name
}

// A region is a run of old lines, from..to, that becomes other lines.
type region struct {
	from, to int
	new      []string
}

// hunks writes the changes of a file with their context.
func (f *file) hunks(out *bytes.Buffer) {
	old := slices.Collect(strings.Lines(string(f.old)))
	regions := f.regions(old)
	shift := 0 // by how many lines the new file is longer so far
	for len(regions) > 0 {
		n := 1
		for n < len(regions) && regions[n].from-regions[n-1].to <= 2*around {
			n++
		}
		from, to := max(0, regions[0].from-around), min(len(old), regions[n-1].to+around)
		var body bytes.Buffer
		at, grown := from, 0
		for _, r := range regions[:n] {
			lines(&body, ' ', old[at:r.from])
			lines(&body, '-', old[r.from:r.to])
			lines(&body, '+', r.new)
			grown += len(r.new) - (r.to - r.from)
			at = r.to
		}
		lines(&body, ' ', old[at:to])
		fmt.Fprintf(out, "@@ -%s +%s @@\n", extent(from, to-from), extent(from+shift, to-from+grown))
		out.Write(body.Bytes())
		shift += grown
		regions = regions[n:]
	}
}

// extent is a range of lines as it stands in the head of a hunk. An empty one is named by the line before it.
func extent(from, n int) string {
	if n == 0 {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, n)
}

func lines(out *bytes.Buffer, mark byte, all []string) {
	for _, line := range all {
		out.WriteByte(mark)
		out.WriteString(line)
		if !strings.HasSuffix(line, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// regions finds the lines that the edits change.
func (f *file) regions(old []string) (all []region) {
	starts := []int{0} // offset of each line, and the end
	for _, line := range old {
		starts = append(starts, starts[len(starts)-1]+len(line))
	}
	lineOf := func(offset int) int {
		i, found := slices.BinarySearch(starts, offset)
		if !found {
			i--
		}
		return i
	}
	for _, e := range f.made {
		r := region{from: lineOf(e.Start), to: min(len(old), lineOf(e.End)+1)}
		if last := len(all) - 1; last >= 0 && r.from <= all[last].to {
			all[last].to = max(all[last].to, r.to)
			continue
		}
		if r.from == len(old) && r.from > 0 { // behind the last line: if that has no end, it grows
			r.from--
		}
		all = append(all, r)
	}
	for i, r := range all {
		r.new = slices.Collect(strings.Lines(string(f.splice(starts[r.from], starts[r.to]))))
		for r.from < r.to && len(r.new) > 0 && old[r.from] == r.new[0] {
			r.from, r.new = r.from+1, r.new[1:]
		}
		for r.from < r.to && len(r.new) > 0 && old[r.to-1] == r.new[len(r.new)-1] {
			r.to, r.new = r.to-1, r.new[:len(r.new)-1]
		}
		all[i] = r
	}
	return slices.DeleteFunc(all, func(r region) bool { return r.from == r.to && len(r.new) == 0 })
}

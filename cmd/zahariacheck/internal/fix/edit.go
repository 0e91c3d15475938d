package fix

import (
	"bytes"
	"cmp"
	"errors"
	"go/token"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// add takes in the edits of one more fix, or none of them. An edit that another fix makes too is made once: two fixes may
// need the same import.
func (f *file) add(edits []finding.Edit) error {
	all := slices.Clone(f.edits)
	for _, e := range edits {
		if slices.Contains(all, e) {
			continue
		}
		if slices.ContainsFunc(f.edits, e.Overlaps) {
			return errors.New("it overlaps with a fix that is applied; run again")
		}
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(a, b finding.Edit) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	f.edits = all
	return nil
}

// new is the content of the file with the edits made.
func (f *file) new() []byte { return f.splice(0, len(f.old)) }

// splice returns what the bytes from start to end, which cut no edit in two, become.
func (f *file) splice(start, end int) []byte {
	var out []byte
	for _, e := range f.edits {
		if e.Start >= start && e.End <= end {
			out = append(append(out, f.old[start:e.Start]...), f.text(e)...)
			start = e.End
		}
	}
	return append(out, f.old[start:end]...)
}

// text is what an edit puts in, with the line ends of the file.
func (f *file) text(e finding.Edit) string {
	if line, _, ok := bytes.Cut(f.old, []byte("\n")); ok && bytes.HasSuffix(line, []byte("\r")) && !strings.Contains(e.New, "\r") {
		return strings.ReplaceAll(e.New, "\n", "\r\n")
	}
	return e.New
}

// moved is where a place in a file is after the file was written.
func (p *Plan) moved(pos token.Position) token.Position {
	f := p.files[pos.Filename]
	if f == nil || !f.written || !pos.IsValid() {
		return pos
	}
	at := pos.Offset
	for _, e := range f.edits {
		if e.End > pos.Offset {
			break
		}
		at += len(f.text(e)) - (e.End - e.Start)
	}
	text := f.new()
	pos.Offset = min(at, len(text))
	text = text[:pos.Offset]
	pos.Line = 1 + bytes.Count(text, []byte("\n"))
	pos.Column = pos.Offset - bytes.LastIndexByte(text, '\n')
	return pos
}

package fix

import (
	"bytes"
	"cmp"
	"errors"
	"go/token"
	"slices"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/internal/rewrite"
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

// settle finds what the edits make of the file.
func (f *file) settle(sources Sources) (err error) {
	var edits []rewrite.Edit
	for _, e := range f.edits {
		edits = append(edits, rewrite.Edit{Start: e.Start, End: e.End, New: e.New})
	}
	if f.out, err = sources.Rewrite(f.old, edits); err != nil {
		return err
	}
	if f.made = edits; !bytes.Equal(rewrite.Splice(f.old, edits, 0, len(f.old)), f.out) {
		f.made = rewrite.Edits(f.old, f.out) // the lines that differ, since more was formatted
	}
	return nil
}

// moved is where a place in a file is after the file was written.
func (p *Plan) moved(pos token.Position) token.Position {
	f := p.files[pos.Filename]
	if f == nil || !f.written || !pos.IsValid() {
		return pos
	}
	at := pos.Offset
	for _, e := range f.made {
		if e.End > pos.Offset {
			break
		}
		at += len(e.New) - (e.End - e.Start)
	}
	text := f.out
	pos.Offset = min(at, len(text))
	text = text[:pos.Offset]
	pos.Line = 1 + bytes.Count(text, []byte("\n"))
	pos.Column = pos.Offset - bytes.LastIndexByte(text, '\n')
	return pos
}

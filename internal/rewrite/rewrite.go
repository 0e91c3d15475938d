// Package rewrite makes edits of a Go file, and judges by what came out whether they did what edits may do.
package rewrite

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// An Edit replaces the bytes from Start to End of a file.
type Edit struct {
	Start, End int
	New        string
}

// Judge complains of edits that do not fit a file, that leave it in a form that does not parse, or by which more changes than they
// replace: other syntax, another comment, what a comment stands with, the number of declarations.
func Judge(old []byte, edits []Edit) error {
	edits, err := sorted(old, edits)
	if err != nil {
		return err
	}
	return judge(old, splice(old, edits), edits)
}

// Make returns what a file becomes: with the edits made, with the line ends that it has, and with the declarations that they touch
// formatted as gofmt does, if these were. It complains as Judge does.
func Make(old []byte, edits []Edit) ([]byte, error) {
	edits, err := sorted(old, edits)
	if err != nil {
		return nil, err
	}
	out := splice(old, edits)
	if err := judge(old, out, edits); err != nil {
		return nil, err
	}
	return tidy(old, out, edits)
}

// sorted returns edits by their places, with the line ends of the file.
func sorted(old []byte, edits []Edit) ([]Edit, error) {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	end := 0
	for i, e := range edits {
		if e.Start < end || e.End < e.Start || e.End > len(old) {
			return nil, errors.New("its edits do not fit the file")
		}
		end = e.End
		edits[i].New = lineEnds(old, e.New)
	}
	return edits, nil
}

// Edits returns edits of whole lines that make one text of another.
func Edits(from, to []byte) (edits []Edit) {
	for _, e := range udiff.Lines(string(from), string(to)) {
		edits = append(edits, Edit{e.Start, e.End, e.New})
	}
	return edits
}

// lineEnds gives a text the line ends of a file.
func lineEnds(file []byte, text string) string {
	if line, _, ok := bytes.Cut(file, []byte("\n")); ok && bytes.HasSuffix(line, []byte("\r")) && !strings.Contains(text, "\r") {
		return strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text
}

// Splice returns what the bytes from start to end become. The edits are sorted, and none crosses start or end.
func Splice(old []byte, edits []Edit, start, end int) []byte {
	var out []byte
	for _, e := range edits {
		if e.Start >= start && e.End <= end {
			out = append(append(out, old[start:e.Start]...), e.New...)
			start = e.End
		}
	}
	return append(out, old[start:end]...)
}

// splice makes edits, which are sorted, of a whole text.
func splice(old []byte, edits []Edit) []byte { return Splice(old, edits, 0, len(old)) }

// A shift tells where the bytes of a file are after edits, which are sorted.
type shift []Edit

// of returns the new offset of an old one. Text that is put in exactly there comes before it, or, for the end of something, behind.
func (s shift) of(offset int, end bool) int {
	moved := offset
	for _, e := range s {
		if e.End > offset || end && e.Start >= offset {
			break
		}
		moved += len(e.New) - (e.End - e.Start)
	}
	return moved
}

// spans returns where the new texts are in the new file.
func (s shift) spans() (spans [][2]int) {
	grown := 0
	for _, e := range s {
		spans = append(spans, [2]int{e.Start + grown, e.Start + grown + len(e.New)})
		grown += len(e.New) - (e.End - e.Start)
	}
	return spans
}

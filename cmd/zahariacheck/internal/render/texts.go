package render

import (
	"go/token"
	"os"
	"strings"
	"unicode/utf16"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/linediff"
	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// texts keeps the files that a report needs more of than their positions. What cannot be read is empty.
type texts map[string]string

func (t texts) of(file string) string {
	text, known := t[file]
	if !known {
		if data, err := os.ReadFile(file); err == nil {
			text = string(data)
		}
		t[file] = text
	}
	return text
}

// line returns a line of a file without its end.
func (t texts) line(file string, n int) string {
	text := t.of(file)
	for ; n > 1; n-- {
		_, text, _ = strings.Cut(text, "\n")
	}
	text, _, _ = strings.Cut(text, "\n")
	return text
}

// changes are the lines that the fix of a finding changes: none if it has no fix that fits the file.
func (t texts) changes(f finding.Finding) []linediff.Change {
	old, edits := t.fixed(f)
	return linediff.Changes(old, edits)
}

// fixed returns the text of the file that the fix of a finding changes, and what -fix changes in it, by place.
func (t texts) fixed(f finding.Finding) (old []byte, edits []rewrite.Edit) {
	if f.Fix == nil || len(f.Fix.Edits) == 0 {
		return nil, nil
	}
	old = []byte(t.of(f.Fix.Edits[0].File))
	return old, linediff.Fixed(old, f.Fix)
}

func trimEnd(line string) string { return strings.TrimRight(line, "\r\n") }

// utf16 is the column of a position in UTF-16 code units, where Go counts bytes.
func (t texts) utf16(p token.Position) int {
	line := t.line(p.Filename, p.Line)
	if p.Column-1 > len(line) { // the file has changed
		return p.Column
	}
	n := 1
	for _, r := range line[:max(p.Column-1, 0)] {
		n += utf16.RuneLen(r)
	}
	return n
}

// position is the place of a byte of a file.
func (t texts) position(file string, offset int) token.Position {
	text := t.of(file)
	before := text[:min(offset, len(text))]
	return token.Position{
		Filename: file,
		Offset:   offset,
		Line:     1 + strings.Count(before, "\n"),
		Column:   len(before) - strings.LastIndex(before, "\n"),
	}
}

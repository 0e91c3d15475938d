package render

import (
	"bytes"
	"fmt"
	"go/token"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// Place is a position as "file:line:column", safe to print and relative to the folder of the report.
func (t *Text) Place(p token.Position) string {
	return fmt.Sprintf("%s:%d:%d", t.name(p.Filename), p.Line, p.Column)
}

// File names a file as in text reports.
func (t *Text) File(name string) string { return t.name(name) }

// Frame returns the lines of code around what lies between two positions, or "" if they cannot be read.
func (t *Text) Frame(pos, end token.Position) string {
	var out bytes.Buffer
	t.frame(&out, finding.Finding{Pos: pos, End: end}, nil)
	return out.String()
}

package linediff

import (
	"slices"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// Fixed returns what -fix changes in a file by a fix: whole lines, by place. It is nothing if the fix is of several files or does
// not fit the text of the file.
func Fixed(old []byte, fix *finding.Fix) []rewrite.Edit {
	var edits []rewrite.Edit
	for i, e := range fix.Edits {
		if e.File != fix.Edits[0].File || slices.ContainsFunc(fix.Edits[:i], e.Overlaps) {
			return nil
		}
		edits = append(edits, rewrite.Edit{Start: e.Start, End: e.End, New: e.New})
	}
	made, err := rewrite.Make(old, edits)
	if err != nil {
		return nil
	}
	return rewrite.Edits(old, made)
}

package linediff

import (
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// Fixed returns what -fix changes in a file by a fix: whole lines, by place. It is nothing if the fix is of several files or does
// not fit the text of the file.
func Fixed(old []byte, fix *finding.Fix) []rewrite.Edit {
	if len(fix.Edits) == 0 || !fix.Fits(fix.Edits[0].File, len(old)) {
		return nil
	}
	var edits []rewrite.Edit
	for _, e := range fix.Edits {
		edits = append(edits, rewrite.Edit{Start: e.Start, End: e.End, New: e.New})
	}
	made, err := rewrite.Make(old, edits)
	if err != nil {
		return nil
	}
	return rewrite.Edits(old, made)
}

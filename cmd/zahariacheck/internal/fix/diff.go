package fix

import (
	"bytes"
	"fmt"
	"path/filepath"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/linediff"
)

// Diff is what Write would change, as a unified diff with file names relative to dir. It is empty if that is nothing. A
// diff is of use only if its bytes are those of the files; so where these hold commands to a runner, in the log of which
// it may end, there is a failure in its place, and the findings are not planned to be fixed.
func (p *Plan) Diff(dir string) []byte {
	var all bytes.Buffer
	for _, f := range p.changed() {
		name := f.name
		if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
			name = rel
		}
		name = filepath.ToSlash(name)
		diff := linediff.Unified(name, f.old, f.made)
		if linediff.HoldsCommand(diff) {
			p.Failures = append(p.Failures, fmt.Errorf("%s: its diff is not shown, since it holds a command to a CI runner; -fix applies it", name))
			p.drop(f)
			continue
		}
		all.Write(diff)
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

package surface

import (
	"go/token"
	"os"
	"path"

	"github.com/zahariacheck/zahariacheck/analyzers/surface"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/safefile"
)

// maxEmbedded bounds the bytes of an embedded file that is shown as a prompt: more than any context window of today takes.
const maxEmbedded = 16 << 20

// embedded describes a prompt that is a file of its own. It is none if it cannot be read as a regular file below the root.
func (b *Builder) embedded(pkg string, e surface.Embedded) (Prompt, bool) {
	text, ok := b.fileText(e.File)
	if !ok {
		return Prompt{}, false
	}
	p := Prompt{Role: e.Role, Place: b.place(token.Position{Filename: e.File}), Name: "file " + clean(path.Base(e.File)), Sink: clean(e.Sink)}
	p.Package = b.packageAt(p.Place.File, pkg)
	b.setText(&p, text)
	return p, p.Words >= minWords
}

// fileText reads a regular file below the root.
func (b *Builder) fileText(path string) (string, bool) {
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() || info.Size() > maxEmbedded {
		return "", false
	}
	data, err := safefile.Read(b.root, path)
	return string(data), err == nil
}

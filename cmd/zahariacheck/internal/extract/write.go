package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/aymanbagabas/go-udiff"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/safefile"
)

// attributes keeps git from changing the ends of lines in the texts, which would change what is embedded.
const attributes = "* -text\n"

// Write writes the texts and the Go files, each package completely or not at all. It returns the packages that it could not write.
func (p *Plan) Write() error {
	var errs []error
	for _, f := range p.folders {
		if err := f.write(); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// write writes the texts first: Go files that name a text which is not there would not compile. If something fails, what was
// written is taken back.
func (f *folder) write() (err error) {
	overlay, err := f.overlay()
	if err != nil {
		return err
	}
	var undo []func() error
	defer func() {
		if err != nil {
			for _, u := range slices.Backward(undo) {
				err = errors.Join(err, u())
			}
		}
	}()
	dir := filepath.Join(f.dir, promptsDir)
	switch err := os.Mkdir(dir, 0o755); {
	case err == nil:
		undo = append(undo, func() error { return os.Remove(dir) })
		name := filepath.Join(dir, ".gitattributes")
		if err := safefile.Write(f.root, name, []byte(attributes), 0o644); err != nil {
			return err
		}
		undo = append(undo, func() error { return os.Remove(name) })
	case !errors.Is(err, fs.ErrExist):
		return err
	}
	for _, m := range f.moves {
		if _, err := os.Lstat(m.File); err == nil {
			return fmt.Errorf("%s is there already", m.File)
		}
		if err := safefile.Write(f.root, m.File, []byte(m.Text), 0o644); err != nil {
			return err
		}
		undo = append(undo, func() error { return os.Remove(m.File) })
		if back, err := safefile.Read(f.root, m.File); err != nil || string(back) != m.Text {
			return fmt.Errorf("%s does not hold what was written to it", m.File)
		}
	}
	for name, data := range overlay {
		old := f.files[name].data
		if now, err := safefile.Read(f.root, name); err != nil || !bytes.Equal(now, old) {
			return fmt.Errorf("%s changed meanwhile", name)
		}
		if err := safefile.Write(f.root, name, data, 0o644); err != nil {
			return err
		}
		undo = append(undo, func() error { return safefile.Write(f.root, name, old, 0o644) })
	}
	return nil
}

// Diff writes what Write would do as a unified diff, with names relative to dir.
func (p *Plan) Diff(w io.Writer, dir string) error {
	name := func(file string) string {
		if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
		return filepath.ToSlash(file)
	}
	for _, f := range p.folders {
		overlay, err := f.overlay()
		if err != nil {
			return err
		}
		for _, file := range slices.Sorted(maps.Keys(overlay)) {
			if _, err := io.WriteString(w, udiff.Unified("a/"+name(file), "b/"+name(file), string(f.files[file].data), string(overlay[file]))); err != nil {
				return err
			}
		}
		for _, m := range f.moves {
			if _, err := io.WriteString(w, udiff.Unified("/dev/null", "b/"+name(m.File), "", m.Text)); err != nil {
				return err
			}
		}
	}
	return nil
}

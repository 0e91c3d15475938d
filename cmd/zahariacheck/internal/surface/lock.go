package surface

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/safefile"
)

// Schema is the JSON schema of a surface, in the lock file and in what is shown.
//
//go:embed surface.schema.json
var Schema []byte

// WriteFile writes the lock file at the root of a module. It reports whether the file changed.
func (d *Document) WriteFile(root string) (changed bool, err error) {
	data, err := d.withoutLines().encode()
	if err != nil {
		return false, err
	}
	path := filepath.Join(root, File)
	if old, err := safefile.Read(root, path); err == nil && bytes.Equal(old, data) {
		return false, nil
	} else if err != nil && !os.IsNotExist(err) {
		return false, err
	}
	return true, safefile.Write(root, path, data, 0o644)
}

// maxFile bounds a lock file: a few times what the largest application that was measured has.
const maxFile = 64 << 20

// ReadFile reads a lock file. The error names the file and what is wrong with it.
func ReadFile(path string) (*Document, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, fmt.Errorf("%s is not a regular file of at most %d MB", path, maxFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var d Document
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return nil, fmt.Errorf("%s: %w; write it again with zahariacheck surface write", path, err)
	}
	if d.Version != FormatVersion {
		return nil, fmt.Errorf("%s has version %d, this zahariacheck reads version %d; write it again with zahariacheck surface write", path, d.Version, FormatVersion)
	}
	return &d, nil
}

// Same reports whether two documents are the same but for the lines of their places.
func Same(a, b *Document) bool {
	x, err1 := a.withoutLines().encode()
	y, err2 := b.withoutLines().encode()
	return err1 == nil && err2 == nil && bytes.Equal(x, y)
}

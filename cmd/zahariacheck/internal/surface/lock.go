package surface

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

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

// ReadFile reads a lock file. The error names the file and what is wrong with it, without what stands in it.
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
	d, wrong := parseLock(data)
	if wrong != "" {
		return nil, fmt.Errorf("%s %s; write it again with zahariacheck surface write", path, wrong)
	}
	return d, nil
}

// conflict begins the lines by which git marks two versions of a text.
var conflict = regexp.MustCompile(`(?m)^(<<<<<<<|>>>>>>>) `)

// parseLock reads the content of a lock file, or says what is wrong with it.
func parseLock(data []byte) (d *Document, wrong string) {
	if at := conflict.FindIndex(data); at != nil {
		return nil, fmt.Sprintf("has an unresolved merge conflict in line %d", lineOf(data, int64(at[0])))
	}
	var head struct{ Version int }
	dec := json.NewDecoder(bytes.NewReader(data))
	var syntax *json.SyntaxError
	switch err := dec.Decode(&head); {
	case errors.As(err, &syntax):
		return nil, fmt.Sprintf("is not JSON in line %d", lineOf(data, syntax.Offset))
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return nil, "ends before its text does"
	case err != nil || head.Version < 1:
		return nil, "is not the surface of a module"
	case head.Version != FormatVersion:
		return nil, fmt.Sprintf("has version %d and this zahariacheck reads version %d: use the one that wrote it", head.Version, FormatVersion)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Sprintf("goes on after its text in line %d", lineOf(data, dec.InputOffset()))
	}
	d = new(Document)
	dec = json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(d); err != nil {
		return nil, "was changed by hand: " + strings.TrimPrefix(err.Error(), "json: ")
	}
	return d, ""
}

func lineOf(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n"))
}

// Same reports whether two documents are the same but for the lines of their places.
func Same(a, b *Document) bool {
	x, err1 := a.withoutLines().encode()
	y, err2 := b.withoutLines().encode()
	return err1 == nil && err2 == nil && bytes.Equal(x, y)
}

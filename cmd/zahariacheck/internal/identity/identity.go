// Package identity tells one build of this program, with one configuration, from all others, so that what one of them has said is
// never taken for what another would say.
package identity

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
)

// Of is a hash of this program, of a configuration with the files that it names, and of more files. It does not depend on where the program and
// the folder base lie, so that machines can share what they keep; but on where the configuration lies below base, or above it,
// for its globs are relative to that.
func Of(c *config.Config, base string, more ...string) ([]byte, error) {
	h := sha256.New()
	if err := addProgram(h); err != nil {
		return nil, err
	}
	files := slices.Concat(c.Catalogue, more)
	if c.File != "" {
		files = append([]string{c.File}, files...)
	}
	for _, file := range files {
		name, err := filepath.Rel(base, file)
		if err != nil {
			name = file // on another volume
		}
		fmt.Fprintf(h, "\x00%s\x00", name)
		if err := addFile(h, file); err != nil {
			return nil, err
		}
	}
	return h.Sum(nil), nil
}

// buildIDMark stands before the build ID in the text segment of a program that the Go linker made.
var buildIDMark = []byte("\xff Go build ID: \"")

// addProgram adds the build ID that the Go linker put into the program, which holds a hash of all that went into it, or, where
// it was linked without one, all of its bytes.
func addProgram(w io.Writer) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(program)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, 64<<10) // the linker writes it at the start of the text segment, which most formats put first
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return err
	}
	if _, rest, ok := bytes.Cut(head[:n], buildIDMark); ok {
		if id, _, ok := bytes.Cut(rest, []byte(`"`)); ok && len(id) > 0 {
			_, err := w.Write(id)
			return err
		}
	}
	return addFile(w, program)
}

// addFile adds a file. What is not a regular one could never end, and nobody obeys it.
func addFile(w io.Writer, name string) error {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

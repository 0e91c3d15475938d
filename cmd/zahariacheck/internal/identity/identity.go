// Package identity tells one build of this program, with one configuration, from all others, so that what one of them has said is
// never taken for what another would say.
package identity

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
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
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return err
	}
	if id := buildID(head[:n]); len(id) > 0 {
		_, err := w.Write(id)
		return err
	}
	return addFile(w, program)
}

var (
	// textMark stands before the build ID at the start of Go's text, which most formats put first. A C linker, which makes the program
	// where it uses cgo, may put other text before it.
	textMark = []byte("\xff Go build ID: \"")
	// noteMark is the type and name of the ELF note that holds the build ID too. The length of what follows stands before the type.
	noteMark = []byte("\x04\x00\x00\x00Go\x00\x00")
)

// buildID returns the build ID in the first bytes of a program, or nil if it is not there.
func buildID(head []byte) []byte {
	if before, id, ok := bytes.Cut(head, noteMark); ok && len(before) >= 4 {
		if size := uint64(binary.LittleEndian.Uint32(before[len(before)-4:])); 0 < size && size <= uint64(len(id)) {
			return id[:size]
		}
	}
	if _, rest, ok := bytes.Cut(head, textMark); ok {
		if id, _, ok := bytes.Cut(rest, []byte(`"`)); ok {
			return id
		}
	}
	return nil
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

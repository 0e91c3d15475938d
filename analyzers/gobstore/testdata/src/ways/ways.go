// Package ways writes to files in all the ways that are followed.
package ways

import (
	"bytes"
	"encoding/gob"
	"io"
	"os"
)

type Store struct{ file *os.File }

func (s *Store) Save(lines []string) error {
	return gob.NewEncoder(s.file).Encode(lines) // want `stores \[\]string as gob`
}

func Written(f *os.File, lines []string) error {
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(lines); err != nil { // want `stores \[\]string as gob`
		return err
	}
	_, err := f.Write(buf.Bytes())
	return err
}

func Copied(f *os.File, lines []string) error {
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(lines); err != nil { // want `stores \[\]string as gob`
		return err
	}
	note(f, "copied")
	_, err := io.Copy(f, &buf)
	return err
}

func note(io.Writer, string) {}

func connect() io.Writer { return nil }

// Where the writer leads is unknown.
func Sent(lines []string) error { return gob.NewEncoder(connect()).Encode(lines) }

// A tree has nothing in it that could be anything.
type Tree struct {
	Name  string
	Kids  []*Tree
	Pair  [2]*Tree
	Named map[string]*Tree
	Seen  map[*Tree]bool
}

func SaveTree(f *os.File, t *Tree) error {
	return gob.NewEncoder(f).Encode(t) // want `stores ways.Tree as gob`
}

func SaveText(f *os.File, text string) error {
	return gob.NewEncoder(f).Encode(text) // want `stores string as gob`
}

type entry struct{ Value any }

// What can be anything, and what is a header.
func Open(f *os.File) {
	enc := gob.NewEncoder(f)
	enc.Encode(1)
	enc.Encode([]any{1})
	enc.Encode([1]any{1})
	enc.Encode(map[string]any{"a": 1})
	enc.Encode(map[any]string{1: "a"})
	enc.Encode(&entry{1})
	enc.Encode([][][][]any{})
}

func Load(r io.Reader) (lines []string, err error) {
	err = gob.NewDecoder(r).Decode(&lines)
	return lines, err
}

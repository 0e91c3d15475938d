package indirect

import (
	"encoding/gob"
	"io"
	"os"
)

type Store[T any] struct{ dir string }

func (s *Store[T]) Write(id string, write func(io.Writer) error) error {
	f, err := os.Create(s.dir + id)
	if err != nil {
		return err
	}
	defer f.Close()
	return write(f)
}

func Save(s *Store[[]string], lines []string) error {
	return s.Write("lines", func(w io.Writer) error { return encode(w, lines) })
}

func encode(w io.Writer, lines []string) error {
	return gob.NewEncoder(w).Encode(lines) // want `stores \[\]string as gob`
}

func Decode(r io.Reader) (lines []string, err error) {
	err = gob.NewDecoder(r).Decode(&lines)
	return lines, err
}

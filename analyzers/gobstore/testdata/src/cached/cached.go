package cached

import (
	"encoding/gob"
	"os"
)

// Index is built anew when the file cannot be read: nothing is lost with it.
func Index(file string) map[string]int {
	if index, err := read(file); err == nil {
		return index
	}
	index := map[string]int{"built": 1}
	if f, err := os.Create(file); err == nil {
		defer f.Close()
		gob.NewEncoder(f).Encode(index)
	}
	return index
}

func read(file string) (index map[string]int, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := gob.NewDecoder(f).Decode(&index); err != nil {
		return nil, err
	}
	return index, nil
}

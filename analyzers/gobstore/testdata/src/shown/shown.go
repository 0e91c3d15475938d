// Package shown goes on without its data.
package shown

import (
	"encoding/gob"
	"log"
	"os"
)

func Save(file string, lines []string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	gob.NewEncoder(f).Encode(lines)
	return nil
}

func Load(f *os.File) (lines []string) {
	if err := gob.NewDecoder(f).Decode(&lines); err != nil {
		log.Print(err)
		shows["error"](err)
	}
	log.Print(len(lines))
	return lines
}

var shows = map[string]func(error){"error": func(error) {}}

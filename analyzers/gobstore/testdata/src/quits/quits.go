// Package quits ends where its data cannot be decoded.
package quits

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
	gob.NewEncoder(f).Encode(lines) // want `stores \[\]string as gob`
	return nil
}

func Load(f *os.File) (lines []string) {
	if err := gob.NewDecoder(f).Decode(&lines); err != nil {
		log.Fatal(err)
	}
	log.Print(len(lines))
	return lines
}

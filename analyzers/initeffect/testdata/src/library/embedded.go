package library

import (
	"embed"
	"encoding/json"
	"log"
	"os"
	"text/template"
)

//go:embed library.go
var files embed.FS

//go:embed library.go
var data []byte

var table map[string]string

var given = os.Getenv("TABLE")

// What is embedded is a part of the program.
func init() {
	if err := json.Unmarshal(data, &table); err != nil {
		log.Fatal(err)
	}
	text, err := files.ReadFile("library.go")
	if err != nil {
		log.Fatal(err)
	}
	if _, err = template.New("page").Parse(string(text)); err != nil {
		log.Fatal(err)
	}
}

func init() {
	if err := json.Unmarshal([]byte(given), &table); err != nil {
		log.Fatal(err) // want `init of package library ends the process`
	}
}

// The function of the same module may do anything.
func init() {
	err := use(files)
	if err != nil {
		log.Fatal(err) // want `init of package library ends the process`
	}
}

func use(embed.FS) error { return nil }

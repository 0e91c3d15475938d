package reading

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Nothing here could write the file.
func Counted(file string, questions []string) {
	for i := 0; i < len(questions); i++ {
		prompt, _ := os.ReadFile(file) // want `os.ReadFile reads the same file`
		os.Stat(file)
		put(questions[i], string(prompt))
	}
	for _, q := range questions {
		prompt, _ := os.ReadFile(file) // want `os.ReadFile reads the same file`
		put(q, strings.TrimSpace(string(prompt)))
	}
}

// The file may be another after each event.
func Watched(file string, events chan string, done chan bool) {
	for range 3 {
		os.ReadFile(file)
		fmt.Println(<-events)
	}
	for range 3 {
		os.ReadFile(file)
		select {
		case <-events:
		case <-done:
		}
	}
}

func fill(data []byte) { copy(data, "{}") }

// Bytes that a function may have changed, and a value that is changed.
func Changed(data, other []byte, questions []string) {
	for range questions {
		var c config
		fill(data)
		json.Unmarshal(data, &c)
	}
	for _, q := range questions {
		var c config
		json.Unmarshal(other, &c)
		c.Model = q
		fmt.Println(q)
	}
}

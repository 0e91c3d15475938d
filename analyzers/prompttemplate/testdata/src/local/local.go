// Package local has one format, in a variable.
package local

import "fmt"

func Many(name, language string) string {
	format := "Answer in a friendly tone of voice, to %s.\n"
	format += "Do not say who you are."
	return fmt.Sprintf(format, name, language) // want `has 1 verbs but 2 values`
}

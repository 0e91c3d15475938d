package texts

import "fmt"

// Praise asks for words about a sentence that was read aloud.
func Praise(sentence string, mark int) string {
	return fmt.Sprintf("A child has read %q for %d of ten points. Praise what was good about it.", sentence, mark)
}

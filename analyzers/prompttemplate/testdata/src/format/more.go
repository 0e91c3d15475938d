package format

import "fmt"

func nested(depth int) string {
	if depth == 0 {
		return head
	}
	return nested(depth-1) + "Go on with what you have so far. "
}

// How deep it goes is unknown.
func Nested(depth int, name string) string { return fmt.Sprintf(nested(depth), name, depth) }

func Literal(name string) string {
	closing := func() string { return "Keep to the subject of the question, %s." }
	return fmt.Sprintf(head+closing(), name) // want `has 2 verbs but 1 values`
}

// A verb may stand behind a digit.
func Digit(name string, level int) string {
	format := head + "Speak as on level 1%d of the course, and keep to it."
	return fmt.Sprintf(format, name, level)
}

func word() string { return "Go on. " }

// Doubled has two to the power of 40 pieces.
func Doubled(name string) string {
	format := word()
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	format += format
	return fmt.Sprintf(format, name) // want `the format of fmt.Sprintf has 0 verbs but 1 values`
}

package format

import "fmt"

const head = "Answer the question of the user, who is called %s.\n"

func wrapper(strict bool) string {
	s := head + "Take the time you need. "
	if strict {
		s += "It is not easy to be 100% correct in all you say, but try."
	}
	return s
}

func Bare(name string) string {
	return fmt.Sprintf(wrapper(true), name) // want `fmt.Sprintf reads the percent sign in "100% correct" as a verb`
}

func escaped() string {
	return head + "It is not easy to be 100%% correct in all you say, but try."
}

func Escaped(name string) string { return fmt.Sprintf(escaped(), name) }

func Few(name string) string {
	format := head
	if name == "" {
		format += "Speak %s, and keep to the subject of the question."
	}
	return fmt.Sprintf(format, name) // want `the format of fmt.Sprintf has 2 verbs but 1 values, so the model reads %!s\(MISSING\)`
}

func Many(name, language string) string {
	format := "Answer in a friendly tone of voice, to %s.\n"
	format += "Do not say who you are."
	return fmt.Sprintf(format, name, language) // want `the format of fmt.Sprintf has 1 verbs but 2 values, so the model reads %!\(EXTRA …\)`
}

func Unescaped(name string) string {
	format := fmt.Sprintf("Say hello to %s as 50%% of all people do, in one sentence.", name)
	return fmt.Sprintf(format, name) // want `fmt.Sprintf reads the percent sign in "50% of" as a verb`
}

func AtEnd(name string) string {
	format := head + "Be sure to 90%."
	return fmt.Sprintf(format, name) // want `reads the percent sign in "90%." as a verb`
}

// One of the ways has as many verbs as there are values, so nothing is said of the other.
func OneOf(short bool, name, language string) string {
	format := "Answer the question of the user called %s, in %s."
	if short {
		format = "Answer the question of the user called %s."
	}
	return fmt.Sprintf(format, name, language)
}

// What the parameter brings may have verbs.
func Unknown(more, name, language string) string {
	return fmt.Sprintf(head+more, name, language)
}

func Slice(values []any) string { return fmt.Sprintf(wrapper(false), values...) }

func Indexed(name string) string {
	format := head + "Say it to %[1]s again and again."
	return fmt.Sprintf(format, name)
}

func Loop(n int, name string) string {
	format := head
	for range n {
		format += "And then say it again, with other words."
	}
	return fmt.Sprintf(format, name, n) // how many verbs there are is not looked at
}

// Glue is no text for a reader.
func Glue(width int) string {
	format := "%d"
	format += "% d"
	return fmt.Sprintf(format, width)
}

// What vet sees is left to it.
func Constant(name string) string { return fmt.Sprintf(head+"And again, for 100% of all %s.", name) }

// A verb that is put together, and a sign that nothing makes a verb.
func table(rows []string, width int, wide bool) string {
	padded := "Each name stands in a column of its own: %-" + fmt.Sprint(width) + "s and so on"
	out := ""
	for _, row := range rows {
		out += fmt.Sprintf(padded, row)
	}
	share := "The share of rows that are wide, in %"
	if wide {
		share = "The part of rows that are wide, in %"
	}
	return out + fmt.Sprintf(share) // want `reads the percent sign in "%" as a verb`
}

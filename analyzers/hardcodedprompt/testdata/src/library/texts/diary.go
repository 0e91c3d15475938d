package texts

// An Entry is a record of what happened on a day.
type Entry struct {
	Day     int
	Content string
}

// Days returns the entries of a week.
func Days() (out []*Entry) {
	out = append(out, &Entry{Day: 1, Content: "The harbour was closed because of the storm in the night."})
	return append(out, &Entry{Day: 2, Content: "Two ships came in and nobody knew where they came from."})
}

package retiredmodel

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"time"
)

// A model is one that its vendor switches off.
type model struct {
	id, vendor string
	day        string // of the shut-down, as in 2006-01-02, which sorts like the days do
	successor  string // that the vendor names, or ""
	source     string // what says so
	read       string // the day on which that was read
	routed     bool   // from that day on the successor answers, at its own price
}

// A table is what is known of retired models, and the day up to which it is right.
type table struct {
	asOf   string
	models map[string]model
}

//go:embed retired.txt
var text string

// retired is the embedded table. A test parses it.
var retired = sync.OnceValue(func() table {
	t, err := parse(text)
	if err != nil {
		panic(err)
	}
	return t
})

// parse reads a table: a line "as of DAY", and lines of id, vendor, day, successor, source and the day it was read, with the word routed
// behind it where the successor answers in its place.
// The error names the first line that is wrong.
func parse(text string) (table, error) {
	t := table{models: map[string]model{}}
	n := 0
	for line := range strings.Lines(text) {
		n++
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0] == "#":
			continue
		case len(fields) == 3 && fields[0] == "as" && fields[1] == "of":
			t.asOf = fields[2]
		case len(fields) == 6, len(fields) == 7 && fields[6] == "routed":
			m := model{fields[0], fields[1], fields[2], strings.TrimPrefix(fields[3], "-"), fields[4], fields[5], len(fields) == 7}
			if m.routed && m.successor == "" {
				return table{}, fmt.Errorf("line %d: %s is routed, and to nothing", n, m.id)
			}
			if _, twice := t.models[m.id]; twice || !isDay(m.day) || !isDay(m.read) || !strings.HasPrefix(m.source, "https://") {
				return table{}, fmt.Errorf("line %d: %s stands twice, or has no day or no source", n, m.id)
			}
			t.models[m.id] = m
		default:
			return table{}, fmt.Errorf("line %d: want id, vendor, day, successor, source, day read", n)
		}
	}
	if !isDay(t.asOf) {
		return table{}, fmt.Errorf("no line says as of which day the table is right")
	}
	return t, nil
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// find returns the entry of a model id, with the path that the Gemini API allows before it cut off.
func (t table) find(id string) (model, bool) {
	m, ok := t.models[strings.TrimPrefix(id, "models/")]
	return m, ok
}

// successor follows the successors of a model to the first that is in use on a day; "" if none is known.
func (t table) successor(m model, day string) string {
	for range t.models {
		next, ok := t.models[m.successor]
		if !ok || next.day > day {
			break
		}
		m = next
	}
	return m.successor
}

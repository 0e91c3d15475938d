package surface

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// details adds a change for what differs between two states of an entry, unless there are changes of it since the first n: so whatever
// differs is listed.
func (c *comparison) details(n int, subject string, at Place, old, new any) {
	if len(c.out) > n {
		return
	}
	a, b := fieldsOf(old), fieldsOf(new)
	var names []string
	for _, name := range slices.Sorted(maps.Keys(b)) {
		if !bytes.Equal(a[name], b[name]) {
			names = append(names, name)
		}
	}
	for name := range a {
		if _, ok := b[name]; !ok {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		slices.Sort(names)
		c.add(Cosmetic, "details", subject, "no text changed, but "+strings.Join(names, ", "), at)
	}
}

// fieldsOf returns the fields of an entry as the lock file has them, where no place has a line.
func fieldsOf(entry any) (fields map[string]json.RawMessage) {
	data, err := json.Marshal(entry)
	if err == nil {
		err = json.Unmarshal(data, &fields)
	}
	var place Place
	if err == nil {
		err = json.Unmarshal(fields["place"], &place)
	}
	if err != nil {
		return nil
	}
	place.Line = 0
	fields["place"], _ = json.Marshal(place) // of a text and a number
	return fields
}

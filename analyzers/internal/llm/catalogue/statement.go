package catalogue

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// A statement is one line: words, and key=value words apart.
type statement struct {
	words []string
	attrs map[string]string
}

// split cuts a line into words. A word that starts with # ends the line; a value may stand in double quotes.
func split(text string) (statement, error) {
	st := statement{attrs: map[string]string{}}
	for rest := strings.TrimSpace(text); rest != "" && rest[0] != '#'; rest = strings.TrimSpace(rest) {
		key := ""
		if k, v, ok := strings.Cut(rest, "="); ok && attrKey.MatchString(k) {
			key, rest = k, v
		}
		var word string
		if strings.HasPrefix(rest, `"`) {
			var ok bool
			word, rest, ok = strings.Cut(rest[1:], `"`)
			if !ok {
				return st, errors.New(`missing closing "`)
			}
			if key == "" {
				key = "note"
			}
		} else if i := strings.IndexAny(rest, " \t"); i >= 0 {
			word, rest = rest[:i], rest[i:]
		} else {
			word, rest = rest, ""
		}
		if key == "" {
			st.words = append(st.words, word)
			continue
		}
		if _, dup := st.attrs[key]; dup {
			return st, fmt.Errorf("%s is said twice", key)
		}
		if word == "" {
			return st, fmt.Errorf("%s= needs a value", key)
		}
		st.attrs[key] = word
	}
	return st, nil
}

var attrKey = regexp.MustCompile(`^[a-z][a-z-]*$`)

// known returns an error if attrs has a key beside those allowed.
func known(attrs map[string]string, allowed ...string) error {
	for _, key := range slices.Sorted(maps.Keys(attrs)) {
		if !slices.Contains(allowed, key) {
			return fmt.Errorf("unknown word %s=%s; want one of %s", key, didYouMean(key, allowed), list(allowed))
		}
	}
	return nil
}

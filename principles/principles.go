// Package principles holds the quotes that every rule of zahariacheck cites.
//
// The only copy of their text is profile.txt, a profile named "Lessons from Matei Zaharia". The quotes are as
// quoted in that profile; zahariacheck is not affiliated with anyone named there.
package principles

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

//go:generate go run ./internal/gen
//go:generate go run ./internal/docs

// Profile is the text of profile.txt, unchanged.
//
//go:embed profile.txt
var Profile string

// An ID names a quote: the slug of its topic without the leading "On", such as "lock-in".
// There is a constant for each of them, with the quote as its comment.
type ID string

// A Quote is one principle of the profile.
type Quote struct {
	ID        ID
	Part      int    // 1 to 8
	PartTitle string // "Programming Over Prompting (DSPy)"
	Topic     string // "Lock-in", as the profile spells it, without "On"
	Text      string // verbatim, without the quotation marks
	Source    string // "No Priors"
}

// Citation is how a diagnostic quotes the principle: speaker, topic and the text, verbatim.
func (q Quote) Citation() string {
	return fmt.Sprintf("Matei Zaharia, On %s: \"%s\"", q.Topic, q.Text)
}

var (
	partLine  = regexp.MustCompile(`^Part (\d): (.+)$`)
	quoteLine = regexp.MustCompile(`^- On (.+?): "(.+)" — Source: \[(.+)\]$`)
	quotes    = mustParse(Profile)
	byID      = index(quotes)
)

// All returns the 75 quotes in the order of the profile.
func All() []Quote { return append([]Quote(nil), quotes...) }

// Lookup returns the quote with that ID, and whether there is one.
func Lookup(id ID) (Quote, bool) {
	q, ok := byID[id]
	return q, ok
}

// Get returns the quote with that ID. It panics on an ID that is not in the profile: rules name quotes by constant,
// so an unknown one is a mistake in this program.
func Get(id ID) Quote {
	q, ok := byID[id]
	if !ok {
		panic(fmt.Sprintf("principles: no quote %q in the profile", id))
	}
	return q
}

// Slug makes an ID of a topic: lower case, runs of anything but letters and digits become one hyphen,
// apostrophes and full stops vanish.
func Slug(topic string) ID {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(topic) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '.':
		default:
			gap = true
		}
	}
	return ID(b.String())
}

// Parse reads the quotes of a profile. It fails on a line that starts like a quote and is not one,
// and on two topics with one slug.
func Parse(profile string) ([]Quote, error) {
	var (
		out   []Quote
		part  int
		title string
		seen  = map[ID]bool{}
	)
	for n, line := range strings.Split(profile, "\n") {
		if m := partLine.FindStringSubmatch(line); m != nil {
			part, title = int(m[1][0]-'0'), m[2]
			continue
		}
		if !strings.HasPrefix(line, "- ") {
			continue
		}
		m := quoteLine.FindStringSubmatch(line)
		if m == nil {
			return nil, fmt.Errorf("profile.txt:%d: not of the form - On TOPIC: \"TEXT\" — Source: [SOURCE]", n+1)
		}
		id := Slug(m[1])
		if seen[id] {
			return nil, fmt.Errorf("profile.txt:%d: a second quote with the ID %s", n+1, id)
		}
		seen[id] = true
		out = append(out, Quote{ID: id, Part: part, PartTitle: title, Topic: m[1], Text: m[2], Source: m[3]})
	}
	return out, nil
}

func mustParse(profile string) []Quote {
	q, err := Parse(profile)
	if err != nil {
		panic(err)
	}
	return q
}

func index(quotes []Quote) map[ID]Quote {
	m := make(map[ID]Quote, len(quotes))
	for _, q := range quotes {
		m[q.ID] = q
	}
	return m
}

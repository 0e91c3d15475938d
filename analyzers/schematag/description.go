package schematag

import (
	"go/types"
	"strings"
	"unicode"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// A describer judges the descriptions of the fields of one struct.
type describer struct {
	dialect string
	seen    map[string]string // the field that has a description, by the description
}

// judge returns the fault of a description that tells a model nothing that the name of its field does not, or nil.
func (d *describer) judge(v *types.Var, tag string) *fault {
	description := descriptionOf(d.dialect, tag)
	if description == "" {
		return nil
	}
	name, _, _ := strings.Cut(tagOf(tag, "json"), ",")
	if said := letters(description); said == letters(v.Name()) || said == letters(name) {
		return &fault{minor: true, wrong: "describes the field by its name only", cure: "say what to pass, with unit and format"}
	}
	if other := d.seen[description]; other != "" {
		return &fault{minor: true, wrong: "has the description of " + other + ", " + rule.Quote(description), cure: "say what sets the two apart"}
	}
	d.seen[description] = v.Name()
	return nil
}

// descriptionOf returns the description that a dialect reads from a tag, or "".
func descriptionOf(dialect, tag string) string {
	switch dialect {
	case "text":
		return tagOf(tag, schemaTag)
	case "description":
		return tagOf(tag, "description")
	case "keywords":
		for _, part := range splitTag(tagOf(tag, schemaTag)) {
			if text, ok := strings.CutPrefix(part, "description="); ok {
				return text
			}
		}
		return tagOf(tag, descriptionTag)
	}
	return ""
}

// letters returns the letters and digits of a text in lower case, without what only marks words.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

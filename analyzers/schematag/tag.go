package schematag

import (
	"fmt"
	"go/ast"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// The names of the tags. A description in the second needs no escapes where it is read at all.
const (
	schemaTag      = "jsonschema"
	descriptionTag = "jsonschema_description"
)

// A fault is what a reflector makes of a tag against its looks.
type fault struct {
	wrong, cure string
	key         string // of the tag to rewrite
	newKey      string // and what to put in its place; "" if nobody can know
	newValue    string
	fails       bool   // no value that the field is for gets through
	minor       bool   // the model can often do without
	of          string // what of the field is at fault: "type" or "name"; "" is its tag
}

var (
	// keywords and flags are what github.com/invopop/jsonschema v0.14.0 knows; of the flags, those behind nullable are habits
	// from other tags, which it passes over without harm.
	keywords = []string{"title", "description", "type", "anchor", "oneof_required", "anyof_required", "oneof_ref", "oneof_type", "anyof_ref", "anyof_type",
		"minLength", "maxLength", "pattern", "format", "readOnly", "writeOnly", "default", "example", "enum", "multipleOf", "minimum", "maximum",
		"exclusiveMaximum", "exclusiveMinimum", "minItems", "maxItems", "uniqueItems"}
	flags = []string{"-", "", "required", "nullable", "optional", "omitempty", "omitzero", "uniqueItems", "readOnly", "writeOnly", "deprecated"}
	// lists are keywords that are written once for each value, and texts those that hold text in which a comma may stand.
	lists = []string{"enum", "example"}
	texts = []string{"title", "description", "pattern", "default"}

	assignment = regexp.MustCompile(`^[\w-]+=`)
	// refused is the test of github.com/google/jsonschema-go v0.4.3.
	refused = regexp.MustCompile(`^[^ \t\n]*=`)
	// constraint is a keyword that somebody put into a description.
	constraint = regexp.MustCompile(`,\s*((?:enum|minimum|maximum|minLength|maxLength|default|format|pattern)=[^,]+)`)
)

// judge returns the fault of a struct tag, read in a dialect, or nil.
func judge(dialect, tag string) *fault {
	value, description := tagOf(tag, schemaTag), tagOf(tag, descriptionTag)
	switch dialect {
	case "none":
		return nil
	case "text":
		return judgeText(value, description)
	case "description":
		if tagOf(tag, "description") == "" && (description != "" || strings.HasPrefix(value, "description=")) {
			return &fault{wrong: "is ignored, so the model sees no description", cure: "name it description", key: descriptionTag, newKey: "description", newValue: description}
		}
		return nil
	}
	if m := constraint.FindStringSubmatch(description); m != nil {
		return &fault{wrong: "puts " + rule.Quote(m[1]) + " into the description, where it constrains nothing", cure: "move it into a " + schemaTag + " tag"}
	}
	return judgeKeywords(value, description)
}

// judgeText is for reflectors that take the whole tag for the description.
func judgeText(value, description string) *fault {
	rest, isDescription := strings.CutPrefix(value, "description=")
	switch {
	case value == "" && description != "":
		return &fault{wrong: "is ignored, so the model sees no description", cure: "name it " + schemaTag, key: descriptionTag, newKey: schemaTag, newValue: description}
	case isDescription && judgeKeywords(value, "") == nil && !strings.Contains(rest, "=") && !slices.Contains(flags, rest[strings.LastIndexByte(rest, ',')+1:]):
		return &fault{wrong: `is rejected with an error, since it starts with "description="`, cure: "write the description alone", key: schemaTag, newKey: schemaTag,
			newValue: strings.ReplaceAll(rest, `\,`, ",")}
	case refused.MatchString(value):
		return &fault{wrong: "is rejected with an error, since it starts with " + rule.Quote(refused.FindString(value)), cure: "write the description alone"}
	case value != "" && slices.Contains(flags, value):
		return &fault{wrong: "describes the field to the model as " + rule.Quote(value), cure: "write a description"}
	}
	return nil
}

// judgeKeywords is for reflectors that cut the tag at its commas into keywords.
func judgeKeywords(value, description string) *fault {
	parts := splitTag(value)
	if !slices.ContainsFunc(parts, isKeyword) {
		if description != "" || !strings.Contains(value, " ") {
			return nil
		}
		return &fault{wrong: "has no keyword, so the model sees no description", cure: "write description= before the text and " + `\\,` + " for a comma in it",
			key: schemaTag, newKey: schemaTag, newValue: "description=" + strings.Join(parts, `\,`)}
	}
	var lost, keyword, cure, fixed string
	lose := func(part, remedy string) {
		if lost == "" {
			lost, cure = part, remedy
		}
	}
	for i, part := range parts {
		glue := ","
		switch trimmed := strings.TrimSpace(part); {
		case isKeyword(part):
			keyword, _, _ = strings.Cut(part, "=")
		case isKeyword(trimmed):
			lose(part, "remove the space before it")
			part = trimmed
		case slices.Contains(lists, keyword):
			lose(part, "repeat "+keyword+"= for each value")
			part = keyword + "=" + trimmed
		case slices.Contains(texts, keyword):
			lose(part, `write \\, for a comma in text`)
			glue = `\,`
		}
		if i > 0 {
			fixed += glue
		}
		fixed += part
	}
	if lost == "" {
		return nil
	}
	return &fault{wrong: fmt.Sprintf("is cut at a comma, so the model never sees %s", rule.Quote(lost)), cure: cure, key: schemaTag, newKey: schemaTag, newValue: fixed}
}

// isKeyword reports whether a part of a tag is one that its author meant for one, known or not.
func isKeyword(part string) bool {
	name, _, ok := strings.Cut(part, "=")
	return slices.Contains(flags, part) || ok && (slices.Contains(keywords, name) || assignment.MatchString(part))
}

// splitTag cuts a tag at its commas and leaves those with a backslash before them as they are.
func splitTag(value string) []string {
	var parts []string
	for part := range strings.SplitSeq(value, ",") {
		if n := len(parts); n > 0 && strings.HasSuffix(parts[n-1], `\`) {
			parts[n-1] += "," + part
		} else {
			parts = append(parts, part)
		}
	}
	return parts
}

// fix rewrites the tag in a raw literal, and is nil for other literals: their quotes are escaped once more, or carriage returns in them
// do not count. The other keys, and all between them, stay as they are, so that whoever reads one of those reads the same. There is none
// for a tag that others may read, of which a reader in another dialect would get less.
func (f *fault) fix(lit *ast.BasicLit, dialect string, exposed bool) *analysis.SuggestedFix {
	if f.newKey == "" || lit.Value[0] != '`' || int(lit.End()-lit.Pos()) != len(lit.Value) || strings.Contains(f.newValue, "`") {
		return nil
	}
	text := lit.Value[1 : len(lit.Value)-1]
	pairs := pairsOf(text)
	at := slices.IndexFunc(pairs, func(p pair) bool { return p.key == f.key })
	if at < 0 || f.key != f.newKey && slices.ContainsFunc(pairs, func(p pair) bool { return p.key == f.newKey }) {
		return nil
	}
	start, end := pairs[at].start, pairs[at].end
	written := f.newKey + ":" + strconv.Quote(f.newValue)
	fixed := text[:start] + written + text[end:]
	if tagOf(fixed, f.newKey) != f.newValue || exposed && harms(dialect, text, fixed) {
		return nil
	}
	return &analysis.SuggestedFix{
		Message: "Rewrite the tag",
		TextEdits: []analysis.TextEdit{{
			Pos:     lit.Pos() + token.Pos(1+start),
			End:     lit.Pos() + token.Pos(1+end),
			NewText: []byte(written),
		}},
	}
}

// harms reports whether a tag that is rewritten for one dialect is good in another as it was, and no longer is, or says something else.
func harms(dialect, before, after string) bool {
	return slices.ContainsFunc([]string{"keywords", "text", "description"}, func(other string) bool {
		said := descriptionOf(other, before)
		return other != dialect && said != "" && judge(other, before) == nil && (judge(other, after) != nil || descriptionOf(other, after) != said)
	})
}

// A pair is a key of a struct tag with its value: the bytes from start to end.
type pair struct {
	key        string
	start, end int
}

// pairsOf reads a struct tag up to where it no longer has the form key:"value" key:"value", as [reflect.StructTag.Lookup] does.
func pairsOf(tag string) (pairs []pair) {
	for at := 0; ; {
		at += len(tag[at:]) - len(strings.TrimLeft(tag[at:], " "))
		n := strings.IndexFunc(tag[at:], func(r rune) bool { return r <= ' ' || r == ':' || r == '"' || r == 0x7f })
		if n <= 0 || tag[at+n] != ':' {
			return pairs
		}
		value, err := strconv.QuotedPrefix(tag[at+n+1:])
		if err != nil || value[0] != '"' {
			return pairs
		}
		end := at + n + 1 + len(value)
		pairs = append(pairs, pair{tag[at : at+n], at, end})
		at = end
	}
}

func tagOf(tag, key string) string { return reflect.StructTag(tag).Get(key) }

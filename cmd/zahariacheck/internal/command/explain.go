package command

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/principles"
)

// lineWidth is where text is wrapped for the terminal: lines longer than this are hard to read on any.
const lineWidth = 80

// explain shows the page of a rule, a quote with the rules that cite it, or the findings at a place in the code. A quote
// can be named by its ID or topic.
func explain(args []string, out, stderr io.Writer) (int, error) {
	name := strings.Join(args, " ")
	if name == "" {
		return Failed, errors.New("explain takes a rule or a quote, as zahariacheck rules and zahariacheck quotes list them, or the FILE:LINE of a finding")
	}
	if at, ok, err := parsePlace(name); err != nil {
		return Failed, err
	} else if ok {
		return explainPlace(at, out, stderr)
	}
	known := map[string]bool{}
	for _, r := range analyzers.Rules() {
		if known[r.Name] = true; r.Name == name {
			_, err := io.WriteString(out, wrapPage(r.Doc, lineWidth))
			return Clean, err
		}
	}
	topic := strings.TrimPrefix(strings.ToLower(name), "on ")
	for _, q := range principles.All() {
		if known[string(q.ID)] = true; q.ID == principles.Slug(topic) {
			_, err := io.WriteString(out, quotePage(q))
			return Clean, err
		}
	}
	return Failed, fmt.Errorf("no rule and no quote is called %q%s", name, didYouMean(name, known))
}

func quotePage(q principles.Quote) string {
	var b strings.Builder
	fmt.Fprintf(&b, "On %s (%s)\n\n%s\n", q.Topic, q.ID, wrap(`"`+q.Text+`"`, lineWidth, "  "))
	fmt.Fprintf(&b, "  Matei Zaharia, %s, as quoted in the profile. Part %d: %s\n\n", q.Source, q.Part, q.PartTitle)
	names := citing(q.ID)
	if len(names) == 0 {
		b.WriteString("No rule cites it.\n")
	}
	for _, r := range analyzers.Rules() {
		for _, name := range names {
			if r.Name == name {
				b.WriteString(wrap(r.Name+": "+r.Summary(), lineWidth, ""))
			}
		}
	}
	return b.String()
}

// wrapPage wraps the paragraphs and items of a page in Markdown. Code, tables and headings stay as they are.
func wrapPage(page string, width int) string {
	var b strings.Builder
	var paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			b.WriteString(wrap(strings.Join(paragraph, " "), width, ""))
			paragraph = nil
		}
	}
	code := false
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\n")
		fence := strings.HasPrefix(line, "```")
		if fence {
			code = !code
		}
		switch {
		case fence, code, line == "", strings.HasPrefix(line, "#"), strings.HasPrefix(line, "|"), strings.HasPrefix(line, "\t"):
			flush()
			b.WriteString(line + "\n")
		case strings.HasPrefix(line, "- "):
			flush()
			paragraph = append(paragraph, line)
		default:
			paragraph = append(paragraph, strings.TrimSpace(line))
		}
	}
	flush()
	return b.String()
}

// wrap breaks text at spaces so that no line is longer than width, and indents each line; further lines of an item
// stand below its first word.
func wrap(text string, width int, indent string) string {
	var b strings.Builder
	hang := indent
	if strings.HasPrefix(text, "- ") {
		hang += "  "
	}
	column := 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
			b.WriteString(indent)
			column = len(indent)
		case column+1+n > width:
			b.WriteString("\n" + hang)
			column = len(hang)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	b.WriteByte('\n')
	return b.String()
}

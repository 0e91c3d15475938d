package surface

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
)

// WriteText writes a surface for a terminal.
func (d *Document) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Tools (%d)\n", len(d.Tools))
	for _, t := range d.Tools {
		fmt.Fprintf(&b, "  %s  %s%s\n", short(t.Name), t.Place, hintsOf(t))
		if t.Description != "" {
			fmt.Fprintf(&b, "      %s\n", short(t.Description))
		}
		if args := t.Arguments(); args != "" {
			fmt.Fprintf(&b, "      arguments: %s\n", args)
		}
		for _, c := range t.Capabilities {
			fmt.Fprintf(&b, "      %s: %s\n", c.Name, c.String())
		}
	}
	fmt.Fprintf(&b, "Prompts (%d)\n", len(d.Prompts))
	for _, p := range d.Prompts {
		fmt.Fprintf(&b, "  %s  %s  %s, %d words, passed to %s\n", p.Role, p.Place, p.Name, p.Words, p.Sink)
		if len(p.Text) > 0 {
			fmt.Fprintf(&b, "      %s\n", short(strings.Join(p.Text, " ")))
		}
	}
	fmt.Fprintf(&b, "Models (%d)\n", len(d.Models))
	for _, m := range d.Models {
		fmt.Fprintf(&b, "  %s  %s  passed to %s\n", short(m.ID), m.Place, m.Sink)
	}
	fmt.Fprintf(&b, "Loops (%d)\n", len(d.Loops))
	for _, l := range d.Loops {
		fmt.Fprintf(&b, "  %s  %s  calls %s, bound by %s\n", l.Name(), l.Place, l.Calls, l.BoundName())
	}
	fmt.Fprintf(&b, "Services (%d)\n", len(d.Services))
	for _, s := range d.Services {
		fmt.Fprintf(&b, "  %s %s (%s, %s)\n", s.Module, s.Version, s.Vendor, s.Class)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// short is the beginning of a text, on one line.
func short(text string) string {
	const width = 96 // runes, so that a line fits most terminals
	runes := []rune(strings.Join(strings.Fields(strings.ReplaceAll(text, `\n`, " ")), " "))
	if len(runes) > width {
		return string(runes[:width-1]) + "…"
	}
	return string(runes)
}

func hintsOf(t Tool) string {
	if h := t.Hints(); h != "" {
		return "  " + h
	}
	return ""
}

// Hints lists the annotations of a tool with their values.
func (t Tool) Hints() string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(t.Annotations)) {
		out = append(out, fmt.Sprintf("%s=%t", name, t.Annotations[name]))
	}
	return strings.Join(out, " ")
}

// Arguments lists the arguments of a tool with their types; a star marks those that are required.
func (t Tool) Arguments() string {
	if t.Schema == nil {
		return t.SchemaBy
	}
	schema := decode(t.Schema)
	needed := required(schema)
	const most = 40 // arguments, so that the line of a tool is one to read
	var out []string
	names := slices.Sorted(maps.Keys(properties(schema)))
	for i, name := range names {
		if i == most {
			out = append(out, fmt.Sprintf("… (%d more)", len(names)-most))
			break
		}
		p, _ := properties(schema)[name].(map[string]any)
		star := ""
		if needed[name] {
			star = "*"
		}
		out = append(out, fmt.Sprintf("%s%s %s", short(name), star, short(typeOf(p))))
	}
	return strings.Join(out, ", ")
}

func typeOf(property map[string]any) string {
	switch t := property["type"].(type) {
	case string:
		return t
	case []any:
		var names []string
		for _, v := range t {
			if v != "null" {
				names = append(names, fmt.Sprint(v))
			}
		}
		return strings.Join(names, "|")
	}
	return "any"
}

// String shows the chain with full names of functions shortened: "(*example.com/app/tools.Read).Run" as "tools.Read.Run".
func (c Capability) String() string { return chain(c.Chain) }

func chain(names []string) string {
	var out []string
	for _, n := range names {
		n = strings.NewReplacer("(", "", ")", "", "*", "").Replace(n)
		out = append(out, n[strings.LastIndexByte(n, '/')+1:])
	}
	return strings.Join(out, " → ")
}

// WriteMarkdown writes a surface as a page.
func (d *Document) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	md := render.Markdown
	fmt.Fprintf(&b, "# What models read, call and cost here\n\n## Tools (%d)\n\n", len(d.Tools))
	if len(d.Tools) > 0 {
		b.WriteString("| tool | place | arguments | can |\n|---|---|---|---|\n")
		for _, t := range d.Tools {
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", md(short(t.Name)), md(t.Place.String()), md(t.Arguments()), md(strings.Join(capabilityNames(t), ", ")))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "## Prompts (%d)\n\n", len(d.Prompts))
	for _, p := range d.Prompts {
		fmt.Fprintf(&b, "- **%s** %s, %s: %d words, passed to %s\n", md(p.Role), md(p.Name), md(p.Place.String()), p.Words, md(p.Sink))
	}
	fmt.Fprintf(&b, "\n## Models (%d)\n\n", len(d.Models))
	for _, m := range d.Models {
		fmt.Fprintf(&b, "- %s, %s, passed to %s\n", md(short(m.ID)), md(m.Place.String()), md(m.Sink))
	}
	fmt.Fprintf(&b, "\n## Loops (%d)\n\n", len(d.Loops))
	for _, l := range d.Loops {
		fmt.Fprintf(&b, "- %s, %s, calls %s, bound by %s\n", md(l.Name()), md(l.Place.String()), md(l.Calls), md(l.BoundName()))
	}
	fmt.Fprintf(&b, "\n## Services (%d)\n\n", len(d.Services))
	for _, s := range d.Services {
		fmt.Fprintf(&b, "- %s %s (%s, %s)\n", md(s.Module), md(s.Version), md(s.Vendor), md(s.Class))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteJSON writes a surface with lines.
func (d *Document) WriteJSON(w io.Writer) error {
	data, err := d.encode()
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

// WriteChanges writes changes in a form: text, md or json.
func WriteChanges(w io.Writer, form string, changes []Change) error {
	switch form {
	case "json":
		if changes == nil {
			changes = []Change{}
		}
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(changes)
	case "md":
		return writeChangesMarkdown(w, changes)
	}
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&b, "%s: %s: %s%s\n", c.Severity, c.Subject, c.Message, at(c.Place))
		if len(c.Chain) > 0 {
			fmt.Fprintf(&b, "    %s\n", chain(c.Chain))
		}
		if len(c.Words) > 0 {
			fmt.Fprintf(&b, "    %s\n", wordDiff(c.Words, func(s string) string { return s }, "[-", "-]", "{+", "+}"))
		}
	}
	if len(changes) == 0 {
		b.WriteString("nothing changed for a model\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func at(p Place) string {
	if p.File == "" {
		return ""
	}
	return " (" + p.String() + ")"
}

// wordDiff shows a word diff on one line, long stretches that did not change shortened.
func wordDiff(words []Word, escape func(string) string, del, delEnd, ins, insEnd string) string {
	const around = 6 // words of what did not change, on each side of a change
	const most = 400 // words of one stretch that changed
	var out []string
	for i, w := range words {
		fields := strings.Fields(w.Text)
		switch w.Op {
		case "=":
			if len(fields) > 2*around {
				head, tail := fields[:around], fields[len(fields)-around:]
				if i == 0 {
					head = nil
				}
				if i == len(words)-1 {
					tail = nil
				}
				fields = append(append(slices.Clone(head), "…"), tail...)
			}
			out = append(out, escape(cut(fields, most)))
		case "-":
			out = append(out, del+escape(cut(fields, most))+delEnd)
		case "+":
			out = append(out, ins+escape(cut(fields, most))+insEnd)
		}
	}
	return strings.Join(out, " ")
}

func cut(fields []string, most int) string {
	const width = 8 << 10 // bytes, some times what that many words have: a text can be one word
	dots := ""
	if len(fields) > most {
		fields, dots = fields[:most], " …"
	}
	text := strings.Join(fields, " ")
	if len(text) > width {
		text, dots = strings.ToValidUTF8(text[:width], ""), " …"
	}
	return text + dots
}

// A comment on GitHub may have 65,536 characters. What is shown of changes keeps well below that, with room for what is around it.
const (
	maxChanges = 60
	maxComment = 60_000 // bytes
)

func writeChangesMarkdown(w io.Writer, changes []Change) error {
	var b strings.Builder
	md := render.Markdown
	b.WriteString("## What changed for the model\n\n")
	if len(changes) == 0 {
		b.WriteString("Nothing.\n")
	}
	for i, c := range changes {
		head := fmt.Sprintf("- **%s** %s: %s%s\n", c.Severity, md(c.Subject), md(c.Message), md(at(c.Place)))
		detail := ""
		if len(c.Chain) > 0 {
			detail += fmt.Sprintf("  - %s\n", md(chain(c.Chain)))
		}
		if len(c.Words) > 0 {
			detail += fmt.Sprintf("  - %s\n", wordDiff(c.Words, md, "<del>", "</del>", "<ins>", "</ins>"))
		}
		if b.Len()+len(head)+len(detail) > maxComment {
			detail = "" // a comment without the words is better than none
		}
		if i == maxChanges || b.Len()+len(head) > maxComment {
			fmt.Fprintf(&b, "\n%d more changes: run `zahariacheck surface diff`.\n", len(changes)-i)
			break
		}
		b.WriteString(head + detail)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

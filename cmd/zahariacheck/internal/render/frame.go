package render

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"go/token"
	"os"
	"strings"
	"unicode"

	"github.com/fatih/color"
	"golang.org/x/text/width"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

const (
	maxColumns = 160     // of a line of code that is shown
	maxLine    = 1 << 20 // bytes of a line that is read
)

// nearLines is the distance in lines up to which a step is shown in the frame of its finding.
const nearLines = 20

// apart divides the trace of a finding into steps that its frame can show, and others.
func apart(f finding.Finding) (near, far []finding.Step) {
	for _, s := range f.Trace {
		distance := max(s.Pos.Line-f.Pos.Line, f.Pos.Line-s.Pos.Line)
		if s.Pos.Filename == f.Pos.Filename && s.Pos.Line > 0 && distance <= nearLines {
			near = append(near, s)
		} else {
			far = append(far, s)
		}
	}
	return near, far
}

// frame writes the lines of code around a finding, with carets below it, and the lines of steps near it, with what happens
// there.
func (t *Text) frame(out *bytes.Buffer, f finding.Finding, near []finding.Step) {
	around := max(t.Context, 0)
	from, to := f.Pos.Line-around, f.Pos.Line+around
	steps := map[int][]finding.Step{}
	for _, s := range near {
		from, to = min(from, s.Pos.Line), max(to, s.Pos.Line)
		steps[s.Pos.Line] = append(steps[s.Pos.Line], s)
	}
	from = max(from, 1)
	last := 0
	for i, line := range source(f.Pos.Filename, from, to) {
		n := from + i
		distance := max(n-f.Pos.Line, f.Pos.Line-n)
		if distance > around && steps[n] == nil {
			continue
		}
		if last > 0 && n > last+1 {
			out.WriteString("\t    … │\n")
		}
		last = n
		t.marked(out, n, line, f, steps[n])
	}
}

// marked writes a line of code with its marks: the finding, if it is on this line, and steps.
func (t *Text) marked(out *bytes.Buffer, n int, line string, f finding.Finding, steps []finding.Step) {
	var code, carets string
	switch {
	case n == f.Pos.Line:
		code, carets = mark(line, f.Pos.Column, endIn(line, f.Pos, f.End))
	case len(steps) > 0:
		code, _ = mark(line, steps[0].Pos.Column, endIn(line, steps[0].Pos, steps[0].End))
	default:
		code = showCode(line)
	}
	fmt.Fprintf(out, "\t%5d │ %s\n", n, code)
	if carets != "" {
		fmt.Fprintf(out, "\t      │ %s\n", t.paint(color.FgRed, carets))
	}
	for _, s := range steps {
		window, under := mark(line, s.Pos.Column, endIn(line, s.Pos, s.End))
		if window != code {
			under = "" // another part of a long line is shown
		}
		under = strings.ReplaceAll(under, "^", "-")
		indent := strings.Repeat(" ", columns(under)-len(strings.TrimLeft(under, " ")))
		if under == "" || columns(under)+columns(s.Message) < maxColumns {
			fmt.Fprintf(out, "\t      │ %s %s\n", t.paint(color.FgBlue, cmp.Or(under, "-")), s.Message)
			continue
		}
		fmt.Fprintf(out, "\t      │ %s\n\t      │ %s%s\n", t.paint(color.FgBlue, under), indent, s.Message)
	}
}

// endIn returns the column at which a mark ends in a line.
func endIn(line string, pos, end token.Position) int {
	if end.Line != pos.Line {
		return len(line) + 1
	}
	return end.Column
}

// source reads some lines of a file. If it cannot be read, the finding has no frame.
func source(name string, from, to int) (lines []string) {
	file, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, maxLine)
	for n := 1; n <= to && s.Scan(); n++ {
		if n >= from {
			lines = append(lines, strings.TrimSuffix(s.Text(), "\r"))
		}
	}
	return lines
}

// mark shows a line of code and carets below the bytes from column start up to end, both counted from one. Where
// cleaning the line as a whole and in parts differ, a key was redacted across the border: then there are no carets.
func mark(line string, start, end int) (code, carets string) {
	start = min(max(start, 1), len(line)+1) - 1
	end = min(max(end-1, start), len(line))
	if end == start { // a place without an end: the name that begins there
		end += len(line[start:]) - len(strings.TrimLeftFunc(line[start:], func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }))
	}
	before, marked := showCode(line[:start]), showCode(line[start:end])
	code = showCode(line)
	if !strings.HasPrefix(code, before+marked) {
		return cut(code), ""
	}
	if columns(before) > maxColumns/2 {
		code = "…" + lastColumns(before, maxColumns/4) + code[len(before):]
		before = "…" + lastColumns(before, maxColumns/4)
	}
	room := maxColumns - columns(before)
	return cut(code), strings.Repeat(" ", columns(before)) + strings.Repeat("^", min(max(columns(marked), 1), room))
}

// showCode makes a piece of code safe to show, with tabs as four spaces.
func showCode(code string) string {
	return analyzers.Clean(strings.ReplaceAll(code, "\t", "    "), maxLine)
}

func cut(code string) string {
	n := 0
	for i, r := range code {
		if n += runeColumns(r); n > maxColumns {
			return code[:i] + "…"
		}
	}
	return code
}

func lastColumns(text string, n int) string {
	runes := []rune(text)
	i := len(runes)
	for ; i > 0 && n > 0; i-- {
		n -= runeColumns(runes[i-1])
	}
	return string(runes[i:])
}

func columns(text string) (n int) {
	for _, r := range text {
		n += runeColumns(r)
	}
	return n
}

// runeColumns is how many columns of a terminal a character takes.
func runeColumns(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

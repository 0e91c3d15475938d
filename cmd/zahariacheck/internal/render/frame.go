package render

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/fatih/color"
	"golang.org/x/text/width"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

const (
	maxColumns = 160     // of a line of code that is shown
	maxLine    = 1 << 20 // bytes of a line that is read
)

// frame writes the lines of code around a finding, with carets below it.
func (t *Text) frame(out *bytes.Buffer, f finding.Finding) {
	around := max(t.Context, 0)
	lines := source(f.Pos.Filename, f.Pos.Line-around, f.Pos.Line+around)
	for i, line := range lines {
		n := max(f.Pos.Line-around, 1) + i
		if n != f.Pos.Line {
			fmt.Fprintf(out, "\t%5d │ %s\n", n, showCode(line))
			continue
		}
		end := f.End.Column
		if f.End.Line != f.Pos.Line {
			end = len(line) + 1
		}
		code, carets := mark(line, f.Pos.Column, end)
		fmt.Fprintf(out, "\t%5d │ %s\n", n, code)
		if carets != "" {
			fmt.Fprintf(out, "\t      │ %s\n", t.paint(color.FgRed, carets))
		}
	}
}

// source reads some lines of a file. What cannot be read is left out: the finding stands without its frame.
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

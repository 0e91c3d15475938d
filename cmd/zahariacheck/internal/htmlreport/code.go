package htmlreport

import (
	"bytes"
	"go/scanner"
	"go/token"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

const (
	around     = 2        // lines shown before and after a finding
	aroundStep = 1        // and a step of its trace
	maxLines   = 8        // lines shown of a finding itself, such as a long prompt
	maxLine    = 64 << 10 // bytes: a longer line is not shown
	maxColumns = 240      // bytes of a line that are shown
	maxScanned = 1 << 20  // bytes of a file whose words are coloured
)

type (
	// A line of code, cut into spans.
	line struct {
		Number  int
		Here    bool // the finding or step is on it
		Changed bool // of an example: the other side does not have it
		Spans   []span
	}
	// A span is text of one kind.
	span struct {
		Class  string // "key", "str", "num", "com", or "" for the rest
		Marked bool   // it belongs to the finding
		Text   string
	}
	// marked are the bytes of a file from one offset up to another.
	marked struct{ from, to int }
)

// A file is source code in memory.
type file struct {
	text   []byte
	starts []int // offsets of the lines
	words  []word
}

// A word is a token that has a colour.
type word struct {
	from, to int
	class    string
}

// frame returns the lines of code around what lies between two positions. What cannot be read is left out: the finding
// stands without its frame.
func (b *builder) frame(pos, end token.Position, around int) []line {
	f := b.file(pos.Filename)
	if f == nil || pos.Line < 1 || pos.Line > len(f.starts) {
		return nil
	}
	last := min(max(end.Line, pos.Line), pos.Line+maxLines-1)
	all := f.lines(pos.Line-around, last+around, marked{pos.Offset, end.Offset})
	for i := range all {
		all[i].Here = pos.Line <= all[i].Number && all[i].Number <= last
	}
	return all
}

// file returns a file of the code, or nil if it cannot be read.
func (b *builder) file(name string) *file {
	f, known := b.files[name]
	if !known {
		if text, err := read(name); err == nil {
			f = newFile(text, true)
		}
		b.files[name] = f
	}
	return f
}

// read reads a regular file: a device or a pipe under its name could never end.
func read(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, os.ErrInvalid
	}
	return os.ReadFile(name)
}

func newFile(text []byte, isGo bool) *file {
	f := &file{text: text, starts: []int{0}}
	for i, c := range text {
		if c == '\n' && i+1 < len(text) {
			f.starts = append(f.starts, i+1)
		}
	}
	if isGo && len(text) <= maxScanned {
		f.words = words(text)
	}
	return f
}

// words finds what has a colour. Text that is not Go gives fewer or wrong ones, which does no harm.
func words(text []byte) (all []word) {
	fset := token.NewFileSet()
	tf := fset.AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(tf, text, func(token.Position, string) {}, scanner.ScanComments)
	for {
		pos, tok, lit := s.Scan()
		class := ""
		switch {
		case tok == token.EOF:
			return all
		case tok == token.COMMENT:
			class = "com"
		case tok == token.STRING || tok == token.CHAR:
			class = "str"
		case tok == token.INT || tok == token.FLOAT || tok == token.IMAG:
			class = "num"
		case tok.IsKeyword():
			class = "key"
		default:
			continue
		}
		from := tf.Offset(pos)
		all = append(all, word{from, min(from+len(lit), len(text)), class})
	}
}

// lines returns lines first to last, as far as there are such, with what is marked.
func (f *file) lines(first, last int, m marked) (all []line) {
	for n := max(first, 1); n <= min(last, len(f.starts)); n++ {
		from, to := f.starts[n-1], len(f.text)
		if n < len(f.starts) {
			to = f.starts[n]
		}
		to = from + len(bytes.TrimRight(f.text[from:to], "\r\n"))
		all = append(all, line{Number: n, Spans: f.spans(from, to, m)})
	}
	return all
}

// spans cuts a line where words and marks begin and end. Where cleaning the line as a whole and in pieces differ, a
// key lies across a cut: then the line is one span, without it.
func (f *file) spans(from, to int, m marked) []span {
	if to-from > maxLine {
		return []span{{Class: "com", Text: "… a line too long to show"}}
	}
	whole := show(f.text[from:to])
	cuts := []int{from, to, m.from, m.to}
	i, _ := slices.BinarySearchFunc(f.words, from, func(w word, at int) int { return w.to - at })
	inLine := f.words[i:]
	for j, w := range inLine {
		if w.from >= to {
			inLine = inLine[:j]
			break
		}
		cuts = append(cuts, w.from, w.to)
	}
	cuts = slices.DeleteFunc(cuts, func(c int) bool { return c < from || c > to })
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var all []span
	var pieces strings.Builder
	for i := 1; i < len(cuts); i++ {
		s := span{Text: show(f.text[cuts[i-1]:cuts[i]]), Marked: m.from <= cuts[i-1] && cuts[i] <= m.to}
		for _, w := range inLine {
			if w.from <= cuts[i-1] && cuts[i] <= w.to {
				s.Class = w.class
			}
		}
		pieces.WriteString(s.Text)
		all = append(all, s)
	}
	if pieces.String() != whole {
		all = []span{{Text: whole}}
	}
	return window(all)
}

// show makes a piece of code safe to show, with tabs as four spaces.
func show(code []byte) string {
	return analyzers.Clean(strings.ReplaceAll(string(code), "\t", "    "), 8*maxLine)
}

// window shortens a long line to what lies around the first mark.
func window(spans []span) (all []span) {
	before := 0
	for _, s := range spans {
		if s.Marked {
			break
		}
		before += len(s.Text)
	}
	skip := max(before-maxColumns/3, 0)
	if !slices.ContainsFunc(spans, func(s span) bool { return s.Marked }) {
		skip = 0
	}
	if skip > 0 {
		all = append(all, span{Class: "com", Text: "…"})
	}
	room := maxColumns
	for _, s := range spans {
		if skip >= len(s.Text) {
			skip -= len(s.Text)
			continue
		}
		s.Text, skip = s.Text[boundary(s.Text, skip):], 0
		if len(s.Text) > room {
			s.Text = s.Text[:boundary(s.Text, room)]
			return append(all, s, span{Class: "com", Text: "…"})
		}
		room -= len(s.Text)
		all = append(all, s)
	}
	return all
}

// boundary is the first place from n on where a character begins.
func boundary(text string, n int) int {
	for n < len(text) && !utf8.RuneStart(text[n]) {
		n++
	}
	return n
}

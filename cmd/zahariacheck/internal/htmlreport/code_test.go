package htmlreport

import (
	"bytes"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestSpans(t *testing.T) {
	long := strings.Repeat("x", 400)
	for _, c := range []struct {
		name, line string
		m          marked
		want       string // spans as text, class: text, *marked*
	}{
		{"words", "if x == 12 { // c", marked{}, "key:if| x == |num:12| { |com:// c"},
		{"a mark inside a word", "f(\"abc\")", marked{3, 6}, "f(|str:\"|*str:abc*|str:\"|)"},
		{"a mark over words", "x := \"a\"", marked{0, 8}, "*x := *|*str:\"a\"*"},
		{"tabs and CRLF", "\tf()\r\n", marked{1, 2}, "    |*f*|()"},
		{"control and bidi", "// \x1b\u202e", marked{}, `com:// \x1b\u202e`},
		{"a key over a cut is one span", "`sk-ant-0123456789abcdef`", marked{3, 9}, "`[redacted]`"},
		{"far to the right", long + "yy", marked{400, 402}, "com:…|" + long[:80] + "|*yy*"},
		{"long", long, marked{}, long[:240] + "|com:…"},
		{"far to the right, whole", strings.Repeat("x", 80) + "yy", marked{80, 82}, strings.Repeat("x", 80) + "|*yy*"},
		{"one more", strings.Repeat("x", 81) + "yy", marked{81, 83}, "com:…|" + strings.Repeat("x", 80) + "|*yy*"},
		{"as long as can be", strings.Repeat("x", 240), marked{}, strings.Repeat("x", 240)},
		{"a character is not cut", strings.Repeat("x", 239) + "éx", marked{}, strings.Repeat("x", 239) + "é|com:…"},
		{"nor one before the mark", "é" + strings.Repeat("x", 80) + "yy", marked{82, 84}, "com:…|" + strings.Repeat("x", 80) + "|*yy*"},
		{"nor at its start", "é" + strings.Repeat("x", 79) + "yy", marked{81, 83}, "com:…|" + strings.Repeat("x", 79) + "|*yy*"},
		{"a span before the window", "/* " + long + " */x", marked{406, 407}, "com:…|com:" + strings.Repeat("x", 77) + " */|*x*"},
		{"whole spans before the window", "if `" + strings.Repeat("x", 77) + "`yy", marked{82, 84}, "com:…| |str:`" + strings.Repeat("x", 77) + "`|*yy*"},
		{"not all of a line may be too long", strings.Repeat("\t", maxLine), marked{}, strings.Repeat(" ", 240) + "|com:…"},
		{"numbers", "1 + 2.5 - 3i + 'a'", marked{}, "num:1| + |num:2.5| - |num:3i| + |str:'a'"},
		{"too long", strings.Repeat("x", maxLine+1), marked{}, "com:… a line too long to show"},
	} {
		lines := newFile([]byte(c.line), true).lines(1, 9, c.m)
		var got []string
		for _, s := range lines[0].Spans {
			text := s.Text
			if s.Class != "" {
				text = s.Class + ":" + text
			}
			if s.Marked {
				text = "*" + text + "*"
			}
			got = append(got, text)
		}
		if all := strings.Join(got, "|"); all != c.want || len(lines) != 1 {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, all, c.want)
		}
	}
}

// Words that end where a line begins are of the line before, and those behind it of the next.
func TestLines(t *testing.T) {
	f := newFile([]byte("if `a\nb` {\n}\n\nreturn"), true)
	var got []string
	for _, l := range f.lines(-1, 99, marked{}) {
		text := fmt.Sprint(l.Number)
		for _, s := range l.Spans {
			text += " " + s.Class + ":" + s.Text
		}
		got = append(got, text)
	}
	if want := []string{"1 key:if :  str:`a", "2 str:b` : {", "3 :}", "4", "5 key:return"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for text, want := range map[string]int{"": 1, "a": 1, "a\n": 1, "a\nb": 2, "\n\n": 2} {
		if got := len(newFile([]byte(text), false).starts); got != want {
			t.Errorf("%q has %d lines, want %d", text, got, want)
		}
	}
	if f := newFile([]byte("if"), false); f.words != nil {
		t.Error("text is coloured as code")
	}
	if got := newFile([]byte(strings.Repeat("x\n", maxLine)+"y"), false).lines(maxLine+1, maxLine+1, marked{}); len(got) != 1 || got[0].Spans[0].Text != "y" {
		t.Errorf("a short line far below is %v", got)
	}
	large := append([]byte("if //"), bytes.Repeat([]byte("x"), maxScanned-5)...)
	if newFile(large, true).words == nil || newFile(append(large, 'x'), true).words != nil {
		t.Error("the bound of what is coloured does not hold")
	}
}

func TestBoundary(t *testing.T) {
	for n, want := range []int{0, 2, 2, 3, 5, 5} {
		if got := boundary("éaé", n); got != want {
			t.Errorf("from %d on a character begins at %d, want %d", n, got, want)
		}
	}
}

// A frame is the lines of a finding with some around, as far as there are such.
func TestFrame(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.go")
	text := strings.Repeat("x\n", 20)
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	at := func(line int) token.Position {
		return token.Position{Filename: name, Line: line, Offset: 2 * (line - 1)}
	}
	for _, c := range []struct {
		from, to int
		want     string
	}{
		{1, 1, "1* 2 3"},
		{10, 10, "8 9 10* 11 12"},
		{10, 0, "8 9 10* 11 12"},
		{5, 12, "3 4 5* 6* 7* 8* 9* 10* 11* 12* 13 14"}, // eight lines
		{5, 13, "3 4 5* 6* 7* 8* 9* 10* 11* 12* 13 14"},
		{20, 20, "18 19 20*"},
		{21, 21, ""},
		{0, 0, ""},
		{-1, 3, ""},
	} {
		b := &builder{files: map[string]*file{}}
		var got []string
		for _, l := range b.frame(at(c.from), at(c.to), 2) {
			line := fmt.Sprint(l.Number)
			if l.Here {
				line += "*"
			}
			got = append(got, line)
		}
		if all := strings.Join(got, " "); all != c.want {
			t.Errorf("%d to %d: %s, want %s", c.from, c.to, all, c.want)
		}
	}
	for _, other := range []string{name + "x", filepath.Dir(name)} { // not there, and not a file
		if got := (&builder{files: map[string]*file{}}).frame(token.Position{Filename: other, Line: 1}, token.Position{}, 2); got != nil {
			t.Errorf("%s has the frame %v", other, got)
		}
	}
}

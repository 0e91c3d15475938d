package htmlreport

import (
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

package render

import (
	"strings"
	"testing"
)

func TestMark(t *testing.T) {
	long := strings.Repeat("x", 300)
	for _, c := range []struct {
		name, line   string
		start, end   int
		code, carets string
	}{
		{"tabs", "\tf(\t`a`)", 5, 8, "    f(    `a`)", "          ^^^"},
		{"wide characters take two columns", "f(`请`, x)", 10, 11, "f(`请`, x)", "        ^"},
		{"below wide characters too", "f(`请你`)", 3, 11, "f(`请你`)", "  ^^^^^^"},
		{"no end is one caret", "f(x)", 3, 3, "f(x)", "  ^"},
		{"positions past the line", "f", 9, 20, "f", " ^"},
		{"escapes count as shown", "\x1b`a`", 2, 5, `\x1b` + "`a`", "    ^^^"},
		{"carets end where the line is cut", long, 1, 301, long[:160] + "…", strings.Repeat("^", 160)},
		{"a finding far to the right", long + "`a`", 301, 304, "…" + long[:40] + "`a`", strings.Repeat(" ", 41) + "^^^"},
		{"carets end there too", long, 11, 301, long[:160] + "…", strings.Repeat(" ", 10) + strings.Repeat("^", 150)},
		{"as far to the right as can be", long[:80] + "`a`", 81, 84, long[:80] + "`a`", strings.Repeat(" ", 80) + "^^^"},
		{"one more", long[:81] + "`a`", 82, 85, "…" + long[:40] + "`a`", strings.Repeat(" ", 41) + "^^^"},
		{"a key across the border has no carets", "`sk-ant-0123456789abcdef`", 2, 12, "`[redacted]`", ""},
		{"a key inside", "k(`sk-ant-0123456789abcdef`)", 3, 28, "k(`[redacted]`)", "  ^^^^^^^^^^^^"},
	} {
		code, carets := mark(c.line, c.start, c.end)
		if code != c.code || carets != c.carets {
			t.Errorf("%s:\ngot\n%s\n%s\nwant\n%s\n%s", c.name, code, carets, c.code, c.carets)
		}
	}
}

package lsp

import (
	"go/token"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A text is the content of a file by lines, for the positions that clients count in code units and the rules in bytes.
type text struct {
	lines []string // without their ends
	utf8  bool     // code units are bytes; else those of UTF-16
}

func newText(content string, utf8 bool) *text {
	lines := strings.Split(content, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(line, "\r")
	}
	return &text{lines, utf8}
}

// position converts the place of a finding. One that the text does not have becomes the nearest that it has.
func (t *text) position(p token.Position) position {
	line := min(max(p.Line-1, 0), len(t.lines)-1)
	if line < p.Line-1 {
		return position{line, t.units(t.lines[line])}
	}
	in := t.lines[line]
	return position{line, t.units(in[:min(max(p.Column-1, 0), len(in))])}
}

// span converts the range of a finding.
func (t *text) span(from, to token.Position) span {
	s := span{t.position(from), t.position(to)}
	if to.Line < from.Line {
		s.End = s.Start
	}
	return s
}

// at converts an offset in bytes of the content.
func (t *text) at(content string, offset int) position {
	before := content[:offset]
	line := strings.Count(before, "\n")
	return position{line, t.units(before[strings.LastIndexByte(before, '\n')+1:])}
}

func (t *text) units(s string) int {
	if t.utf8 {
		return len(s)
	}
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// holds reports whether a position lies in a range, at its end too.
func (s span) holds(p position) bool {
	return !before(p, s.Start) && !before(s.End, p)
}

// meets reports whether two ranges have a position in common.
func (s span) meets(other span) bool {
	return !before(s.End, other.Start) && !before(other.End, s.Start)
}

func before(a, b position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Character < b.Character
}

// uriOf names a file as the protocol does.
func uriOf(file string) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") { // a drive of Windows
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// fileOf returns the name of the file that a URI names, with no symbolic link among its folders, as the go command names it;
// or "" if it names none.
func fileOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || !utf8.ValidString(u.Path) {
		return ""
	}
	path := u.Path
	if len(path) > 2 && path[0] == '/' && path[2] == ':' {
		path = path[1:]
	}
	file := filepath.Clean(filepath.FromSlash(path))
	if !filepath.IsAbs(file) {
		return ""
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(file)); err == nil {
		file = filepath.Join(real, filepath.Base(file))
	}
	return file
}

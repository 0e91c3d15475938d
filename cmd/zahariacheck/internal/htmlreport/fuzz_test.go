package htmlreport

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

// FuzzReport demands of the page, whatever the code under check and its files are called and hold: it has the elements of
// its layout and no others, none that acts or leads elsewhere, and the message as it was.
func FuzzReport(f *testing.F) {
	f.Add("a b.go", "package p\n\nvar x = `"+hostile+"`\n", hostile, 3, 9, 19, 22)
	f.Add(`onload=x <b>&amp;.go`, "\r\x1b]8;;javascript:alert(1)\x07\u202e\xff\x00\u00a0", "</script>\u2028{{.}}", 1, 1, 0, 400)
	f.Add("javascript:alert(1)", "/*", "a", 1, 2, 2, 0)
	f.Add("é.go", "sk-ant-0123456789abcdef0123456789 // 😀\n\tx\n", "\n", 2, 1, 40, 41)
	known := map[string]bool{}
	for _, m := range regexp.MustCompile(`<([a-z0-9]+)`).FindAllStringSubmatch(layout, -1) {
		known[m[1]] = true
	}
	acting := regexp.MustCompile(`[\x00-\x08\x0b-\x1f\x7f-\x{9f}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}\x{feff}]|sk-ant-[A-Za-z0-9_-]{16}`)
	root := f.TempDir()
	f.Fuzz(func(t *testing.T, name, source, said string, line, column, from, to int) {
		if strings.Contains(name, "\x00") {
			return
		}
		real := filepath.Join(root, "real.go")
		if err := os.WriteFile(real, []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
		one := finding.Finding{
			Rule: "vendorlock", Quote: principles.Get(principles.LockIn), Severity: analyzers.Warning, URL: name, Package: said,
			Message: analyzers.Clean(said, 1024),
		}
		one.Pos.Filename, one.Pos.Line, one.Pos.Column, one.Pos.Offset = real, line, column, from
		one.End = one.Pos
		one.End.Line, one.End.Offset = line+len(said)%3, to
		one.Trace = []finding.Step{{Pos: one.Pos, End: one.End, Message: analyzers.Clean(said, 300)}}
		other := one
		other.Pos.Filename = filepath.Join(root, "sub", name)
		doc := write(t, &finding.Report{
			Findings: []finding.Finding{one, other},
			Failures: []finding.Failure{{Package: said, Reason: analyzers.Clean(said, 1024)}}, Packages: 2,
		}, root)
		if at := acting.FindStringIndex(doc); at != nil {
			t.Fatalf("the page has %q: …%q", doc[at[0]:at[1]], doc[max(0, at[0]-60):at[1]])
		}
		shown := 0
		for _, e := range elements(t, doc) {
			if !known[e.name] {
				t.Fatalf("<%s> stems from the code under check", e.name)
			}
			for attr, value := range e.attrs {
				if attr == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "https://") ||
					attr == "src" || attr == "style" || strings.HasPrefix(attr, "on") {
					t.Fatalf("<%s %s=%q>", e.name, attr, value)
				}
			}
			if strings.Contains(e.attrs["class"], "message") && e.text == one.Message {
				shown++
			}
		}
		if shown < 2 {
			t.Fatalf("the message %q is shown %d times", one.Message, shown)
		}
	})
}

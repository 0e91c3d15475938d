package htmlreport

import (
	"bytes"
	"encoding/xml"
	"errors"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

const hostile = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{.}}<!--javascript:alert(1)]]>"

// hostileReport is a report of which every word that is not ours is hostile.
func hostileReport(t *testing.T) (*finding.Report, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), `a"b'<script>`)
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, `onload=x <b>&amp;.go`)
	code := "package p\n\nvar x = `" + hostile + "\x1b]8;;javascript:alert(1)\x07\u202e`\n// sk-ant-0123456789abcdef0123456789 " + hostile + "\n"
	if err := os.WriteFile(name, []byte(code), 0o666); err != nil {
		t.Fatal(err)
	}
	at := func(line, column, offset int) token.Position {
		return token.Position{Filename: name, Line: line, Column: column, Offset: offset}
	}
	f := finding.Finding{
		Rule: "hardcodedprompt", Quote: principles.Get(principles.PromptEngineering), Severity: analyzers.Warning,
		URL: "javascript:alert(1)", Package: hostile, Pos: at(3, 9, 19), End: at(3, 12, 22), Message: hostile,
		Trace: []finding.Step{{Pos: at(4, 1, 0), End: at(4, 1, 0), Message: hostile}},
		Fix:   &finding.Fix{Message: hostile},
	}
	second := f
	second.Rule, second.Quote, second.Severity = "vendorlock", principles.Get(principles.LockIn), analyzers.Error
	second.URL = "https://example.com/#quote"
	second.Pos.Filename = filepath.Join(dir, "missing.go")
	return &finding.Report{
		Findings: []finding.Finding{f, second},
		Failures: []finding.Failure{{Package: hostile, Reason: hostile}},
		Packages: 7, Failed: 1, Allowed: 1,
	}, dir
}

func write(t *testing.T, rep *finding.Report, dir string) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, rep, Options{Dir: dir}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// An element is what the tests look at of a document.
type element struct {
	name  string
	attrs map[string]string
	text  string // all of it, and that of the elements inside
}

// elements reads a document. Script and style, which are not markup, are cut out first.
func elements(t *testing.T, doc string) (all []*element) {
	t.Helper()
	for _, raw := range []string{script, style} {
		if strings.Count(doc, raw) != 1 {
			t.Fatal("script and style do not stand in the document as they are in their files")
		}
		doc = strings.Replace(doc, raw, "", 1)
	}
	d := xml.NewDecoder(strings.NewReader(doc))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta", "input", "br"}, xml.HTMLEntity
	var open []*element
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(open) > 0 {
				t.Errorf("<%s> is not closed", open[len(open)-1].name)
			}
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := &element{name: tok.Name.Local, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			open, all = append(open, e), append(all, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(tok)
			}
		}
	}
}

func TestHostile(t *testing.T) {
	rep, dir := hostileReport(t)
	doc := write(t, rep, dir)
	known := map[string]bool{}
	for _, m := range regexp.MustCompile(`<([a-z0-9]+)`).FindAllStringSubmatch(layout, -1) {
		known[m[1]] = true
	}
	count, said := map[string]int{}, 0
	for _, e := range elements(t, doc) {
		count[e.name]++
		if !known[e.name] {
			t.Errorf("<%s> stems from the code under check", e.name)
		}
		for name, value := range e.attrs {
			switch {
			case name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "https://"),
				name == "src", name == "style", strings.HasPrefix(name, "on"):
				t.Errorf("<%s %s=%q>", e.name, name, value)
			}
		}
		if strings.Contains(e.attrs["class"], "message") && e.text == hostile {
			said++
		}
	}
	if count["script"] != 1 || count["style"] != 1 || count["img"] != 0 || said != 2 {
		t.Errorf("got elements %v, and %d messages in full", count, said)
	}
	if bad := regexp.MustCompile(`[\x00-\x08\x0b-\x1f\x7f\x{202e}]|sk-ant-`).FindString(doc); bad != "" {
		t.Errorf("%q stands in the document", bad)
	}
	for _, shown := range []string{`\x1b]8;;`, `\u202e`, "[redacted]", "missing.go:3:9"} {
		if !strings.Contains(doc, shown) {
			t.Errorf("%s is not shown", shown)
		}
	}
}

func TestPolicy(t *testing.T) {
	rep, dir := hostileReport(t)
	for _, e := range elements(t, write(t, rep, dir)) {
		if e.attrs["http-equiv"] == "Content-Security-Policy" {
			want := "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'"
			if e.attrs["content"] != want {
				t.Errorf("got %s, want %s", e.attrs["content"], want)
			}
			return
		}
	}
	t.Error("there is no policy")
}

// Every finding stands once, below its principle, and the numbers add up.
func TestCounts(t *testing.T) {
	rep, dir := hostileReport(t)
	p := newPage(rep, Options{Dir: dir})
	findings := 0
	for _, part := range p.Parts {
		for _, q := range part.Principles {
			for _, r := range q.Rules {
				findings += len(r.Findings)
				if len(r.Why) == 0 || len(r.Before) == 0 || len(r.After) == 0 {
					t.Errorf("%s does not teach", r.Name)
				}
			}
			if q.Part != part.Number || q.Findings != 1 {
				t.Errorf("%s: %d findings in part %d", q.ID, q.Findings, part.Number)
			}
		}
	}
	if findings != 2 || p.Total != 2 || p.In != 1 || len(p.Parts) != 8 || len(p.Severities) != 2 || p.Severities[0].Name != "error" {
		t.Errorf("got %d findings, %+v", findings, p)
	}
	doc := write(t, rep, dir)
	for range 5 {
		if write(t, rep, dir) != doc {
			t.Fatal("two reports differ")
		}
	}
	if empty := write(t, &finding.Report{Packages: 3}, dir); !strings.Contains(empty, "<b>No findings</b> in 3 packages") || strings.Contains(empty, "<script>") {
		t.Error("an empty report does not say so, or brings a script without need")
	}
}

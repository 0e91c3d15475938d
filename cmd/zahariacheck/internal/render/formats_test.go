package render

import (
	"bytes"
	"encoding/json"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

const (
	hostile = "\r\n::error::x\n##[error]y ](javascript:alert(1)) [a](b) `c` | d\t<img src=x> @team https://evil.example ${{ e }} \x1b]0;\x07\u202e sk-ant-0123456789abcdef0123456789"
	code    = "package p\n\n\tvar é, 𐐀 = f(\"x\"), 1 // one\n\tvar two = 2\n"
)

func TestGolden(t *testing.T) {
	rep, site := sample(t)
	for name, write := range all() {
		got := written(t, write, rep, site)
		golden := filepath.Join("testdata", "golden", name)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-update accepts it):\n%s", golden, diff)
		}
	}
}

// The patch for an agent is that of the fix. It is left out where a terminal or a runner would act on its bytes.
func TestAgentPatch(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.go")
	at := token.Position{Filename: name, Line: 3, Column: 1}
	for comment, want := range map[string]string{
		"// plain":          "patch: Write 2\n--- a/a.go\n+++ b/a.go\n@@ -1,3 +1,3 @@\n package p // plain\n \n-var a = 1\n+var a = 2\n\nsummary: ",
		"// \x1b]0;title\a": "patch: Write 2 (zahariacheck -fix applies it; the code around it is not safe to show)\n\nsummary: ",
		"// ##[group]":      "patch: Write 2 (zahariacheck -fix applies it; the code around it is not safe to show)\n\nsummary: ",
	} {
		text := "package p " + comment + "\n\nvar a = 1\n"
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		end := len(text) - 1
		f := finding.Finding{Rule: "r", Severity: analyzers.Warning, Message: "m", Pos: at, End: at, Fix: &finding.Fix{Message: "Write 2", Edits: []finding.Edit{{File: name, Start: end - 1, End: end, New: "2"}}}}
		var out bytes.Buffer
		if err := Agent(&out, &finding.Report{Findings: []finding.Finding{f}}, dir); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("got\n%s\nwant\n%s", out.String(), want)
		}
	}
}

// No byte of a report acts on a terminal, no line is a command of GitHub Actions that is not ours, and no key is shown.
func TestInert(t *testing.T) {
	rep, site := sample(t)
	empty := &finding.Report{Packages: 1}
	command := regexp.MustCompile(`(?m)^\s*::`)
	for name, write := range all() {
		got := written(t, write, rep, site)
		if i := strings.IndexAny(strings.ReplaceAll(got, "\t", ""), "\x1b\x07\r\u202e"); i >= 0 {
			t.Errorf("%s has a control character at %d", name, i)
		}
		if strings.Contains(got, "sk-ant") {
			t.Errorf("%s has a key", name)
		}
		want := 0
		if name == "github.txt" {
			want = len(rep.Findings)
		}
		if n := len(command.FindAllString(got, -1)); n != want {
			t.Errorf("%s has %d lines with commands, want %d", name, n, want)
		}
		if got := written(t, write, empty, site); strings.Contains(name, "jsonl") && got != "" || name == "gitlab.json" && got != "[]\n" {
			t.Errorf("%s without findings: %q", name, got)
		}
	}
	review := written(t, Review, rep, site)
	for _, markup := range []string{"<", "|", "`", "@team", "](javascript", "https://evil"} {
		if regexp.MustCompile(`(^|[^\\])` + regexp.QuoteMeta(markup)).MatchString(review) {
			t.Errorf("the review has %q unescaped:\n%s", markup, review)
		}
	}
}

// All formats have the same findings in the same order, but for the review, which sorts by principle, and for
// annotations, which go by severity.
func TestAgree(t *testing.T) {
	rep, site := sample(t)
	id := func(rule string, line int) string { return rule + ":" + strconv.Itoa(line) }
	var want []string
	for _, f := range rep.Findings {
		want = append(want, id(f.Rule, f.Pos.Line))
	}
	same := func(format string, got []string) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", format, got, want)
		}
	}
	var got []string
	for _, l := range decodeLines[lineFinding](t, written(t, JSONLines, rep, site)) {
		got = append(got, id(l.Rule, l.Place.Line))
	}
	same("jsonl", got)
	got = nil
	for _, d := range decodeLines[rdDiagnostic](t, written(t, RDJSONL, rep, site)) {
		got = append(got, id(d.Code.Value, d.Location.Range.Start.Line))
	}
	same("rdjsonl", got)
	got = nil
	for _, i := range decodeLines[[]gitlabIssue](t, written(t, GitLab, rep, site))[0] {
		got = append(got, id(i.CheckName, i.Location.Lines.Begin))
	}
	same("gitlab", got)
	got = nil
	for _, r := range decodeSARIF(t, written(t, SARIF, rep, site)).Runs[0].Results {
		got = append(got, id(r.RuleID, r.Locations[0].PhysicalLocation.Region.StartLine))
	}
	same("sarif", got)
	got = nil
	text := Text{Dir: site.Root, Context: -1, Quotes: true}
	var out bytes.Buffer
	if err := text.Write(&out, rep); err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^[^\t].*?\.go:(\d+):\d+: .* \[(\w+): On .*\]$`).FindAllStringSubmatch(out.String(), -1) {
		got = append(got, m[2]+":"+m[1])
	}
	same("text", got)
	got = nil
	for _, m := range regexp.MustCompile(`(?m)^finding: .*\.go:(\d+):\d+\nrule: (\w+)$`).FindAllStringSubmatch(written(t, inDir["agent.txt"], rep, site), -1) {
		got = append(got, m[2]+":"+m[1])
	}
	same("agent", got)
	got = nil
	out.Reset()
	if err := JSON(&out, rep); err != nil {
		t.Fatal(err)
	}
	for _, packages := range decodeLines[map[string]map[string]json.RawMessage](t, out.String()) {
		for rule, data := range packages["p"] {
			for _, d := range decodeLines[[]jsonDiagnostic](t, string(data))[0] {
				at := strings.Split(d.Posn, ":")
				got = append(got, rule+":"+at[len(at)-2])
			}
		}
	}
	slices.Sort(got) // by package and rule: what is left of the order is that of each rule
	slices.Sort(want)
	same("json", got)
	got = nil
	for _, m := range regexp.MustCompile(`(?m)^- \*\*\w+\*\* .*#L(\d+)\).*\(\[(\w+)\]\(`).FindAllStringSubmatch(written(t, Review, rep, site), -1) {
		got = append(got, m[2]+":"+m[1])
	}
	slices.Sort(got)
	same("review", got)
}

// decodeLines decodes values one after the other, and knows no other fields than those of T.
func decodeLines[T any](t *testing.T, text string) (all []T) {
	t.Helper()
	for dec := json.NewDecoder(strings.NewReader(text)); ; {
		dec.DisallowUnknownFields()
		var v T
		if err := dec.Decode(&v); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
}

func compile(t *testing.T, schema io.Reader) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(schema)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLineSchema(t *testing.T) {
	rep, site := sample(t)
	s := compile(t, bytes.NewReader(LineSchema))
	for line := range strings.Lines(written(t, JSONLines, rep, site)) {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Error(err)
		}
		delete(v.(map[string]any), "rule")
		if s.Validate(v) == nil {
			t.Error("a finding without a rule is valid")
		}
	}
}

// Making the change that reviewdog suggests gives the text that the fix gives.
func TestSuggestion(t *testing.T) {
	rep, site := sample(t)
	n := 0
	for _, d := range decodeLines[rdDiagnostic](t, written(t, RDJSONL, rep, site)) {
		for _, s := range d.Suggestions {
			n++
			lines := strings.SplitAfter(code, "\n")
			offset := func(p rdPosition) int { return len(strings.Join(lines[:p.Line-1], "")) + p.Column - 1 }
			got := code[:offset(s.Range.Start)] + s.Text + code[offset(s.Range.End):]
			if want := strings.NewReplacer(`f("x")`, "g\u202e(\"x\")", "two", "zwei").Replace(code); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d suggestions, want 1", n)
	}
	f := rep.Findings[len(rep.Findings)-1]
	f.Fix = &finding.Fix{Edits: []finding.Edit{{File: "another.go"}}}
	if s := (texts{}).suggestions(f); s != nil {
		t.Errorf("a fix of another file is suggested: %v", s)
	}
}

package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"os"
	"os/exec"
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
	"github.com/zahariacheck/zahariacheck/principles"
)

var update = flag.Bool("update", false, "write the golden files")

// onSite are the formats that name files relative to the root of the repository, with the names of their golden files.
var onSite = map[string]func(io.Writer, *finding.Report, Site) error{
	"github.txt":    GitHub,
	"gitlab.json":   GitLab,
	"jsonl.jsonl":   JSONLines,
	"rdjsonl.jsonl": RDJSONL,
	"review.md":     Review,
	"sarif.json":    SARIF,
}

// inDir are the formats that name files relative to the working folder, with the names of their golden files.
var inDir = map[string]func(io.Writer, *finding.Report, Site) error{
	"agent.txt": func(w io.Writer, rep *finding.Report, site Site) error { return Agent(w, rep, site.Root) },
	"text.txt": func(w io.Writer, rep *finding.Report, site Site) error {
		t := Text{Dir: site.Root, Context: -1, Quotes: true, Summary: true}
		return t.Write(w, rep)
	},
}

// all are the formats of both kinds.
func all() map[string]func(io.Writer, *finding.Report, Site) error {
	both := maps.Clone(onSite)
	maps.Copy(both, inDir)
	return both
}

const (
	hostile = "\r\n::error::x\n##[error]y ](javascript:alert(1)) [a](b) `c` | d\t<img src=x> @team https://evil.example ${{ e }} \x1b]0;\x07\u202e sk-ant-0123456789abcdef0123456789"
	code    = "package p\n\n\tvar é, 𐐀 = f(\"x\"), 1 // one\n\tvar two = 2\n"
)

// sample is a report with what is hard: columns behind tabs and wide characters, two findings of a line, a fix of two
// edits, and names and literals that are hostile. Its rules are none of ours, so that goldens do not change with pages.
func sample(t *testing.T) (*finding.Report, Site) {
	t.Helper()
	root := t.TempDir()
	put := func(name string) string {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(code), 0o644); err != nil {
			t.Skip(err) // names that a file system does not know
		}
		return name
	}
	plain, odd := put("pkg/a b.go"), put("a:1,%0A`|[x](y)<b>\x1b\u202e\n::error::é.go")
	at := func(file, text string) token.Position {
		return texts{}.position(file, strings.Index(code, text))
	}
	quote := principles.Get(principles.LockIn)
	call := finding.Finding{
		Rule: "sample", Group: "design", Quote: quote, Severity: analyzers.Warning, Confidence: analyzers.Sure, URL: "https://example.com/sample#lock-in", Package: "p",
		Pos: at(plain, `f("x")`), End: at(plain, ", 1"), Message: `f is called with "x": do not`,
		Trace: []finding.Step{
			{Pos: at(plain, "var two"), End: at(plain, " two"), Message: "starts here"},
			{Pos: at(plain, "two"), End: at(plain, " = 2"), Message: "goes on here"},
		},
		Fix: &finding.Fix{Message: "Call g", Edits: []finding.Edit{
			{File: plain, Start: strings.Index(code, "two"), End: strings.Index(code, " = 2"), New: "zwei"},
			{File: plain, Start: strings.Index(code, "f("), End: strings.Index(code, `("x")`), New: "g\u202e"},
		}},
	}
	second := call
	second.Confidence = analyzers.Likely
	second.Pos, second.End, second.Trace, second.Fix = at(plain, "1 //"), at(plain, " // one"), nil, nil
	second.Message = "1 is a number"
	bad := call
	bad.Pos, bad.End, bad.Fix, bad.Severity = at(odd, "var é"), at(odd, "two"), nil, analyzers.Error
	bad.Rule, bad.Quote, bad.Message = "other", principles.Get(principles.PromptEngineering), analyzers.Clean(hostile, 1024)
	bad.Trace = []finding.Step{{Pos: at(odd, "two"), End: at(odd, "two"), Message: analyzers.Clean(hostile, 300)}}
	outside := call
	outside.Pos.Filename, outside.Severity, outside.Trace, outside.Fix = "/elsewhere/gone.go", analyzers.Info, nil, nil
	outside.End = outside.Pos
	return &finding.Report{
		Findings: finding.Sort([]finding.Finding{call, second, bad, outside}),
		Failures: []finding.Failure{{Package: hostile, Reason: analyzers.Clean(hostile, 1024)}},
		Packages: 3,
		Failed:   1,
	}, Site{Root: root}
}

func written(t *testing.T, write func(io.Writer, *finding.Report, Site) error, rep *finding.Report, site Site) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, rep, site); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

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

// sarifSchema is that of OASIS, which stands in the source of go-sarif.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "pkg/report/v210/sarif/schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var schema string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && len(lit.Value) > len(schema) {
			schema = lit.Value
		}
		return true
	})
	if schema, err = strconv.Unquote(schema); err != nil || !strings.Contains(schema, "docs.oasis-open.org/sarif/sarif/v2.1.0") {
		t.Fatalf("this is not the schema of SARIF 2.1.0: %.200s %v", schema, err)
	}
	return compile(t, strings.NewReader(schema))
}

// sarifLog is what a viewer reads of a report.
type sarifLog struct {
	Runs []struct {
		ColumnKind string
		Tool       struct {
			Driver struct {
				Rules []struct {
					ID               string
					HelpURI          string
					ShortDescription struct{ Text string }
					Help             struct{ Text, Markdown string }
					Properties       map[string]any
				}
			}
		}
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level   string
				Message struct{ Text string }
			}
		}
		Results []struct {
			RuleID              string
			RuleIndex           int
			Level               string
			PartialFingerprints map[string]string
			Locations           []sarifLocation
			CodeFlows           []struct {
				ThreadFlows []struct {
					Locations []struct{ Location sarifLocation }
				}
			}
		}
	}
}

type sarifLocation struct {
	Message          struct{ Text string }
	PhysicalLocation struct {
		ArtifactLocation struct{ URI, URIBaseID string }
		Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
	}
}

func decodeSARIF(t *testing.T, text string) (log sarifLog) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	return log
}

func TestSARIF(t *testing.T) {
	rep, site := sample(t)
	ours := rep.Findings[len(rep.Findings)-1]
	ours.Rule, ours.Message = "vendorlock", "one of our rules"
	rep.Findings = append(rep.Findings, ours)
	text := written(t, SARIF, rep, site)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	schema := sarifSchema(t)
	if err := schema.Validate(v); err != nil {
		t.Error(err)
	}
	v.(map[string]any)["version"] = "2.0.0"
	if schema.Validate(v) == nil {
		t.Error("the schema takes anything")
	}

	run := decodeSARIF(t, text).Runs[0]
	if i := run.Invocations[0]; i.ExecutionSuccessful || len(i.ToolExecutionNotifications) != 1 || i.ToolExecutionNotifications[0].Level != "error" {
		t.Errorf("a failure is %+v", i)
	}
	places := map[string]bool{}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("rule %s has the index of %s", r.RuleID, run.Tool.Driver.Rules[r.RuleIndex].ID)
		}
		at := r.Locations[0].PhysicalLocation
		places[fmt.Sprintf("%s %d:%d-%d:%d", at.ArtifactLocation.URI, at.Region.StartLine, at.Region.StartColumn, at.Region.EndLine, at.Region.EndColumn)] = true
		if (r.PartialFingerprints["primaryLocationLineHash"] == "") != strings.HasPrefix(at.ArtifactLocation.URI, "file:") {
			t.Errorf("fingerprints of %s: %v", at.ArtifactLocation.URI, r.PartialFingerprints)
		}
	}
	for _, want := range []string{
		"pkg/a%20b.go 3:14-3:20", // the tab and é are one unit each, 𐐀 is two
		"pkg/a%20b.go 3:22-3:23",
		"a%3A1%2C%250A%60%7C%5Bx%5D%28y%29%3Cb%3E%5Cx1b%5Cu202e%5Cn%3A%3Aerror%3A%3A%C3%A9.go 3:2-3:0", // a region ends with its line
		"file:///elsewhere/gone.go 3:17-3:0", // not to be read: the column stays
	} {
		if !places[want] {
			t.Errorf("no result at %s, only %v", want, places)
		}
	}
	last := run.Tool.Driver.Rules[len(run.Tool.Driver.Rules)-1]
	if last.ID != "vendorlock" || !strings.Contains(last.Help.Markdown, principles.Get(principles.LockIn).Text) ||
		last.ShortDescription.Text == "" || last.Properties["precision"] != "medium" || !strings.HasSuffix(last.HelpURI, "/rule.md") {
		t.Errorf("the rule is %+v", last)
	}
}

// Every quote that a rule can cite stands in its page, which is all that code scanning shows.
func TestPagesHaveQuotes(t *testing.T) {
	for _, r := range analyzers.Rules() {
		for _, id := range r.Quotes() {
			if !strings.Contains(r.Doc, principles.Get(id).Text) {
				t.Errorf("the page of %s does not have the quote %s", r.Name, id)
			}
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

func TestGitLabFingerprints(t *testing.T) {
	rep, site := sample(t)
	seen := map[string]bool{}
	for _, i := range decodeLines[[]gitlabIssue](t, written(t, GitLab, rep, site))[0] {
		if i.Fingerprint == "" || seen[i.Fingerprint] {
			t.Errorf("the fingerprint %q is not unique", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) || strings.HasPrefix(i.Location.Path, "./") {
			t.Errorf("GitLab does not take %+v", i)
		}
	}
}

func TestGitHubShowsTheWorst(t *testing.T) {
	rep, site := sample(t)
	one := rep.Findings[len(rep.Findings)-1]
	rep.Findings = nil
	for i := range 12 {
		f := one
		f.Pos.Line = i + 1
		f.End = f.Pos
		if i == 11 {
			f.Severity = analyzers.Error
		}
		rep.Findings = append(rep.Findings, f)
	}
	lines := strings.Split(strings.TrimSuffix(written(t, GitHub, rep, site), "\n"), "\n")
	if len(lines) != 11 || !strings.HasPrefix(lines[0], "::error file=pkg/a b.go,line=12,") || !strings.HasPrefix(lines[1], "::warning file=pkg/a b.go,line=1,") ||
		!strings.HasPrefix(lines[10], "2 findings more") {
		t.Errorf("%s", strings.Join(lines, "\n"))
	}
}

func TestReviewIsBounded(t *testing.T) {
	rep, site := sample(t)
	rep.Findings = slices.Repeat(rep.Findings[len(rep.Findings)-1:], 20_000)
	got := written(t, Review, rep, site)
	shown := strings.Count(got, "\n- **")
	if len(got) > 1<<20 || !strings.Contains(got, fmt.Sprintf("%d findings more: there is no room", 20_000-shown)) {
		t.Errorf("%d bytes, %d findings, end %q", len(got), shown, got[len(got)-100:])
	}
}

func TestSiteOf(t *testing.T) {
	root := t.TempDir()
	sub := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	at := token.Position{Filename: filepath.Join(sub, "c d.go"), Line: 7}
	env := map[string]string{}
	get := func(name string) string { return env[name] }
	if got := SiteOf(sub, get); got.Root != sub || got.link(at) != "c%20d.go#L7" {
		t.Errorf("without a repository: %+v", got)
	}
	if err := os.WriteFile(filepath.Join(root, ".git"), nil, 0o644); err != nil { // as in a worktree
		t.Fatal(err)
	}
	for _, c := range []struct {
		want string
		env  map[string]string
	}{
		{"a/b/c%20d.go#L7", map[string]string{"GITHUB_SERVER_URL": "https://github.com"}},
		{"https://github.com/o/r/blob/abc/a/b/c%20d.go#L7", map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "abc"}},
		{"https://gitlab.com/o/r/-/blob/abc/a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "https://gitlab.com/o/r", "CI_COMMIT_SHA": "abc"}},
		{"http://git.local/o/-/blob/abc/a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "http://git.local/o", "CI_COMMIT_SHA": "abc"}},
		{"a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "javascript:alert(1)"}},
		{"a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "ftp://git.local/o"}},
		{"a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "https:///o"}},
		{"a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "https://[/o"}},
	} {
		env = c.env
		if got := SiteOf(sub, get); got.Root != root || got.link(at) != c.want {
			t.Errorf("%v: %+v, link %s", c.env, got, got.link(at))
		}
	}
}

package htmlreport

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// Prompts stand by role, in the order in which a model reads them, with their text; what there is none of is not said.
func TestSurface(t *testing.T) {
	s := &Surface{
		Prompts: []Prompt{
			{Role: "user", Name: "text in Ask", Place: "a.go:7", Sink: "Ask", Words: 2, Text: []string{"Sum up", "{…}"}},
			{Role: "", Name: "text in Other"},
			{Role: "system", Name: "constant system", Place: "a.go:3", Words: 1, Text: []string{"<b>You</b>"}},
			{Role: "system", Name: "constant long", Text: strings.Split(strings.Repeat("line\n", maxText+5), "\n")},
		},
		Tools:  []Tool{{Name: "read", Description: "reads", Arguments: "name* string", Hints: "readOnlyHint=true", Capabilities: []Capability{{"files-write", "a.Read → os.WriteFile"}}}, {Name: "none", Handled: true}, {Name: "unknown"}},
		Loops:  []Loop{{Name: "a.Run", Place: "a.go:12", Calls: "b.Ask", Bound: "nothing but the model", Unbounded: true}},
		Models: []Model{{ID: "gpt-x", Place: "a.go:9", Retired: "2025-01-02", Successor: "gpt-y"}, {ID: "gpt-z"}},
	}
	v := newSurfaceView(s)
	var got []string
	for _, r := range v.Roles {
		for _, p := range r.Prompts {
			got = append(got, r.Role+": "+p.Name)
		}
	}
	if diff := cmp.Diff([]string{"system: constant system", "system: constant long", "user: text in Ask", "any: text in Other"}, got); diff != "" {
		t.Error(diff)
	}
	if long := v.Roles[0].Prompts[1].Text; len(long) != maxText+1 || long[maxText] != "…" {
		t.Errorf("%d lines of a long prompt are shown", len(long))
	}
	var out bytes.Buffer
	o := Options{Dir: t.TempDir(), Module: "example.com/app", Commit: "0123456789ab", Date: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC), Surface: s}
	if err := Write(&out, &finding.Report{Packages: 1}, o); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"example.com/app", "0123456789ab", "30 November 2026", `href="#reads"`, "&lt;b&gt;You", "files-write", "a.Read → os.WriteFile", "retired 2025-01-02", "gpt-y", "a.Run", "b.Ask</bdi>, bound by nothing but the model", ">unbounded<", "readOnlyHint=true", "No way to files", "The function behind it is not known"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report does not have %q", want)
		}
	}
	for _, not := range []string{"<b>You</b>", "SDKs", `href="#findings"`} {
		if strings.Contains(out.String(), not) {
			t.Errorf("the report has %q", not)
		}
	}
	if newSurfaceView(new(Surface)) != nil || newSurfaceView(nil) != nil {
		t.Error("a surface without anything is shown")
	}
}

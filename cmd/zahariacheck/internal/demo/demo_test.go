package demo

import (
	"bytes"
	"go/format"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
)

func TestEveryStableRuleFires(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir); err != nil {
		t.Fatal(err)
	}
	set := analyzers.NewSettings()
	rep, err := check.Run(t.Context(), check.Options{Dir: dir, Env: Environ(), Patterns: []string{"./..."}, Rules: analyzers.Rules(), Settings: set})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range rep.Failures {
		t.Error(f)
	}
	found := map[string]int{}
	for _, f := range rep.Findings {
		found[f.Rule]++
		if strings.HasPrefix(f.Package, "github.com/") {
			t.Errorf("a finding in a vendored package: %s", f.Pos)
		}
	}
	for _, r := range analyzers.Rules() {
		if set.Enabled(r) && found[r.Name] == 0 {
			t.Errorf("the demo has no case for the rule %s", r.Name)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, f := range txtar.Parse(app).Files {
		if got, err := format.Source(f.Data); err != nil || !bytes.Equal(got, f.Data) {
			t.Errorf("%s is not as gofmt writes it: %v", f.Name, err)
		}
	}
}

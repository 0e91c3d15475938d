package stats

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

func TestStats(t *testing.T) {
	all := principles.All()
	of := func(rule string, q principles.Quote) finding.Finding {
		return finding.Finding{Rule: rule, Group: map[bool]analyzers.Group{true: "design", false: "cost"}[rule < "c"], Quote: q}
	}
	s := Of(&finding.Report{
		Packages: 7, Failed: 2, Excluded: []string{"x", "y", "z"},
		Findings:   []finding.Finding{of("b", all[1]), of("b", all[1]), of("a", all[0])},
		Suppressed: []finding.Finding{of("c", all[0])},
		Known:      []finding.Finding{of("a", all[0]), of("a", all[0])},
		Generated:  []finding.Finding{of("longer-name", all[0])},
	})
	want := Stats{
		Packages: Packages{Asked: 10, Checked: 5, Failed: 2, Excluded: 3},
		Groups:   []Row{{"cost", 0, 1, 0, 1}, {"design", 3, 0, 2, 0}},
		Rules:    []Row{{"a", 1, 0, 2, 0}, {"b", 2, 0, 0, 0}, {"c", 0, 1, 0, 0}, {"longer-name", 0, 0, 0, 1}},
		Principles: []Row{
			{string(all[0].ID), 1, 1, 2, 1},
			{string(all[1].ID), 2, 0, 0, 0},
		},
	}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}

	s.Principles = nil // whose names are the profile's
	var out bytes.Buffer
	if err := s.Text(&out); err != nil {
		t.Fatal(err)
	}
	const text = `
group   findings  allowed  baseline  generated
design         3        0         2          0
cost           0        1         0          1

rule         findings  allowed  baseline  generated
b                   2        0         0          0
a                   1        0         2          0
c                   0        1         0          0
longer-name         0        0         0          1
`
	if diff := cmp.Diff(text, out.String()); diff != "" {
		t.Error(diff)
	}

	out.Reset()
	if err := s.JSON(&out); err != nil {
		t.Fatal(err)
	}
	var got map[string]map[string]Stats
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]map[string]Stats{"zahariacheck": {"stats": s}}, got); diff != "" {
		t.Error(diff)
	}

	// Lists without a member are empty in JSON, not null, and no table in text.
	out.Reset()
	nothing := Of(&finding.Report{})
	if err := errors.Join(nothing.Text(&out), nothing.JSON(&out)); err != nil || bytes.Contains(out.Bytes(), []byte("null")) || out.Bytes()[0] != '{' {
		t.Errorf("of nothing %v, %s", err, out.Bytes())
	}
	broken := errors.New("broken")
	if err := s.Text(writer{broken}); !errors.Is(err, broken) {
		t.Errorf("text: %v", err)
	}
	if err := s.JSON(writer{broken}); !errors.Is(err, broken) {
		t.Errorf("JSON: %v", err)
	}
}

type writer struct{ err error }

func (w writer) Write([]byte) (int, error) { return 0, w.err }

package main

import (
	"strings"
	"testing"
)

const panel = panelHeader + `
# drawn before anything was run
a/b	c0ffee	stubapi	x.go:3	keep	Offered and never written.
a/b	c0ffee	stubapi	x.go:9	wrong	The interface demands it.
a/b	c0ffee	gobstore	y.go:1	shrug	A cache that nobody misses.
`

func TestPanel(t *testing.T) {
	judged, err := readPanel("p.tsv", strings.NewReader(panel))
	if err != nil || len(judged) != 3 {
		t.Fatalf("read %d judgements, error %v", len(judged), err)
	}
	by := map[string]*Tally{}
	fresh, gone := tally([]Finding{
		{"stubapi", "m", []Place{{"x.go", 3}}},
		{"stubapi", "m", []Place{{"x.go", 3}}}, // of another build of the package
		{"stubapi", "m", []Place{{"x.go", 20}}},
		{"gobstore", "m", []Place{{"y.go", 1}}},
		{"stubapi", "m", []Place{{"x_test.go", 5}}},
	}, judged, by)
	if len(fresh) != 1 || fresh[0].At[0].Line != 20 {
		t.Errorf("new: %v, want x.go:20", fresh)
	}
	if len(gone) != 1 || gone[0].At.Line != 9 {
		t.Errorf("gone: %v, want x.go:9", gone)
	}
	if got, want := *by["stubapi"], (Tally{Keep: 1, New: 1, GoneBad: 1}); got != want {
		t.Errorf("stubapi: %+v, want %+v", got, want)
	}
	var out strings.Builder
	printTallies(&out, by)
	for _, want := range []string{"stubapi                1     0     0     1         0         1 1.00\n", "all                    1     1     0     1         0         1 0.50\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no line %q in\n%s", want, out.String())
		}
	}
}

func TestPanelErrors(t *testing.T) {
	for line, want := range map[string]string{
		"a/b\tc\tstubapi\tx.go:3\tkeep":         "p.tsv:1: want repository",
		"a/b\tc\tstubapi\tx.go\tkeep\tYes.":     `p.tsv:1: the place "x.go" is not file:line`,
		"a/b\tc\tstubapi\tx.go:3\tmaybe\tHm.":   `p.tsv:1: the verdict "maybe" is none of keep, shrug, wrong`,
		"a/b\tc\tstubapi\tx.go:3\tkeep\t":       "p.tsv:1: no reason",
		"# only a comment\na/b\tc\tstubapi\tx:": "p.tsv:2: want repository",
	} {
		if _, err := readPanel("p.tsv", strings.NewReader(line)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", line, err, want)
		}
	}
}

package check

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// warden leaves out one stage of one package, and keeps a log.
type warden struct {
	pkg, stage string
	mu         sync.Mutex
	log        []string
}

func (w *warden) Begin(pkg, stage string) error {
	w.note(stage + " " + pkg)
	if pkg == w.pkg && stage == w.stage {
		return errors.New(stage + " it is left out")
	}
	return nil
}

func (w *warden) End(pkg string) { w.note("end " + pkg) }

func (w *warden) note(line string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.log = append(w.log, line)
}

func TestWhatIsLeftOut(t *testing.T) {
	const a, b, c = "example.com/chain/a", "example.com/chain/b", "example.com/chain/c"
	for _, test := range []struct {
		stage string
		want  []string
	}{
		// Who depends on a package that is not read does not compile; what is not analysed has no facts.
		{isolate.Reading, []string{
			"could not check " + b + ": reading it is left out",
			"could not check " + c + ": does not compile: c/c.go:6:2: could not import example.com/chain/b (it could not be read)",
		}},
		{isolate.Analysing, []string{
			"could not check " + b + ": analysing it is left out",
		}},
	} {
		w := &warden{pkg: b, stage: test.stage}
		rep, err := Run(t.Context(), Options{Dir: write(t, chain), Patterns: []string{"./..."}, Rules: []*analyzers.Rule{toy}, Guard: w})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range rep.Failures {
			got = append(got, f.Error())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.stage, diff)
		}
		if len(rep.Findings) > 0 {
			t.Errorf("%s: findings are %v", test.stage, rep.Findings)
		}
		for _, pkg := range []string{a, c} {
			if first, last := slices.Index(w.log, "reading "+pkg), slices.Index(w.log, "end "+pkg); first < 0 || last < first {
				t.Errorf("%s: %s is not told of from begin to end: %v", test.stage, pkg, w.log)
			}
		}
	}
}

func ExampleGuard() {
	var g Guard = (*isolate.Worker)(nil) // a process that nobody supervises
	fmt.Println(g.Begin("p", isolate.Reading))
	// Output: <nil>
}

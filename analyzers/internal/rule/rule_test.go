package rule

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/zahariacheck/zahariacheck/principles"
)

// loud reports every call of a function called bad, twice and from the last to the first.
func loud() *Rule {
	return &Rule{
		Name: "loud", Cites: principles.LockIn, Also: []principles.ID{principles.OpenInterfaces},
		Doc: "# loud\n\nReports calls of bad.\n\nMore.\n",
		Run: func(pass *Pass) error {
			var calls []*ast.CallExpr
			for _, f := range pass.Files {
				ast.Inspect(f, func(n ast.Node) bool {
					if call, ok := n.(*ast.CallExpr); ok && fmt.Sprint(call.Fun) == "bad" {
						calls = append(calls, call)
					}
					return true
				})
			}
			slices.Reverse(calls)
			for _, c := range append(calls, calls...) {
				pass.Report(Finding{Pos: c.Pos(), End: c.End(), Message: "bad is called"})
			}
			return nil
		},
	}
}

func TestReport(t *testing.T) {
	r := loud()
	results := analysistest.Run(t, analysistest.TestData(), r.Analyzer(), "scopes", "testdata/inner")
	for _, res := range results {
		got := res.Result.(*Result)
		if res.Action.Package.Name != "scopes" {
			continue
		}
		for i, d := range res.Diagnostics {
			if want := "bad is called — " + principles.Get(principles.LockIn).Citation(); d.Message != want || d.Category != "lock-in" {
				t.Errorf("got %s [%s], want %s [lock-in]", d.Message, d.Category, want)
			}
			if i > 0 && d.Pos <= res.Diagnostics[i-1].Pos {
				t.Error("not in the order of the file, or said twice")
			}
		}
		if len(got.Suppressed) == 0 {
			t.Error("nothing is said to be suppressed")
		}
		for _, s := range got.Suppressed {
			if s.Reason != "it is right here" {
				t.Errorf("the reason of a suppression is %q", s.Reason)
			}
		}
	}
}

func TestTests(t *testing.T) {
	set, r := NewSettings(), loud()
	set.Tests = true
	for _, res := range analysistest.Run(new(silent), analysistest.TestData(), set.Bind([]*Rule{r})(r.Analyzer()), "scopes") {
		for _, d := range res.Diagnostics {
			if strings.HasSuffix(res.Action.Package.Fset.Position(d.Pos).Filename, "_test.go") {
				return
			}
		}
	}
	t.Error("nothing is reported in tests")
}

// silent takes no notice of expectations.
type silent struct{}

func (*silent) Errorf(string, ...any) {}

func TestPreview(t *testing.T) {
	r := loud()
	r.Tier = Preview
	for _, on := range []bool{false, true} {
		set := NewSettings()
		if on {
			set.Enable(r, true)
		}
		n := 0
		for _, res := range analysistest.Run(new(silent), analysistest.TestData(), set.Bind([]*Rule{r})(r.Analyzer()), "scopes") {
			n += len(res.Diagnostics)
		}
		if (n > 0) != on || set.Enabled(r) != on {
			t.Errorf("a preview rule, enabled: %v, has %d findings", on, n)
		}
	}
}

func TestReportForeignQuote(t *testing.T) {
	p := &Pass{Rule: loud()}
	defer func() {
		if recover() == nil {
			t.Error("a quote that the rule does not list was taken")
		}
	}()
	p.Report(Finding{Message: "bad", Cites: principles.AGI})
}

func TestTraceIsCut(t *testing.T) {
	p, _ := newPass(t, "p", nil)
	var steps []Step
	for i := range 12 {
		steps = append(steps, Step{Message: fmt.Sprint(i)})
	}
	p.Report(Finding{Message: "bad", Trace: steps, Pieces: []Step{{Message: "piece"}}})
	var got []string
	for _, r := range p.pending[0].Related {
		got = append(got, r.Message)
	}
	if want := "0 1 2 3 8 9 10 11 piece"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}

func TestDeclarations(t *testing.T) {
	r := loud()
	if got := r.Summary(); got != "Reports calls of bad." {
		t.Errorf("Summary() = %q", got)
	}
	if set := NewSettings(); set.Level(r) != Warning || !set.Enabled(r) {
		t.Error("a rule that says nothing else is a warning and on")
	}
	if err := analysis.Validate([]*analysis.Analyzer{r.Analyzer()}); err != nil {
		t.Error(err)
	}
	if r.Analyzer() != r.Analyzer() {
		t.Error("two analyzers for one rule")
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct {
		text string
		max  int
		want string
	}{
		{"plain — 普通", 100, "plain — 普通"},
		{"a\nb\tc\rd\x1b[31m\x00", 100, `a\nb\tc\rd\x1b[31m\x00`},
		{"right\u202eto left\u2066", 100, `right\u202eto left\u2066`},
		{"bad \xff byte", 100, `bad \xff byte`},
		{"key sk-abcdefghijklmnopqrstuv end", 100, "key [redacted] end"},
		{"0123456789", 8, "01234…"},
		{"0123456\n89", 10, "0123456…"}, // an escape is not cut in two
		{"\x1f \x7e\x7f\u0080\u009f\u00a0", 100, "\\x1f ~\\x7f\\x80\\x9f\u00a0"},
		{"\u200d\u200e\u200f\u2010", 100, "\u200d\\u200e\\u200f\u2010"},
		{"\u2027\u2028\u2029\u202a\u202e\u202f", 100, "\u2027\\u2028\\u2029\\u202a\\u202e\u202f"},
		{"\u2065\u2066\u2069\u206a\ufeff\ufffd", 100, "\u2065\\u2066\\u2069\u206a\\ufeff\ufffd"},
		{"##[error]x ##vso[task]y ###[z] #[a] ##vs[b] vso[c] [", 100, `##\x5berror]x ##vso\x5btask]y ###\x5bz] #[a] ##vs[b] vso[c] [`},
		{"##sk-abcdefghijklmnopqrstuv", 100, `##\x5bredacted]`}, // what stands for a key begins no command
	} {
		if got := Clean(c.text, c.max); got != c.want {
			t.Errorf("Clean(%q, %d) = %q, want %q", c.text, c.max, got, c.want)
		}
	}
}

func TestQuote(t *testing.T) {
	if text := strings.Repeat("é", maxQuoted); Quote(text) != `"`+text+`"` || Quote(text+"é") != `"`+text[len("é"):]+`…"` {
		t.Errorf("%d letters are shown as %s, one more as %s", maxQuoted, Quote(text), Quote(text+"é"))
	}
	if got, want := Quote("You  are\na helpful assistant who answers every question briefly"), `"You are a helpful assistant who answers…"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

package rule

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"sort"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/internal/rewrite"
	"github.com/zahariacheck/zahariacheck/principles"
)

// A Pass is one run of a rule on one package.
type Pass struct {
	*analysis.Pass
	Rule     *Rule
	Settings *Settings
	Options  any // what Rule.Options returned

	directives *Directives
	result     *Result
	pending    []analysis.Diagnostic
	constants  *astx.Constants // see ConstantString
}

// A Step is one place that a finding rests on, with a sentence that says what happens there.
type Step struct {
	Pos     token.Pos
	Message string
}

// Steps returns a trace of another package, such as that of a prompt, as steps of a finding.
func Steps[S ~struct {
	Pos     token.Pos
	Message string
}](trace []S) []Step {
	var out []Step
	for _, s := range trace {
		out = append(out, Step(s))
	}
	return out
}

// A Finding is one problem that a rule reports.
type Finding struct {
	// Pos and End delimit the code that is wrong, in the current package and on one line if possible. End is optional.
	Pos, End token.Pos
	// Message says what is wrong here, naming the symbol or value, then what to do. The citation is added to it.
	Message string
	// Severity is the weight of this finding by its harm: what panics or always fails is an Error. "" is the rule's.
	Severity Severity
	// Confidence says what the finding rests on. "" is Sure.
	Confidence Confidence
	// Cites is one of the rule's quotes; "" is the rule's first.
	Cites principles.ID
	// Trace leads from the source to the sink, at most eight steps.
	Trace []Step
	// Pieces are, where a finding is about a text made of several literals, all of these.
	Pieces []Step
	// Fix is an edit of one file that keeps behaviour, compiles, and removes the finding; or nil. It has no edits in a file that cgo
	// translated, since positions are those of the translation.
	Fix *analysis.SuggestedFix
	// NoFix says, as a clause, why there is no fix where a reader would expect one.
	NoFix string
}

// maxTrace bounds the steps that a finding shows: more than eight are not read.
const maxTrace = 8

// Report records a finding, unless it lies in generated code, testdata or a test, or an allow comment suppresses it.
// Findings are emitted in the order of the file when the rule has run, so the order of calls does not matter.
// It panics if the finding cites a quote that the rule does not list: that is a mistake in the rule.
func (p *Pass) Report(f Finding) {
	if f.Cites == "" {
		f.Cites = p.Rule.Cites
	}
	if !p.cites(f.Cites) {
		panic(fmt.Sprintf("rule %s reports the quote %s, which it does not list", p.Rule.Name, f.Cites))
	}
	d := analysis.Diagnostic{
		Pos:      f.Pos,
		End:      f.End,
		Category: string(f.Cites),
		Message:  Clean(f.Message, maxMessage) + " — " + principles.Get(f.Cites).Citation(),
	}
	if f.Fix != nil {
		if why := p.judge(f.Fix); why != "" {
			f.NoFix = why
		} else {
			d.SuggestedFixes = []analysis.SuggestedFix{*f.Fix}
		}
	}
	trace := f.Trace
	if len(trace) > maxTrace {
		// The first steps name the source, the last ones the sink: the middle is the part to leave out.
		trace = append(append([]Step(nil), trace[:maxTrace/2]...), trace[len(trace)-maxTrace/2:]...)
	}
	for _, s := range append(append([]Step(nil), trace...), f.Pieces...) {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: s.Pos, Message: Clean(s.Message, maxStep)})
	}
	if f.Severity != "" || f.Confidence != "" {
		if p.result.details == nil {
			p.result.details = map[saying]detail{}
		}
		p.result.details[saying{d.Pos, d.Message}] = detail{f.Severity, f.Confidence}
	}
	if f.NoFix != "" {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: f.Pos, Message: Clean("no fix is offered: "+f.NoFix, maxStep)})
	}
	p.pending = append(p.pending, d)
}

// judge says why a fix cannot be shown to change only what it replaces, or "". One without edits is for people to make.
func (p *Pass) judge(fix *analysis.SuggestedFix) (why string) {
	if len(fix.TextEdits) == 0 {
		return ""
	}
	file := p.Fset.File(fix.TextEdits[0].Pos)
	src, err := p.ReadFile(file.Name())
	if err != nil || len(src) != file.Size() {
		return "what was checked is not what the file holds"
	}
	var edits []rewrite.Edit
	for _, e := range fix.TextEdits {
		if end := file.Pos(file.Size()); e.Pos < file.Pos(0) || e.End > end || e.Pos > end {
			return "it edits several files"
		}
		edits = append(edits, rewrite.Edit{Start: file.Offset(e.Pos), End: file.Offset(max(e.Pos, e.End)), New: string(e.NewText)})
	}
	if err := rewrite.Judge(src, edits); err != nil {
		return err.Error()
	}
	return ""
}

// Catalogue returns what is known of SDKs.
func (p *Pass) Catalogue() *catalogue.Catalogue { return p.Settings.Catalogue() }

// SDKOf returns the SDK that a package belongs to, or nil.
func (p *Pass) SDKOf(path string) *catalogue.SDK { return p.Catalogue().SDKOf(path) }

// Directives returns the zahariacheck comments of the package.
func (p *Pass) Directives() *Directives { return p.directives }

func (p *Pass) cites(id principles.ID) bool {
	for _, q := range p.Rule.Quotes() {
		if q == id {
			return true
		}
	}
	return false
}

// flush sorts the findings, drops duplicates, applies allow comments and exclusions, and emits the rest.
func (p *Pass) flush() {
	at := func(pos token.Pos) token.Position { return p.Fset.PositionFor(pos, false) }
	sort.SliceStable(p.pending, func(i, j int) bool {
		a, b := at(p.pending[i].Pos), at(p.pending[j].Pos)
		if a.Filename != b.Filename {
			return a.Filename < b.Filename
		}
		if a.Offset != b.Offset {
			return a.Offset < b.Offset
		}
		return p.pending[i].Message < p.pending[j].Message
	})
	for i, d := range p.pending {
		if i > 0 && d.Pos == p.pending[i-1].Pos && d.Message == p.pending[i-1].Message {
			continue
		}
		file := p.directives.file(p.Fset, d.Pos)
		if p.directives.testdata || file == nil || file.test && !p.Settings.Tests {
			continue
		}
		if file.generated {
			p.result.Generated = append(p.result.Generated, d)
			continue
		}
		if p.examples() {
			p.result.Examples = append(p.result.Examples, d)
			continue
		}
		if c := p.directives.allowing(p.Fset, d.Pos, p.Rule.Name); c != nil {
			p.result.Suppressed = append(p.result.Suppressed, Suppression{Diagnostic: d, Reason: c.Reason, Comment: c.Pos})
			continue
		}
		// The exclusion comes second, so that a comment that is needed wherever the path is not excluded counts as used.
		if why := p.Settings.ExclusionReason(file.name, p.Rule.Name); why != "" {
			p.result.Suppressed = append(p.result.Suppressed, Suppression{Diagnostic: d, Reason: why})
			continue
		}
		p.Pass.Report(d)
	}
	p.pending = nil
}

// examples reports whether the package lies in a folder of examples, and these are not reported on.
func (p *Pass) examples() bool { return !p.Settings.Examples && p.Pkg != nil && p.Example() }

// Quote shows a piece of the code under check inside a message: shortened, with control characters escaped.
func Quote(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > maxQuoted {
		text = string(r[:maxQuoted-1]) + "…"
	}
	return `"` + Clean(text, maxMessage) + `"`
}

// SameModule reports whether a package belongs to the module of this one, whose author can change both. Where a driver does not
// tell the module, the first element of the path decides.
func (p *Pass) SameModule(path string) bool {
	root, _, _ := strings.Cut(p.Pkg.Path(), "/")
	if p.Module != nil && p.Module.Path != "" {
		root = p.Module.Path
	}
	return path == root || strings.HasPrefix(path, root+"/")
}

// Importable reports whether the package is meant for import: not a command or a part of one (in or below a folder cmd), a test helper
// (named like httptest) or an example. The first element of the path does not count: a module may be called example.
func (p *Pass) Importable() bool {
	folders := strings.Split(p.Pkg.Path(), "/")[1:]
	if p.Module != nil {
		folders = strings.Split(strings.TrimPrefix(p.Pkg.Path(), p.Module.Path), "/")
	}
	if slices.Contains(folders, "cmd") {
		return false
	}
	return p.Pkg.Name() != "main" && !strings.HasSuffix(p.Pkg.Name(), "test") && !p.Example()
}

// Example reports whether the package lies in a folder of examples or of helpers for tests, or is a command that somebody runs by hand to try the program.
func (p *Pass) Example() bool {
	module := ""
	if p.Module != nil {
		module = p.Module.Path
	}
	return inExamples(p.Pkg.Path(), module, p.Pkg.Name() == "main")
}

// Public reports whether packages of other modules can import the package: it is importable, and no element of its path is internal.
func (p *Pass) Public() bool {
	return p.Importable() && !slices.Contains(strings.Split(p.Pkg.Path(), "/"), "internal")
}

// Enclosing returns the syntax that a position lies in, from the innermost node to the file; nil for a position in no file of
// the package. SSA has one position for each instruction, such as the bracket of a call: this finds the call.
func (p *Pass) Enclosing(pos token.Pos) []ast.Node {
	for _, f := range p.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			path, _ := astutil.PathEnclosingInterval(f, pos, pos)
			return path
		}
	}
	return nil
}

// ConstantString returns the value of a constant expression of string type, unless it is longer than [astx.MaxConstant].
func (p *Pass) ConstantString(e ast.Expr) (string, bool) {
	if p.constants == nil {
		p.constants = astx.NewConstants(p.TypesInfo, p.Files)
	}
	return p.constants.String(e)
}

// ReportAround is Report at the innermost syntax around a position of SSA, if it ends on the line it starts on, and else at its start.
func (p *Pass) ReportAround(pos token.Pos, f Finding) {
	f.Pos = pos
	if path := p.Enclosing(pos); path != nil {
		f.Pos = path[0].Pos()
		if p.Fset.Position(f.Pos).Line == p.Fset.Position(path[0].End()).Line {
			f.End = path[0].End()
		}
	}
	p.Report(f)
}

package llm

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A Literal is one literal of a text.
type Literal struct {
	File      string // as the file set names it
	Line, Col int    // from 1; Col in bytes
	Words     int    // see CountWords
	Name      string // of the constant that is declared here, or ""
	Embedded  bool   // it is a file that is embedded: File is its path, and the rest is unknown

	at token.Pos // in the package under check only
}

// A literalPlace identifies a literal in all packages.
type literalPlace struct {
	file      string
	line, col int
}

func (l Literal) place() literalPlace { return literalPlace{l.File, l.Line, l.Col} }

// areAllAt reports whether each literal of prose is at one of the places.
func areAllAt(places map[literalPlace]bool, literals []Literal) bool {
	return !slices.ContainsFunc(literals, func(l Literal) bool { return l.Words >= minWords && !places[l.place()] })
}

// Literals lists the literals that a place may hold, for packages that read it.
type Literals struct {
	Key      string
	Literals []Literal
}

// A ResultFlow lists what flows to one result of a function: parameters, and the text of fields.
type ResultFlow struct {
	Key    string // of the result
	Params []flow.ParamFlow
	Fields []string // keys of fields
}

// A ParamToField lists the fields of its package in which a function stores an argument.
type ParamToField struct {
	Key    string // of the parameter
	Fields []string
}

// Summary is the fact that every importer of a package reads, one per package; all of it is sorted. Drivers carry facts to direct
// importers only, so what must reach indirect importers is re-exported: the marks, the interface methods that call a model, and
// the packages that are part of the code under check.
type Summary struct {
	Module  []string
	Marks   []Mark
	Calls   []string // full names of the functions that call a model, themselves or through others
	Outputs []string // keys of the results that are model output

	Reported []Literal // of the package's own prompts, and of texts lent to others: importers do not report them
}

// AFact marks Summary as a fact.
func (*Summary) AFact() {}

func (s *Summary) String() string {
	return summaryLine(s.Marks, s.Calls)
}

func summaryLine(marks []Mark, calls []string) string {
	return fmt.Sprintf("%d marks, %d calls", len(marks), len(calls))
}

// LiteralFacts is the fact that an importer reads when text of the package reaches a model. It needs SSA form and is rarely read,
// so a driver may compute it on demand (see [settings.Engine]). All of it is sorted.
type LiteralFacts struct {
	Literals    []Literals
	ResultFlows []ResultFlow
	ParamFlows  []ParamToField
	PartFlows   []FuncPartFlows
	Speakers    []Speaker
}

// FuncPartFlows lists the flows to the parts of the results and parameters of a function.
type FuncPartFlows struct {
	Func  string // its full name
	Flows []flow.PartFlow
}

// AFact marks LiteralFacts as a fact.
func (*LiteralFacts) AFact() {}

func (t *LiteralFacts) String() string {
	return fmt.Sprintf("%d literals, %d result flows", len(t.Literals), len(t.ResultFlows))
}

// imported holds the facts of the imported packages.
type imported struct {
	marks       map[string][]Mark
	outputs     map[string]bool
	calls       map[string]bool
	ports       map[string]bool // linked names that call a model
	linkedMarks map[place]bool  // marks that come from the linker

	reported          map[literalPlace]bool // literals that the packages which declare them report
	reportedElsewhere map[string]bool       // keys of what other packages declare and others report
	module            map[string]bool
	linked            bool // the driver sees the whole module
	hasLinked         bool // and has linked something that this package names

	markedByOthers map[string]bool // packages whose fields are sent to a model only by other packages

	pass  *analysis.Pass
	texts map[string]*literalFacts // by package path, read on demand
}

// literalFacts is the [LiteralFacts] of one package, by key.
type literalFacts struct {
	literals    map[string][]Literal
	resultFlows map[string]ResultFlow
	paramFields map[string][]string
	speakers    map[string]Speaker
	partFlows   map[string][]flow.PartFlow
}

func importAll(pass *analysis.Pass) *imported {
	in := &imported{marks: map[string][]Mark{}, outputs: map[string]bool{}, calls: map[string]bool{}, ports: map[string]bool{}, linkedMarks: map[place]bool{}, reported: map[literalPlace]bool{}, reportedElsewhere: map[string]bool{}, module: map[string]bool{}, markedByOthers: map[string]bool{}, pass: pass, texts: map[string]*literalFacts{}}
	own := map[string]bool{} // keys of fields that their own package marks
	imports := slices.SortedFunc(slices.Values(pass.Pkg.Imports()), func(a, b *types.Package) int { return strings.Compare(a.Path(), b.Path()) })
	for _, pkg := range imports {
		s := new(Summary)
		if !pass.ImportPackageFact(pkg, s) {
			continue
		}
		for _, path := range s.Module {
			in.module[path] = true
		}
		for _, m := range s.Marks {
			own[m.Key] = own[m.Key] || flow.FieldPackage(m.Key) == pkg.Path()
			addMark(in.marks, m)
		}
		for _, c := range s.Calls {
			in.calls[c] = true
		}
		for _, o := range s.Outputs {
			in.outputs[o] = true
		}
		for _, l := range s.Reported {
			in.reported[l.place()] = true
		}
	}
	in.linked = in.addLinked(pass)
	for key := range in.marks {
		if path := flow.FieldPackage(key); path != "" && !own[key] {
			in.markedByOthers[path] = true
		}
	}
	return in
}

// factsOf returns the literal facts of the package of that path, which are empty if this package does not import it.
func (in *imported) factsOf(path string) *literalFacts {
	l := in.texts[path]
	if l != nil {
		return l
	}
	l = &literalFacts{map[string][]Literal{}, map[string]ResultFlow{}, map[string][]string{}, map[string]Speaker{}, map[string][]flow.PartFlow{}}
	in.texts[path] = l
	i := slices.IndexFunc(in.pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == path })
	t := new(LiteralFacts)
	if i < 0 || !in.module[path] || !in.pass.ImportPackageFact(in.pass.Pkg.Imports()[i], t) {
		return l
	}
	for _, text := range t.Literals {
		l.literals[text.Key] = text.Literals
	}
	for _, p := range t.ResultFlows {
		l.resultFlows[p.Key] = p
	}
	for _, kept := range t.ParamFlows {
		l.paramFields[kept.Key] = kept.Fields
	}
	for _, s := range t.Speakers {
		l.speakers[s.Key] = s
	}
	for _, f := range t.PartFlows {
		l.partFlows[f.Func] = f.Flows
	}
	return l
}

// fieldLiterals returns the literals in a field of any package.
func (in *imported) fieldLiterals(key string) []Literal {
	return in.factsOf(flow.FieldPackage(key)).literals[key]
}

// globalLiterals returns the literals in a package variable or a constant of another package.
func (in *imported) globalLiterals(obj types.Object) []Literal {
	if obj.Pkg() == nil {
		return nil
	}
	return in.factsOf(obj.Pkg().Path()).literals[flow.GlobalKey(obj)]
}

// resultLiterals returns the literals in a result of a function of another package.
func (in *imported) resultLiterals(fn *types.Func, i int) []Literal {
	if fn.Pkg() == nil {
		return nil
	}
	return in.factsOf(fn.Pkg().Path()).literals[flow.ResultKey(fn, i)]
}

// resultFlow returns the flows to a result of a function of another package.
func (in *imported) resultFlow(fn *types.Func, result int) (ResultFlow, bool) {
	if fn.Pkg() == nil {
		return ResultFlow{}, false
	}
	p, ok := in.factsOf(fn.Pkg().Path()).resultFlows[flow.ResultKey(fn, result)]
	return p, ok
}

// paramFields returns the fields in which a function of another package stores an argument.
func (in *imported) paramFields(fn *types.Func, arg int) []string {
	if fn.Pkg() == nil {
		return nil
	}
	return in.factsOf(fn.Pkg().Path()).paramFields[flow.ParamKey(fn, arg)]
}

// speaker returns who speaks in a message that a function of another package makes, by the key of its result or of the text.
func (in *imported) speaker(fn *types.Func, key string) Speaker {
	if fn.Pkg() == nil {
		return Speaker{}
	}
	return in.factsOf(fn.Pkg().Path()).speakers[key]
}

// partsTo returns the parts of the arguments that a function of another package moves to a part of a result or parameter.
func (in *imported) partsTo(fn *types.Func, to flow.Sel, path string) (from []flow.Part, closed bool) {
	for _, f := range in.factsOf(fn.Pkg().Path()).partFlows[fn.Origin().FullName()] {
		if f.To == to && f.Path == path {
			return f.From, f.Closed
		}
	}
	return nil, false
}

// callsModel reports whether a function of another package, or an interface method, is known to call a model.
func (in *imported) callsModel(name string) bool { return in.calls[name] || in.ports[name] }

func (in *imported) mark(key string, c Label) (Mark, bool) {
	for _, m := range in.marks[key] {
		if m.Label == c && m.Path == "" {
			return m, true
		}
	}
	return Mark{}, false
}

// A literal of another package has no position in the file set of the package under check: a stand-in file takes the place of
// the real one, as in the importer of export data. Its lines are one byte long, so columns are lost, under every driver.
var (
	standIns     sync.Map // of standIn to *token.File
	standInLines = func() []int {
		lines := make([]int, 1<<16)
		for i := range lines {
			lines[i] = i
		}
		return lines
	}()
)

type standIn struct {
	fset *token.FileSet
	file string
}

// pos returns a position for a literal, which may belong to another package.
func (p Literal) pos(fset *token.FileSet) token.Pos {
	if p.at.IsValid() {
		return p.at
	}
	key := standIn{fset, p.File}
	f, ok := standIns.Load(key)
	if !ok {
		file := fset.AddFile(p.File, -1, len(standInLines))
		file.SetLines(standInLines)
		f, ok = standIns.LoadOrStore(key, file)
	}
	return f.(*token.File).Pos(min(max(p.Line, 1), len(standInLines)) - 1)
}

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

// A Colour is what a walk looks for: each place may have several.
type Colour uint8

const (
	Prompted Colour = iota // text that a model reads
	Named                  // the id of a model
	Posted                 // the body of an HTTP request
	colours
)

// A Mark says that what is put into a place has a meaning for a model, for packages that put something there.
type Mark struct {
	Key    string // see package flow
	Colour Colour
	Role   string
	Sink   string // where it ends up, as messages show it
	Behind string // what is called behind an interface or a function value that Sink names, or ""
	Likely bool   // known by the shape of types alone, or through a field that stands for all values of its type
	Linked uint8  // 0, or how many packages lie between here and what is linked: 1 is told by the linker, see maxLinked
}

// A Piece is one literal of a text.
type Piece struct {
	File      string
	Line, Col int
	Words     int
	Name      string // of the constant that is declared here, or ""

	at token.Pos // in the package under check only
}

// A Text says which literals can be found in a place, for packages that read it.
type Text struct {
	Key    string
	Pieces []Piece
}

// A Pass tells what a function gives back as one result: arguments that it took, and the text of fields.
type Pass struct {
	Key    string   // of the result
	Params []int    // receiver first
	Fields []string // keys of fields
}

// A Keep tells into which fields of its package a function puts an argument.
type Keep struct {
	Key    string // of the parameter
	Fields []string
}

// Summary is what packages that import this one have to know of it before all else. There is one a package; all of it is
// sorted. Drivers carry a package's facts to its direct importers only, so what must reach further is said again: the
// marks, the interface methods that call a model, and which packages are part of the code under check.
type Summary struct {
	Ours    []string
	Marks   []Mark
	Calls   []string // full names of the functions that call a model, themselves or through others
	Outputs []string // keys of the results that are what a model said
}

// AFact marks Summary as a fact.
func (*Summary) AFact() {}

func (s *Summary) String() string {
	return summaryLine(s.Marks, s.Calls)
}

func summaryLine(marks []Mark, calls []string) string {
	return fmt.Sprintf("%d marks, %d calls", len(marks), len(calls))
}

// Texts is what packages that import this one ask for when text of it gets to a model. Most packages are never asked, and
// it takes SSA form to answer, so a driver may have it made late (see [rule.Postponed]). All of it is sorted.
type Texts struct {
	Texts  []Text
	Passes []Pass
	Keeps  []Keep
}

// AFact marks Texts as a fact.
func (*Texts) AFact() {}

func (t *Texts) String() string {
	return fmt.Sprintf("%d texts, %d passes", len(t.Texts), len(t.Passes))
}

// imported is what is known of the imported packages.
type imported struct {
	marks   map[string][]Mark
	outputs map[string]bool
	calls   map[string]bool
	ports   map[string]bool      // what is linked of calls
	told    map[colouredKey]bool // the marks that the linker tells

	elsewhere map[string]bool // fields whose texts their own packages report
	ours      map[string]bool
	linked    bool // the driver sees the whole module
	news      bool // and tells something of what this package names

	used map[string]bool // packages of which others hand a field to a model, as they themselves do not

	pass  *analysis.Pass
	texts map[string]*lookup // by package path: what was asked for
}

// A lookup is the Texts of one package, by key.
type lookup struct {
	pieces map[string][]Piece
	passes map[string]Pass
	keeps  map[string][]string
}

func importAll(pass *analysis.Pass) *imported {
	in := &imported{marks: map[string][]Mark{}, outputs: map[string]bool{}, calls: map[string]bool{}, ports: map[string]bool{}, told: map[colouredKey]bool{}, elsewhere: map[string]bool{}, ours: map[string]bool{}, used: map[string]bool{}, pass: pass, texts: map[string]*lookup{}}
	own := map[string]bool{} // keys of fields of which their own package tells
	imports := slices.SortedFunc(slices.Values(pass.Pkg.Imports()), func(a, b *types.Package) int { return strings.Compare(a.Path(), b.Path()) })
	for _, pkg := range imports {
		s := new(Summary)
		if !pass.ImportPackageFact(pkg, s) {
			continue
		}
		for _, path := range s.Ours {
			in.ours[path] = true
		}
		for _, m := range s.Marks {
			own[m.Key] = own[m.Key] || flow.FieldPackage(m.Key) == pkg.Path()
			if !slices.ContainsFunc(in.marks[m.Key], func(o Mark) bool { return o.Colour == m.Colour }) {
				in.marks[m.Key] = append(in.marks[m.Key], m)
			}
		}
		for _, c := range s.Calls {
			in.calls[c] = true
		}
		for _, o := range s.Outputs {
			in.outputs[o] = true
		}
	}
	in.linked = in.addLinked(pass)
	for key := range in.marks {
		if path := flow.FieldPackage(key); path != "" && !own[key] {
			in.used[path] = true
		}
	}
	return in
}

// of returns what the package of that path, if this one imports it, tells of its texts.
func (in *imported) of(path string) *lookup {
	l := in.texts[path]
	if l != nil {
		return l
	}
	l = &lookup{map[string][]Piece{}, map[string]Pass{}, map[string][]string{}}
	in.texts[path] = l
	i := slices.IndexFunc(in.pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == path })
	t := new(Texts)
	if i < 0 || !in.ours[path] || !in.pass.ImportPackageFact(in.pass.Pkg.Imports()[i], t) {
		return l
	}
	for _, text := range t.Texts {
		l.pieces[text.Key] = text.Pieces
	}
	for _, p := range t.Passes {
		l.passes[p.Key] = p
	}
	for _, kept := range t.Keeps {
		l.keeps[kept.Key] = kept.Fields
	}
	return l
}

// ofField returns the literals in a field, of whatever package.
func (in *imported) ofField(key string) []Piece { return in.of(flow.FieldPackage(key)).pieces[key] }

// ofGlobal returns the literals in a package variable or a constant of another package.
func (in *imported) ofGlobal(obj types.Object) []Piece {
	if obj.Pkg() == nil {
		return nil
	}
	return in.of(obj.Pkg().Path()).pieces[flow.GlobalKey(obj)]
}

// ofResult returns the literals in a result of a function of another package.
func (in *imported) ofResult(fn *types.Func, i int) []Piece {
	if fn.Pkg() == nil {
		return nil
	}
	return in.of(fn.Pkg().Path()).pieces[flow.ResultKey(fn, i)]
}

// passedOn returns what a function of another package gives back.
func (in *imported) passedOn(fn *types.Func, result int) (Pass, bool) {
	if fn.Pkg() == nil {
		return Pass{}, false
	}
	p, ok := in.of(fn.Pkg().Path()).passes[flow.ResultKey(fn, result)]
	return p, ok
}

// keptIn returns the fields into which a function of another package puts an argument.
func (in *imported) keptIn(fn *types.Func, arg int) []string {
	if fn.Pkg() == nil {
		return nil
	}
	return in.of(fn.Pkg().Path()).keeps[flow.ParamKey(fn, arg)]
}

// callsModel reports whether a function of another package, or an interface method, is known to call a model.
func (in *imported) callsModel(name string) bool { return in.calls[name] || in.ports[name] }

func (in *imported) mark(key string, c Colour) (Mark, bool) {
	for _, m := range in.marks[key] {
		if m.Colour == c {
			return m, true
		}
	}
	return Mark{}, false
}

// A foreign piece has no position in the file set of the package under check: a file stands in for the real one, as
// the importer of export data does it. Its lines are one byte long, so columns are lost, under every driver alike.
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

// pos returns a position for a piece of another package.
func (p Piece) pos(fset *token.FileSet) token.Pos {
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

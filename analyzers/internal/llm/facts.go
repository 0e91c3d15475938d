package llm

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
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

// A Pass tells which arguments a function passes on to its results.
type Pass struct {
	Key    string   // of the result
	Params []int    // receiver first
	Fields []string // keys of fields whose text it gives back
	Output bool     // it gives back what a model said
}

// Summary is what packages that import this one have to know of it. There is one a package; all of it is sorted.
// Drivers carry a package's facts to its direct importers only, so what must reach further is said again: the marks, the
// interface methods that call a model, and which packages are part of the code under check.
type Summary struct {
	Ours   []string
	Marks  []Mark
	Texts  []Text
	Passes []Pass
	Calls  []string // full names of the functions that call a model, themselves or through others
}

// AFact marks Summary as a fact.
func (*Summary) AFact() {}

func (s *Summary) String() string {
	return fmt.Sprintf("%d marks, %d texts", len(s.Marks), len(s.Texts))
}

// imported is what the summaries of all imported packages say, by key.
type imported struct {
	marks   map[string][]Mark
	texts   map[string][]Piece
	passes  map[string][]int
	reads   map[string][]string
	outputs map[string]bool
	calls   map[string]bool
	ours    map[string]bool
}

func importAll(pass *analysis.Pass) *imported {
	in := &imported{marks: map[string][]Mark{}, texts: map[string][]Piece{}, passes: map[string][]int{}, reads: map[string][]string{}, outputs: map[string]bool{}, calls: map[string]bool{}, ours: map[string]bool{}}
	facts := pass.AllPackageFacts()
	slices.SortFunc(facts, func(a, b analysis.PackageFact) int { return strings.Compare(a.Package.Path(), b.Package.Path()) })
	for _, f := range facts {
		s, ok := f.Fact.(*Summary)
		if !ok || f.Package == pass.Pkg {
			continue
		}
		for _, path := range s.Ours {
			in.ours[path] = true
		}
		for _, m := range s.Marks {
			if !slices.ContainsFunc(in.marks[m.Key], func(o Mark) bool { return o.Colour == m.Colour }) {
				in.marks[m.Key] = append(in.marks[m.Key], m)
			}
		}
		for _, t := range s.Texts {
			in.texts[t.Key] = append(in.texts[t.Key], t.Pieces...)
		}
		for _, p := range s.Passes {
			in.passes[p.Key] = p.Params
			in.reads[p.Key] = p.Fields
			in.outputs[p.Key] = p.Output
		}
		for _, c := range s.Calls {
			in.calls[c] = true
		}
	}
	return in
}

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

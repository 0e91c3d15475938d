package llm

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A Prompt is a text in the code that a model reads: a constant, an entry of a table, or a text assembled in one
// function; or the place where this package uses such a text of another package.
type Prompt struct {
	Pos, End token.Pos
	Form     Form
	Name     string // of the constant, of the variable or function that a text stands in, or of the other package's thing; "" if none
	Decl     string // the top-level function or variable that it stands in, "" if none
	Role     string
	Words    int
	Sink     string // the parameter, field or function that it reaches
	Sender   string // how it gets to the model, see sender
	Trace    []Step // from the text to the sink
	Pieces   []Step // the literals it is made of
	Likely   bool   // it may be none, see Mark

	pieces   []Piece
	order    int
	constant bool // it stands where a constant is declared, whatever it is made of
}

// A Form says where the text of a prompt stands.
type Form uint8

const (
	Constant  Form = iota // a constant of this package
	Literals              // literals in a function or a variable
	Table                 // a table of few-shot examples
	Elsewhere             // in another package, which this one uses
)

// A Step is a place on the way of a text, with what happens there.
type Step struct {
	Pos     token.Pos
	Message string
}

// walkLimit bounds the places that one walk looks at.
const walkLimit = 400_000

// findPrompts follows the sinks of colour Prompted back to the literals, and marks the parameters, fields and variables
// on the way for the packages that import this one.
func (k *knowledge) findPrompts(sinks []sink) []*Prompt {
	k.findRecords(sinks)
	k.follow(sinks, Prompted, k.hit)
	return k.sortedPrompts()
}

// hit records the literals at a place.
func (k *knowledge) hit(at flow.Visit, s sink) {
	if !mayHoldText(at.Loc) || isDoubtful(at, s) {
		return
	}
	if role := k.stated(at); role == "system" || role == "developer" || role == "user" {
		s.role = role
	}
	if e := k.flow.Literal(at.Loc.Value); isSaid(at, s) && (e == nil || k.fewShot(e) == nil) {
		return
	}
	if at.Loc.Key != "" {
		key := at.Loc.Field()
		if pieces := k.in.ofField(key); pieces != nil && !k.in.elsewhere[key] {
			k.foreign(at, s, key, "field "+shortKey(key), pieces)
		}
		return
	}
	switch v := at.Loc.Value.(type) {
	case *ssa.Const:
		if e := k.flow.Literal(v); e != nil {
			k.literal(at, s, e)
		}
	case *ssa.Global:
		if obj := v.Object(); obj != nil && obj.Pkg() != k.pass.Pkg {
			k.foreign(at, s, flow.GlobalKey(obj), obj.Pkg().Name()+"."+obj.Name(), k.in.ofGlobal(obj))
		}
	}
	if call, i := flow.CallOf(at.Loc.Value); call != nil {
		k.foreignResult(at, s, call, i)
	}
}

// mayHoldText reports whether a place is one at which literals can stand, here or in another package: most are on the way only.
func mayHoldText(at flow.Loc) bool {
	if at.Key != "" {
		return true
	}
	switch at.Value.(type) {
	case *ssa.Const, *ssa.Global:
		return true
	}
	call, _ := flow.CallOf(at.Value)
	return call != nil
}

// foreignResult records the text that a function of another package gives back.
func (k *knowledge) foreignResult(at flow.Visit, s sink, call *ssa.Call, i int) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return
	}
	fns := []*types.Func{fn}
	if k.in.callsModel(fn.FullName()) || k.calling[fn.FullName()] {
		return // an answer of a model, or what stands in for one
	}
	if call.Common().IsInvoke() {
		if at.Filled || worksOn(fn.Signature()) {
			return // what things behind an interface say of themselves, and what tools answer, is data
		}
		fns = k.flow.Implementations(fn)
	}
	var pieces []Piece
	for _, f := range fns {
		if f.Pkg() != k.pass.Pkg {
			pieces = append(pieces, k.in.ofResult(f, i)...)
		}
	}
	at.Edge.Instr = call
	k.foreign(at, s, flow.ResultKey(fn, i), flow.ShortName(fn), pieces)
}

// foreign records text of another package, once a package.
func (k *knowledge) foreign(at flow.Visit, s sink, key, name string, pieces []Piece) {
	if !prose(pieces) {
		return
	}
	pos := readAt(at, key)
	if !pos.IsValid() && s.instr != nil {
		pos = s.instr.Pos()
	}
	id := "foreign " + key
	if p := k.prompts[id]; p != nil {
		if pos < p.Pos && pos.IsValid() {
			p.Pos = pos
		}
		return
	}
	k.prompts[id] = &Prompt{Pos: pos, Form: Elsewhere, Name: name, Role: s.role, Sink: s.name, Sender: k.sender(s, ""), Trace: k.trace(at, s), Likely: isLikely(at, s), pieces: pieces, order: len(k.prompts)}
}

// literal records a constant expression of this package: under its constant's name, or with the other literals that
// leave the function by the same way.
func (k *knowledge) literal(at flow.Visit, s sink, e ast.Expr) {
	if known := k.literals[e]; s.linked > 0 && known {
		return
	}
	k.literals[e] = k.literals[e] || s.linked == 0
	if c := k.constant(e); c != nil {
		pieces := k.pieces(e)
		if c.Pkg() != k.pass.Pkg {
			at.Edge.Instr = nil
			k.use(e, at, s, "foreign "+flow.GlobalKey(c), Elsewhere, c.Pkg().Name()+"."+c.Name(), pieces)
			return
		}
		decl := k.flow.ConstDecl(c)
		if decl == nil {
			return
		}
		k.use(decl, at, s, "const "+strconv.Itoa(int(c.Pos())), Constant, c.Name(), pieces).constant = true
		return
	}
	if table := k.fewShot(e); table != nil {
		s.role = "fewshot"
		k.use(e, at, s, "table "+strconv.Itoa(int(table.Pos())), Table, k.enclosing(e.Pos()).name, k.pieces(e))
		return
	}
	k.use(e, at, s, "text "+k.exit(at), Literals, k.enclosing(e.Pos()).name, k.pieces(e))
}

// use adds pieces to the prompt with that identity, made on its first use.
func (k *knowledge) use(e ast.Expr, at flow.Visit, s sink, id string, form Form, name string, pieces []Piece) *Prompt {
	p := k.prompts[id]
	if p == nil {
		decl := k.enclosing(e.Pos()).decl
		p = &Prompt{Pos: e.Pos(), End: e.End(), Form: form, Name: name, Decl: decl, Role: s.role, Sink: s.name, Sender: k.sender(s, decl), Trace: k.trace(at, s), Likely: isLikely(at, s), order: len(k.prompts)}
		k.prompts[id] = p
	}
	for _, piece := range pieces {
		if !slices.Contains(p.pieces, piece) {
			p.pieces = append(p.pieces, piece)
		}
	}
	return p
}

// prose reports whether one of the pieces is a text of its own, not only glue.
func prose(pieces []Piece) bool {
	return slices.ContainsFunc(pieces, func(p Piece) bool { return p.Words >= minWords })
}

// sortedPrompts finishes the prompts: those that are prose, in source order, with what messages need.
func (k *knowledge) sortedPrompts() []*Prompt {
	var out []*Prompt
	for _, p := range k.prompts {
		if !prose(p.pieces) {
			continue
		}
		slices.SortFunc(p.pieces, func(a, b Piece) int {
			return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
		})
		best := -1
		for i, piece := range p.pieces {
			p.Words += piece.Words
			if piece.Words >= minWords && piece.at.IsValid() && best < 0 {
				best = i
			}
		}
		if best >= 0 && !p.constant {
			p.Pos, p.End = p.pieces[best].at, token.NoPos
			if in := k.enclosing(p.Pos); p.Form == Literals {
				p.Name, p.Decl = in.name, in.decl
			}
		}
		if len(p.pieces) > 1 || !p.pieces[0].at.IsValid() {
			for _, piece := range p.pieces {
				msg := "part of it"
				if piece.Name != "" {
					msg = "part of it: " + piece.Name
				}
				p.Pieces = append(p.Pieces, Step{piece.pos(k.pass.Fset), msg})
			}
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *Prompt) int { return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.order, b.order)) })
	// A text that reaches several sinks is one prompt: the nearest sink is named.
	return slices.CompactFunc(out, func(a, b *Prompt) bool { return a.Pos == b.Pos })
}

// Kind says what the model reads the text as.
func (p *Prompt) Kind() string { return roleText(p.Role) }

// What names the text with the declaration that it stands in.
func (p *Prompt) What() string {
	switch {
	case p.Form == Constant:
		return "constant " + p.Name
	case p.Form == Elsewhere:
		return "text of " + p.Name
	case p.Form == Table:
		return "few-shot table in " + p.Name
	case p.Decl == "":
		return "text"
	}
	return "text in " + p.Decl
}

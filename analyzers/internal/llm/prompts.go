package llm

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A Prompt is a text in the code that a model reads: a constant, an entry of a table, or a text assembled in one
// function; or the place where this package uses such a text from another package.
type Prompt struct {
	Pos, End token.Pos
	Form     Form
	Name     string // of the constant, of the enclosing variable or function, or of the place in the other package; "" if none
	Decl     string // the enclosing top-level function or variable, "" if none
	Role     string
	Words    int
	Sink     string // the parameter, field or function that it reaches
	Sender   string // how it gets to the model, see sender
	Trace    []Step // from the text to the sink
	Parts    []Step // the literals it is made of
	Likely   bool   // uncertain, see Mark

	literals []Literal
	spans    []span
	passed   map[ssa.Value]bool // see recordJoins
	joined   map[ssa.Value]bool
	order    int
	constant bool // it is the value of a declared constant
	filled   bool // all of it is filled into another text
}

// A span is a constant expression of a prompt.
type span struct {
	pos      token.Pos
	literals []Literal
	words    int
}

// A Form says where the text of a prompt is written.
type Form uint8

const (
	ConstantForm Form = iota // a constant of this package
	LiteralForm              // literals in a function or a variable
	TableForm                // a table of few-shot examples
	ForeignForm              // in another package
)

// A Step is a step of a trace: a place, and what happens to the text there.
type Step struct {
	Pos     token.Pos
	Message string
}

// walkLimit bounds the places that one walk visits.
const walkLimit = 400_000

// findPrompts follows the prompt sinks back to literals, and marks the parameters, fields and variables on the way for the
// packages that import this one.
func (b *builder) findPrompts(sinks []sink) []*Prompt {
	b.findRecords(sinks)
	b.findPartRoles()
	b.follow(sinks, PromptLabel, b.recordLiteral)
	b.followLent(sinks)
	return b.sortedPrompts()
}

// recordLiteral records the literals at a place.
func (b *builder) recordLiteral(at flow.Visit, s sink) {
	if !canHoldText(at.Loc) || isDoubtful(at, s) {
		return
	}
	if role := b.statedRole(at, s); isPromptRole(role) {
		s.role = role
	} else if role := b.partRoles[at.Loc.Value]; role != "" && s.role == "any" {
		s.role = role
	}
	if e := b.flow.Literal(at.Loc.Value); comesFromElsewhere(at, s) && (e == nil || b.fewShot(e) == nil) {
		return
	}
	if at.Loc.Key != "" {
		key := at.Loc.Field()
		if s.loc.Path != nil {
			return // the object comes from elsewhere, where its text is reported
		}
		if detours(at, s.label) > maxDetours {
			return // records of records: data
		}
		if pieces := b.in.fieldLiterals(key); pieces != nil {
			b.addForeign(at, s, key, "field "+shortKey(key), pieces)
		}
		return
	}
	if l, ok := b.embedAt(at.Loc); ok {
		b.addEmbedded(s, []Literal{l})
		return
	}
	switch v := at.Loc.Value.(type) {
	case *ssa.Const:
		if e := b.flow.Literal(v); e != nil {
			b.addLiteral(at, s, e)
		}
	case *ssa.Global:
		if obj := v.Object(); obj != nil && obj.Pkg() != b.pass.Pkg {
			b.addForeign(at, s, flow.GlobalKey(obj), obj.Pkg().Name()+"."+obj.Name(), b.in.globalLiterals(obj))
		}
	}
	if call, i := flow.CallOf(at.Loc.Value); call != nil {
		b.addForeignResult(at, s, call, i)
	}
}

// canHoldText reports whether literals can be found at a place, here or in another package; most places only pass text on.
func canHoldText(at flow.Loc) bool {
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

// addForeignResult records the text that a function of another package returns.
func (b *builder) addForeignResult(at flow.Visit, s sink, call *ssa.Call, i int) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return
	}
	fns := []*types.Func{fn}
	if b.in.callsModel(fn.FullName()) || b.callsModel[fn.FullName()] {
		return // model output, or a substitute for it
	}
	if call.Common().IsInvoke() {
		if at.Filled || hasToolSignature(fn.Signature()) {
			return // descriptions behind an interface and results of tools are data
		}
		fns = b.flow.Implementations(fn)
	}
	var pieces []Literal
	for _, f := range fns {
		if f.Pkg() != b.pass.Pkg && !(call.Common().IsInvoke() && isOfDouble(f)) {
			pieces = append(pieces, b.in.resultLiterals(f, i)...)
		}
	}
	at.Edge.Instr = call
	if hasProse(pieces) && !call.Common().IsInvoke() {
		b.markForeign(fn.Pkg(), flow.ResultKey(fn, i), at, s)
	}
	b.addForeign(at, s, flow.ResultKey(fn, i), flow.ShortName(fn), pieces)
}

// addForeign records text of another package, once per place, unless another package reports it.
func (b *builder) addForeign(at flow.Visit, s sink, key, name string, pieces []Literal) {
	if pieces = b.addEmbedded(s, pieces); !hasProse(pieces) || s.lent || b.isReported(key, pieces) {
		return // a lent one is reported by the package that sends it, until the one that declares it does
	}
	pos := readAt(at, key)
	if !pos.IsValid() && s.instr != nil {
		pos = s.instr.Pos()
	}
	id := "foreign " + key
	if p := b.prompts[id]; p != nil {
		if pos < p.Pos && pos.IsValid() {
			p.Pos = pos
		}
		return
	}
	p := &Prompt{Pos: pos, Form: ForeignForm, Name: name, Role: s.shownRole(), Sink: s.name, Sender: b.sender(s, ""), Trace: b.trace(at, s), Likely: isLikely(at, s), literals: pieces, order: len(b.prompts)}
	p.recordJoins(at)
	b.prompts[id] = p
}

// isReported reports whether another package reports a text: the one that declares it, or one that sends it too.
func (b *builder) isReported(key string, pieces []Literal) bool {
	return b.in.reportedElsewhere[key] || areAllAt(b.in.reported, pieces)
}

// addLiteral records a constant expression of this package: under its constant's name, or with the other literals of its group.
func (b *builder) addLiteral(at flow.Visit, s sink, e ast.Expr) {
	if known := b.provenLiterals[e]; s.linked > 0 && known {
		return
	}
	b.provenLiterals[e] = b.provenLiterals[e] || s.linked == 0
	if b.isProbe(at, s, e) || b.isSample(e.Pos()) {
		return
	}
	if text, ok := b.flow.ConstantString(e); ok && at.Filled && (isStatement(text) && isAlternative(at) || b.isTableData(e)) {
		return // it says that there is no data, or it is data
	}
	key, joined := b.groupKey(at)
	if c := b.firstConstant(b.constant(e)); c != nil && !(joined && c.Parent() != c.Pkg().Scope()) { // a constant of a function may be a part of its text
		pieces := b.literals(e)
		if c.Pkg() != b.pass.Pkg {
			b.markForeign(c.Pkg(), flow.GlobalKey(c), at, s)
			if s.lent || b.isReported(flow.GlobalKey(c), pieces) {
				return
			}
			at.Edge.Instr = nil
			b.addToPrompt(e, at, s, "foreign "+flow.GlobalKey(c), ForeignForm, c.Pkg().Name()+"."+c.Name(), pieces)
			return
		}
		decl := b.flow.ConstDecl(c)
		if decl == nil {
			return
		}
		b.addToPrompt(decl, at, s, constantID(c), ConstantForm, c.Name(), pieces).constant = true
		return
	}
	if table := b.fewShot(e); table != nil {
		s.role = "fewshot"
		b.addToPrompt(e, at, s, "table "+strconv.Itoa(int(table.Pos())), TableForm, b.enclosing(e.Pos()).name, b.literals(e))
		return
	}
	b.addToPrompt(e, at, s, "text "+key, LiteralForm, b.enclosing(e.Pos()).name, b.literals(e))
}

// constantID identifies the prompt that a constant of this package is.
func constantID(c types.Object) string { return "const " + strconv.Itoa(int(c.Pos())) }

// isAlternative reports whether a value is one of several that a variable or a result may have.
func isAlternative(at flow.Visit) bool {
	for v := &at; v.Prev != nil; v = v.Prev {
		if _, ok := v.Prev.Loc.Value.(*ssa.Phi); ok {
			return true
		}
		if ret, ok := v.Edge.Instr.(*ssa.Return); ok && len(flow.Returns(ret.Parent())) > 1 {
			return true
		}
	}
	return false
}

// addToPrompt adds literals to the prompt with that identity, which it creates on first use.
func (b *builder) addToPrompt(e ast.Expr, at flow.Visit, s sink, id string, form Form, name string, pieces []Literal) *Prompt {
	p := b.prompts[id]
	if p == nil {
		decl := b.enclosing(e.Pos()).decl
		p = &Prompt{Pos: e.Pos(), End: e.End(), Form: form, Name: name, Decl: decl, Role: s.shownRole(), Sink: s.name, Sender: b.sender(s, decl), Trace: b.trace(at, s), Likely: isLikely(at, s), order: len(b.prompts), filled: true}
		b.prompts[id] = p
	}
	p.Likely = p.Likely && isLikely(at, s)
	p.filled = p.filled && at.Filled
	p.addLiterals(pieces)
	p.recordJoins(at)
	p.spans = append(p.spans, span{e.Pos(), pieces, wordsOf(pieces)})
	return p
}

// addLiterals adds literals to those that a prompt is made of, each once.
func (p *Prompt) addLiterals(pieces []Literal) {
	for _, piece := range pieces {
		if !slices.Contains(p.literals, piece) {
			p.literals = append(p.literals, piece)
		}
	}
}

package llm

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

const (
	maxWays = 6  // that WhyNot describes
	maxHops = 12 // that one of them has; those in the middle are left out
)

// WhyNot follows the texts on a line of a file forward and describes where they go, the nearest end first: each way ends at a model, or
// with the reason why it is not followed any further. It returns nothing if no text is written there.
func (i *Info) WhyNot(file string, line int) [][]Step {
	program := i.Program()
	if program == nil {
		return nil
	}
	starts, at := literalsOn(program, file, line)
	if len(starts) == 0 {
		return nil
	}
	if i.b == nil {
		return [][]Step{{{at[starts[0]].pos, "is in a package that can call no model: it uses no SDK of the catalogue (docs/catalogue.md says how to add one), declares no interface of a model, and posts no request that looks like one to a model"}}}
	}
	f := &forward{builder: i.b, reported: i.Prompts, at: at, sinks: map[flow.Loc]sink{}, ended: map[ending]bool{}, described: map[token.Pos]bool{}, read: map[token.Pos]bool{}}
	var ends []flow.Loc
	for _, s := range i.sinks {
		if s.label == PromptLabel {
			f.sinks[s.loc] = s
			ends = append(ends, s.loc)
		}
	}
	program.Forward(starts, ends, f.visit)
	for _, wanted := range []certainty{endKnown, endUnlisted, endUnknown} {
		for _, h := range f.dead {
			why, c := f.deadEnd(h)
			if start := f.start(h); c == wanted && !f.read[start] && (c == endKnown || !f.described[start]) {
				f.end(h, Step{f.position(h), why})
			}
		}
	}
	return f.ways
}

// A writtenText is where a string constant is written, and what uses it, of which constants have no record.
type writtenText struct {
	pos  token.Pos
	uses []ssa.Instruction
}

// literalsOn returns the string constants that are written on a line of a file, or made of a constant that is declared there.
func literalsOn(program *flow.Program, file string, line int) (out []ssa.Value, at map[ssa.Value]*writtenText) {
	at = map[ssa.Value]*writtenText{}
	for _, fn := range program.Funcs {
		for in := range ssax.Instructions(fn) {
			for _, op := range in.Operands(nil) {
				for _, e := range writtenAs(program, program.Literal(*op)) {
					begin, end := program.Fset.Position(e.Pos()), program.Fset.Position(e.End())
					if begin.Filename != file || line < begin.Line || end.Line < line {
						continue
					}
					if at[*op] == nil {
						out = append(out, *op)
						at[*op] = &writtenText{pos: e.Pos()}
					}
					at[*op].uses = append(at[*op].uses, in)
				}
			}
		}
	}
	return out, at
}

// writtenAs returns an expression and the values of the constants of this package that it names.
func writtenAs(program *flow.Program, e ast.Expr) (out []ast.Expr) {
	if e == nil {
		return nil
	}
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if c, ok := program.Info.Uses[id].(*types.Const); ok {
				if decl := program.ConstDecl(c); decl != nil {
					out = append(out, decl)
				}
			}
		}
		return true
	})
	return append(out, e)
}

// forward describes the ways of texts.
type forward struct {
	*builder
	at        map[ssa.Value]*writtenText
	reported  []*Prompt
	sinks     map[flow.Loc]sink
	dead      []*flow.Hop // from which no edge leads on
	ended     map[ending]bool
	described map[token.Pos]bool // texts with a way
	read      map[token.Pos]bool // texts that reach a model
	ways      [][]Step
}

// An ending is how a text ends. One way to each is described.
type ending struct {
	start token.Pos
	why   string
}

func (f *forward) visit(h *flow.Hop) bool {
	if h.Prev != nil {
		if why := f.stop(h); why != "" {
			f.end(h, Step{f.position(h), why})
			return false
		}
	}
	if s, ok := f.sinks[h.Loc]; ok {
		f.read[f.start(h)] = true
		f.end(h, append(s.steps(), Step{f.position(h), f.verdict(h)})...)
	} else if h.Last {
		f.dead = append(f.dead, h)
	}
	return true
}

// end adds the way to a hop, with its last steps.
func (f *forward) end(h *flow.Hop, last ...Step) {
	start := f.start(h)
	id := ending{start, last[len(last)-1].Message}
	if f.ended[id] || len(f.ways) >= maxWays {
		return
	}
	f.ended[id], f.described[start] = true, true
	way := last
	for at := h; at.Prev != nil; at = at.Prev {
		if step, ok := f.edgeStep(at.Edge, at.Loc); ok && (way[0].Pos != step.Pos || !strings.HasPrefix(way[0].Message, step.Message)) {
			way = append([]Step{step}, way...)
		}
	}
	way = append([]Step{{start, "is written here"}}, way...)
	if len(way) > maxHops {
		way = slices.Concat(way[:maxHops/2], way[len(way)-maxHops/2:])
	}
	f.ways = append(f.ways, way)
}

// start returns the position of the text that a hop comes from.
func (f *forward) start(h *flow.Hop) token.Pos { return f.at[h.First().Loc.Value].pos }

// position returns where a text gets to a place, or where it was last.
func (f *forward) position(h *flow.Hop) token.Pos {
	for ; h.Prev != nil; h = h.Prev {
		if h.Edge.Instr != nil && h.Edge.Instr.Pos().IsValid() {
			return h.Edge.Instr.Pos()
		}
		if v := h.Loc.Value; v != nil && v.Pos().IsValid() {
			return v.Pos()
		}
	}
	return f.at[h.Loc.Value].pos
}

// stop says why a prompt is not followed along the last edge of a way, or "".
func (f *forward) stop(h *flow.Hop) string {
	if why := f.promptStop(h.Edge); why != "" {
		return why
	}
	if h.Edge.Kind == flow.Filled {
		for at := h.Prev; at.Prev != nil; at = at.Prev {
			if isFiller(at.Edge) {
				return "is read from a field and filled into another text here, so it counts as data"
			}
		}
	}
	return ""
}

// verdict says why a text that reaches a model may not be reported.
func (f *forward) verdict(h *flow.Hop) string {
	literals := f.literals(f.flow.Literal(h.First().Loc.Value))
	for _, p := range f.reported {
		if slices.ContainsFunc(p.literals, func(l Literal) bool {
			return slices.ContainsFunc(literals, func(o Literal) bool { return l.File == o.File && l.Line == o.Line })
		}) {
			at := f.pass.Fset.Position(p.Pos)
			return fmt.Sprintf("a model reads it as part of the prompt on line %d of %s", at.Line, filepath.Base(at.Filename))
		}
	}
	if words := wordsOf(literals); words < minWords {
		return fmt.Sprintf("a model reads it, but it has only %d words of prose, and fewer than %d are not reported on their own", words, minWords)
	}
	return "a model reads it; if it is not reported, one of the exceptions on the rule's page applies (zahariacheck explain hardcodedprompt)"
}

// A certainty is how well a dead end is known. Of a text with better known ends the others are left out.
type certainty int

const (
	endKnown    certainty = iota
	endUnlisted           // a place of another module that no row of the catalogue describes
	endUnknown
)

// deadEnd says what happens to a text at a place from which it goes nowhere.
func (f *forward) deadEnd(h *flow.Hop) (string, certainty) {
	const notListed = "which the catalogue does not list as a place for prompts (docs/catalogue.md)"
	if key := h.Loc.Key; key != "" {
		if !f.isModuleKey(key) {
			return fmt.Sprintf("is kept in the field %s, %s", shortKey(key), notListed), endUnlisted
		}
		return fmt.Sprintf("is kept in the field %s, which this package does not send to a model; a package that does reports it", shortKey(key)), endKnown
	}
	if g, ok := h.Loc.Value.(*ssa.Global); ok {
		return fmt.Sprintf("is kept in the variable %s, which this package does not send to a model; a package that does reports it", g.Name()), endKnown
	}
	uses := flow.Uses(h.Loc.Value)
	if h.Prev == nil {
		uses = f.at[h.Loc.Value].uses
	}
	for _, use := range uses {
		switch use := use.(type) {
		case ssa.CallInstruction:
			fn := flow.FuncObject(use.Common())
			switch {
			case fn == nil:
				return "is passed to an unknown function", endKnown
			case fn.Pkg() != nil && f.isSDK(fn.Pkg()):
				return fmt.Sprintf("is passed to %s, %s", flow.ShortName(fn), notListed), endUnlisted
			}
			return fmt.Sprintf("is passed to %s, which does not send it to a model", flow.ShortName(fn)), endKnown
		case *ssa.Return:
			return fmt.Sprintf("is returned by %s; a package that sends the result to a model reports the text there", use.Parent().Name()), endKnown
		case *ssa.BinOp:
			if use.Op != token.ADD {
				return "is compared here", endKnown
			}
		}
	}
	return "is not used any further, as far as the analysis sees", endUnknown
}

// isModuleKey reports whether a field is of a type of the module under check, and of no SDK.
func (f *forward) isModuleKey(key string) bool {
	end := strings.LastIndexByte(key, '/') + 1
	if name, _, _ := strings.Cut(key[end:], "."); f.catalogue.SDKOf(key[:end]+name) != nil {
		return false
	}
	if flow.IsUnnamed(key) || strings.HasPrefix(key, f.pass.Pkg.Path()+".") {
		return true
	}
	for path := range f.in.module {
		if strings.HasPrefix(key, path+".") {
			return true
		}
	}
	return false
}

package llm

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// Info is what is known of a package. For a package that is not part of the code under check it is empty: its methods
// answer "nothing".
type Info struct {
	Prompts []*Prompt // texts in this package that a model reads, in the order of the source
	Models  []*Model  // constants in this package that name a model, in the order of the source
	Calls   []*Call   // calls of a model, in the order of the source

	b       *builder // nil where nothing in the package can have to do with a model
	program func() *flow.Program
	sinks   []sink
	library func(*types.Func) ([]flow.Transfer, bool)
	byInstr map[ssa.CallInstruction]*Call // the calls by where they stand, once they were asked for
}

// A Call is a call of a model: one that the catalogue knows, or one that structure gives away.
type Call struct {
	Instr   ssa.CallInstruction
	Fn      *types.Func      // nil for a call through a variable
	Name    string           // as messages show it
	Role    string           // "chat", "chat,stream", "embed,batch" …; "evidence" for a home-made interface; "http" for a raw request
	Request ssa.Value        // what is sent, nil if that is no argument
	Ctx     ssa.Value        // nil if none is passed
	Entry   *catalogue.Entry // nil unless the catalogue knows the call
}

// A Model is a constant that names a model.
type Model struct {
	Pos, End token.Pos
	ID       string // its value
	What     string // the constant's name, or the id
	Role     string // "chat", "embed" …
	Sink     string // where it ends up
	Call     bool   // it is the model of a call on every path: nothing else can reach that place
	Trace    []Step
	Likely   bool // it may be none, see Mark
}

// Flow gives the package in SSA form, or nil where nothing in it can have to do with a model.
func (i *Info) Flow() *flow.Program {
	if i.b == nil {
		return nil
	}
	return i.program()
}

// InModule reports whether the package is part of the code under check.
func (i *Info) InModule() bool { return i.program != nil }

// Program gives the package in SSA form even where nothing in it can have to do with a model, or nil if it is not part of
// the code under check. It may have to be made first, which takes longer than to read and type-check the package: ask only
// when the syntax gives reason to.
func (i *Info) Program() *flow.Program {
	if i.program == nil {
		return nil
	}
	return i.program()
}

// Catalogue gives what is known of SDKs.
func (i *Info) Catalogue() *catalogue.Catalogue { return catalogue.Default() }

// CallsModel reports whether a function of this package or of one below it calls a model, itself or through others.
func (i *Info) CallsModel(fn *types.Func) bool {
	return i.b != nil && fn != nil && (i.b.callsModel[fn.Origin().FullName()] || i.b.in.callsModel(fn.Origin().FullName()))
}

// FuncCallsModel is CallsModel for a function of this package, function literals included.
func (i *Info) FuncCallsModel(f *ssa.Function) bool { return i.b != nil && i.b.callsModelSSA[f] }

// IsModelID reports whether a value is the id of a model: it flows to where one is asked for, or is read from a field,
// variable or parameter that does. What prompts are made of as well is what a user writes, of which a word may name a model.
func (i *Info) IsModelID(v ssa.Value) bool {
	return i.b != nil && (i.b.reached[ModelIDLabel][v] && !i.b.reached[PromptLabel][v] || i.b.readsModelID(v))
}

// ReachesPrompt reports whether a value flows to a prompt.
func (i *Info) ReachesPrompt(v ssa.Value) bool { return i.b != nil && i.b.reached[PromptLabel][v] }

// IsOutput reports whether a value is text that a model made, and where it comes from.
func (i *Info) IsOutput(v ssa.Value) (Step, bool) {
	if i.b == nil {
		return Step{}, false
	}
	return i.b.output([]flow.Loc{{Value: v}}, false)
}

// localWidth bounds the places that one question about a value looks at.
const localWidth = 4000

// readsModelID reports whether a value is read from a field, variable or parameter that holds the id of a model.
func (b *builder) readsModelID(v ssa.Value) bool {
	found := false
	b.flow.Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		key := at.Loc.Key
		switch w := at.Loc.Value.(type) {
		case *ssa.Global:
			if w.Object() != nil {
				key = flow.GlobalKey(w.Object())
			}
		case *ssa.Parameter:
			if fn, i := flow.ParamIndex(w); fn != nil && i >= 0 {
				key = flow.ParamKey(fn, i)
			}
		}
		mixed := false
		if key != "" && b.hasLabel(key, ModelIDLabel) {
			mixed = b.hasLabel(key, PromptLabel)
			found = !mixed
		}
		return !found && !mixed && at.Edge.Kind != flow.Encoded && !at.Filled && !flow.IsMapKey(at.Loc.Value)
	}, localWidth)
	return found
}

// hasLabel reports whether a field, variable or parameter has that label, here or where it is imported from.
func (b *builder) hasLabel(key string, c Label) bool {
	_, ok := b.in.mark(key, c)
	return ok || b.published[labelledKey{key, c}] || b.fields[labelledKey{key, c}] || b.field(key, c)
}

// field reports whether the catalogue gives a field that label.
func (b *builder) field(key string, c Label) bool {
	return slices.ContainsFunc(b.catalogue.Lookup(key), func(e *catalogue.Entry) bool {
		got, ok := labelOf(e)
		return ok && got == c
	})
}

// findModels follows the places that ask for a model id back to constants.
func (b *builder) findModels(sinks []sink) []*Model {
	found := map[string]*Model{}
	b.follow(sinks, ModelIDLabel, func(at flow.Visit, s sink) {
		e := b.flow.Literal(at.Loc.Value)
		if e == nil || at.Filled {
			return
		}
		id, ok := b.flow.ConstantString(e)
		if !ok || id == "" {
			return
		}
		what := id
		if c := b.constant(e); c != nil {
			what = c.Name()
			if decl := b.flow.ConstDecl(c); decl != nil && c.Pkg() == b.pass.Pkg {
				e = decl
			}
		}
		key := b.pass.Fset.Position(e.Pos()).String()
		if found[key] == nil {
			found[key] = &Model{Pos: e.Pos(), End: e.End(), ID: id, What: what, Role: s.role, Sink: s.name, Trace: b.trace(at, s), Likely: isLikely(at, s)}
		}
		if b.onlyConstant(s.loc) {
			found[key].Call = true
		}
	})
	var out []*Model
	for _, m := range found {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b *Model) int { return int(a.Pos - b.Pos) })
	return out
}

// onlyConstant reports whether nothing but constants can reach a place.
func (b *builder) onlyConstant(at flow.Loc) bool {
	constants := 0
	all := b.flow.Walk([]flow.Loc{at}, func(at flow.Visit) bool {
		switch v := at.Loc.Value.(type) {
		case *ssa.Const:
			if b.flow.Literal(v) != nil {
				constants++
			}
			return false
		case *ssa.Phi, *ssa.MakeInterface, *ssa.Convert, *ssa.ChangeType, *ssa.UnOp, *ssa.Alloc:
			return true
		case *ssa.Call:
			if fn := flow.FuncObject(v.Common()); fn != nil && slices.ContainsFunc(b.catalogue.Lookup(fn.FullName()), isWrapper) {
				return true
			}
		}
		constants = -localWidth
		return false
	}, localWidth)
	return all && constants > 0
}

func isWrapper(e *catalogue.Entry) bool { return e.Kind == "wrapper" }

// fromField reports whether an edge leads from a field. What is filled into a text from one is data, not a part of the text.
func fromField(e flow.Edge) bool { return e.Field != "" || e.From.Key != "" }

// follow walks back from the sinks of one label, marks the places on the way, and remembers what was seen. What is linked is
// followed behind all else, on its own, so that it adds to what the package and its imports prove and takes nothing away.
func (b *builder) follow(sinks []sink, c Label, hit func(flow.Visit, sink)) {
	var own, answers, linked []sink
	for _, s := range sinks {
		switch {
		case s.label != c || c == PromptLabel && b.setsToolResult(s.instr):
		case s.linked > 0:
			linked = append(linked, s)
		case c == PromptLabel && s.role == "assistant": // behind the others, so that a text that is one of these too has their role
			answers = append(answers, s)
		default:
			own = append(own, s)
		}
	}
	barrier := b.barrier(c)
	b.followAll(own, c, barrier, hit)
	b.followAll(answers, c, barrier, hit)
	b.followAll(linked, c, barrier, hit)
}

// barrier stops what is no text of that label.
func (b *builder) barrier(c Label) *flow.Barrier {
	return flow.NewBarrier(func(e flow.Edge, data bool) bool {
		return e.Kind == flow.Encoded && c != RequestBodyLabel || c == PromptLabel && (b.readsRecord(e) || b.isPromptBarrier(e)) || data && fromField(e)
	})
}

func (b *builder) followAll(from []sink, c Label, barrier *flow.Barrier, hit func(flow.Visit, sink)) {
	var starts []flow.Loc
	for _, s := range from {
		starts = append(starts, s.loc)
	}
	if b.reached[c] == nil {
		b.reached[c] = map[ssa.Value]bool{}
	}
	b.searching = c != RequestBodyLabel
	defer func() { b.searching = false }()
	b.flow.Follow(flow.Query{
		Starts:  starts,
		Barrier: barrier,
		Visit: func(at flow.Visit) bool {
			s := from[at.Start]
			if s.linked > 0 && detours(at, c) > maxDetours {
				return false
			}
			if at.Loc.Value != nil && at.Loc.Path == nil {
				b.reached[c][at.Loc.Value] = true
			}
			if at.Edge.Field != "" && at.Loc.Path != nil && at.Loc.Path.Tail == nil {
				b.fields[labelledKey{at.Edge.Field, c}] = true
			}
			b.markPlace(at, s)
			if at.Loc.Key != "" || !at.Loc.Path.InField() {
				hit(at, s)
			}
			return true
		},
		Limit: walkLimit,
	})
}

package llm

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/settings"
)

// Info describes the model use of a package. It is empty for a package outside of the code under check: its methods return zero
// values.
type Info struct {
	Prompts []*Prompt // texts in this package that a model reads, in the order of the source
	Models  []*Model  // constants in this package that name a model, in the order of the source
	Calls   []*Call   // calls of a model, in the order of the source

	Embedded []Embedded // files of any package that this package passes to a model, by their paths

	settings *settings.Engine

	b       *builder // nil where nothing in the package can involve a model
	program func() *flow.Program
	sinks   []sink
	library func(*types.Func) ([]flow.Transfer, bool)
	byInstr map[ssa.CallInstruction]*Call // memo of callAt
}

// A Call is a model call: one with a catalogue row, or one recognised by its shape.
type Call struct {
	Instr   ssa.CallInstruction
	Fn      *types.Func      // nil for a call through a variable
	Name    string           // as messages show it
	Role    string           // "chat", "chat,stream", "embed,batch" …; "evidence" for a home-made interface; "http" for a raw request
	Request ssa.Value        // the request, nil if that is not an argument
	Ctx     ssa.Value        // nil if none is passed
	Entry   *catalogue.Entry // the catalogue row, or nil
}

// A Model is a constant that names a model.
type Model struct {
	Pos, End token.Pos
	ID       string // its value
	What     string // the constant's name, or the ID
	Role     string // "chat", "embed" …
	Sink     string // the function or field that it reaches
	Call     bool   // it is the model ID of a call on every path: nothing else can reach that place
	Trace    []Step
	Likely   bool // uncertain, see Mark
}

// Flow returns the package in SSA form, or nil where nothing in it can involve a model.
func (i *Info) Flow() *flow.Program {
	if i.b == nil {
		return nil
	}
	return i.program()
}

// InModule reports whether the package is part of the code under check.
func (i *Info) InModule() bool { return i.program != nil }

// Program returns the package in SSA form even where nothing in it can involve a model, or nil if it is not part of the code under
// check. Building SSA form takes longer than reading and type-checking the package: call it only when the syntax gives reason to.
func (i *Info) Program() *flow.Program {
	if i.program == nil {
		return nil
	}
	return i.program()
}

// Catalogue returns the catalogue of SDKs.
func (i *Info) Catalogue() *catalogue.Catalogue { return i.settings.Catalogue() }

// CallsModel reports whether a function of this package or of a dependency calls a model, directly or through others. An SDK's own
// function is no such: its calls are Calls.
func (i *Info) CallsModel(fn *types.Func) bool {
	return i.b != nil && fn != nil && (i.b.callsModel[fn.Origin().FullName()] || i.b.in.callsModel(fn.Origin().FullName()))
}

// FuncCallsModel is CallsModel for a function of this package, function literals included.
func (i *Info) FuncCallsModel(f *ssa.Function) bool { return i.b != nil && i.b.callsModelSSA[f] }

// IsModelID reports whether a value is a model ID: it flows to a place that takes one, or is read from a field, variable or
// parameter that does. A value that also flows to prompts is text of a user, a word of which may name a model.
func (i *Info) IsModelID(v ssa.Value) bool {
	return i.b != nil && (i.b.reached[ModelIDLabel][v] && !i.b.reached[PromptLabel][v] || i.b.readsModelID(v))
}

// ReachesPrompt reports whether a value flows to a prompt.
func (i *Info) ReachesPrompt(v ssa.Value) bool { return i.b != nil && i.b.reached[PromptLabel][v] }

// IsOutput reports whether a value is model output, and where it comes from.
func (i *Info) IsOutput(v ssa.Value) (Step, bool) {
	if i.b == nil {
		return Step{}, false
	}
	return i.b.output([]flow.Loc{{Value: v}}, false)
}

// localWidth bounds the places visited for one query about a value.
const localWidth = 4000

// readsModelID reports whether a value is read from a field, variable or parameter that holds a model ID.
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

// hasLabel reports whether a field, variable or parameter has a label, here or in the package that declares it.
func (b *builder) hasLabel(key string, c Label) bool {
	_, ok := b.in.mark(key, c)
	return ok || b.published[place{key: key, label: c}] || b.fields[place{key: key, label: c}] || b.field(key, c)
}

// field reports whether a catalogue row gives a field that label.
func (b *builder) field(key string, c Label) bool {
	return slices.ContainsFunc(b.catalogue.Lookup(key), func(e *catalogue.Entry) bool {
		got, ok := labelOf(e)
		return ok && got == c
	})
}

// findModels follows the places that take a model ID back to constants.
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
		what, key := id, ""
		if c := b.constant(e); c != nil {
			what = c.Name()
			if c.Pkg() != b.pass.Pkg && b.InModule(c.Pkg()) {
				key = flow.GlobalKey(c) // one model, however often it is taken
			}
			if decl := b.flow.ConstDecl(c); decl != nil && c.Pkg() == b.pass.Pkg {
				e = decl
			}
		}
		if key == "" {
			key = b.pass.Fset.Position(e.Pos()).String()
		}
		if m := found[key]; m == nil || e.Pos() < m.Pos {
			found[key] = &Model{Call: m != nil && m.Call, Pos: e.Pos(), End: e.End(), ID: id, What: what, Role: s.role, Sink: s.name, Trace: b.trace(at, s), Likely: isLikely(at, s)}
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

// fromField reports whether an edge leads from a field.
func fromField(e flow.Edge) bool { return e.Field != "" || e.From.Key != "" }

// isFiller reports whether an edge leads from a field that is data where it is filled into another text, by its name.
func isFiller(e flow.Edge) bool {
	return fromField(e) && !namedFor(cmp.Or(e.Field, e.From.Key), PromptLabel)
}

// follow walks back from the sinks of one label, marks the places on the way, and records what was reached. Linked sinks are
// followed last and on their own, so that they add to what the package and its imports prove and change none of it.
func (b *builder) follow(sinks []sink, c Label, hit func(flow.Visit, sink)) {
	var own, answers, linked []sink
	for _, s := range sinks {
		switch {
		case s.label != c || s.lent || c == PromptLabel && b.setsToolResult(s.instr):
		case s.linked > 0:
			linked = append(linked, s)
		case c == PromptLabel && s.role == "assistant": // after the others, whose role takes precedence
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

// barrier returns the barrier for text of one label.
func (b *builder) barrier(c Label) *flow.Barrier {
	return flow.NewBarrier(func(e flow.Edge, data bool) bool {
		return c == PromptLabel && b.promptStop(e) != "" || c == ModelIDLabel && e.Kind == flow.Encoded || data && isFiller(e)
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
				b.fields[place{key: at.Edge.Field, label: c}] = true
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

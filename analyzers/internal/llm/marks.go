package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A Label is a meaning of a place for a model; a place may have several.
type Label uint8

const (
	PromptLabel      Label = iota // text that a model reads
	ModelIDLabel                  // a model ID
	RequestBodyLabel              // the body of an HTTP request
	labels
)

// A Mark labels a place, for the packages that store something there.
type Mark struct {
	Key    string // see package flow
	Path   string // of a parameter: the code of the path to the part that has the label; "" for all of it
	Label  Label
	Role   string
	Sink   string // the function or field, as messages show it
	Behind string // the callee behind an interface or a function value that Sink names, or ""
	Likely bool   // known by the shape of types alone, or through a field that stands for all values of its type
	Linked uint8  // 0, or the distance in packages from a linked port: 1 is the linker's own mark, see maxLinked

	Sender string // how another package sends the text of a result or constant, as messages say it; its literals alone have the label

	FromCallers bool // of a field: known for the objects only that are passed to a parameter, which has a mark with the path
}

// A place identifies the label of a place.
type place struct {
	key, path string
	label     Label
}

func (m *Mark) place() place { return place{m.Key, m.Path, m.Label} }

// addMark adds a mark to those of its key, one a place. That of all objects of a type is worth more than that of some.
func addMark(marks map[string][]Mark, m Mark) {
	at := m.place()
	i := slices.IndexFunc(marks[m.Key], func(o Mark) bool { return o.place() == at })
	switch {
	case i < 0:
		marks[m.Key] = append(marks[m.Key], m)
	case marks[m.Key][i].FromCallers && !m.FromCallers:
		marks[m.Key][i] = m
	}
}

// markPlace marks a place on the way to a sink.
func (b *builder) markPlace(at flow.Visit, s sink) {
	named := namedPrompt(at.Loc.Field(), s.label)
	if s.likely && at.Fields > 0 && !named && !(at.Fields == 1 && isPartOfParameter(at.Loc)) {
		return // an uncertain sink through a field is too doubtful for callers, but for a field of the very object that they pass
	}
	if s.label == PromptLabel && comesFromElsewhere(at, s) {
		return
	}
	if s.label == PromptLabel {
		if role := b.statedRole(at, s); isPromptRole(role) {
			s.role = role
		}
	}
	m := Mark{Label: s.label, Role: s.role, Sink: s.name, Behind: s.behind, Likely: isLikely(at, s)}
	if s.linked > 0 {
		if m.Linked = s.linked + 1; !named && (m.Linked > maxLinked || detours(at, s.label) > 0) || m.Linked > maxNamed {
			return
		}
	}
	if keys := b.neededResults(at, s.label); len(keys) > 0 {
		for _, m.Key = range keys {
			b.mark(m)
		}
		return
	}
	switch v := at.Loc.Value.(type) {
	case nil:
		if !at.Filled && !at.Loc.Shared() {
			m.Key, m.FromCallers = at.Loc.Field(), at.Loc.FromCallers()
			b.mark(m)
		}
	case *ssa.Global:
		if v.Object() != nil && !at.Loc.InField() {
			m.Key = flow.GlobalKey(v.Object())
			b.mark(m)
		}
	case *ssa.Parameter:
		if s.fromCallers {
			return
		}
		fn, i := flow.ParamIndex(v)
		if at.InCallee || i < 0 && !at.Loc.InField() || at.Loc.InField() && !b.flow.IsRecord(v.Type()) && !isAny(v.Type()) {
			return
		}
		m.Path = at.Loc.Path.Code()
		if fn == nil {
			if b.in.linked {
				m.Key = flow.ParamOf(flow.FuncName(v.Parent()), i)
				b.mark(m)
			}
			return
		}
		m.Key = flow.ParamKey(fn, i)
		b.mark(m)
		if i < 0 {
			return // the receiver of an interface method may be anything
		}
		for _, im := range b.flow.InterfaceMethods(fn) {
			m.Key = flow.ParamKey(im, i)
			b.mark(m)
		}
	}
}

// isPartOfParameter reports whether a place is in a field of a parameter.
func isPartOfParameter(at flow.Loc) bool {
	_, ok := at.Value.(*ssa.Parameter)
	return ok && at.Path.InField()
}

// neededResults returns the keys of the result of another package's function, of an interface method or of the function values in a place,
// which is the body of a request, or which a function called after prompts returns to be one. Only a driver that links can mark the
// packages that build it.
func (b *builder) neededResults(at flow.Visit, c Label) (keys []string) {
	if !b.in.linked || at.Loc.Path != nil {
		return nil
	}
	call, i := flow.CallOf(at.Loc.Value)
	if call == nil {
		return nil
	}
	for _, place := range b.places(call) {
		if c == RequestBodyLabel || c == PromptLabel && namedFor(place, c) {
			keys = append(keys, flow.ResultOf(place, i))
		}
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.Pkg() == nil || !b.InModule(fn.Pkg()) || fn.Pkg() == b.pass.Pkg && !call.Call.IsInvoke() {
		return keys
	}
	if c != RequestBodyLabel && !(c == PromptLabel && call.Call.IsInvoke() && namedFor(fn.FullName(), c)) {
		return keys
	}
	return append(keys, flow.ResultKey(fn, i))
}

// markForeign marks a text of another package of the module that is sent here, so that the package which declares it reports it where it
// is written.
func (b *builder) markForeign(pkg *types.Package, key string, at flow.Visit, s sink) {
	if b.in.linked && pkg != nil && b.InModule(pkg) {
		b.mark(Mark{Key: key, Label: PromptLabel, Role: s.role, Sink: s.name, Behind: s.behind, Likely: isLikely(at, s), Sender: b.sender(s, "")})
	}
}

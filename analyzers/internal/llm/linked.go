package llm

import (
	"go/types"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// Linked is what the rest of the module shows about the interfaces, fields and functions that a package names, whether the
// package imports it or not. A driver that sees the whole module sets it on a package before the pass, empty at
// first (see [Linker]); without one, nothing is linked. All of it is sorted.
type Linked struct {
	Marks   []Mark
	Calls   []string // full names of functions and interface methods that call a model
	Outputs []string // keys of results that are model output

	Elsewhere []string // keys of what other packages declare, where others report the text: the declaring one, or one that uses it too
}

// AFact marks Linked as a fact.
func (*Linked) AFact() {}

func (l *Linked) String() string { return summaryLine(l.Marks, l.Calls) }

// Outline is what the linker needs of a package after its syntax is dropped. It is exported only under drivers that link.
type Outline struct {
	Names        []uint64    // hashes of the names of the code under check that the package mentions, sorted
	ModelMethods []string    // full names of the interface methods declared here that have the shape of a model call, sorted
	FuncStores   []FuncStore // by place
	Calls        []string    // full names of the functions that call a model through what is linked, sorted

	Foreign []Literals // texts of other packages that are reported here, by the keys of what holds them there, sorted
}

// A FuncStore lists the functions that a package stores in a place from which others may call them: a field, a package variable, a
// parameter of another package's function. From has names of functions, and further places that they are read from.
type FuncStore struct {
	Place string // see package flow
	From  []string
}

// AFact marks Outline as a fact.
func (*Outline) AFact() {}

func (o *Outline) String() string { return "outline" }

// addLinked reads what the driver has linked, and reports whether it links at all.
func (in *imported) addLinked(pass *analysis.Pass) bool {
	l := new(Linked)
	if !pass.ImportPackageFact(pass.Pkg, l) {
		return false
	}
	for _, m := range l.Marks {
		at := m.place()
		if !slices.ContainsFunc(in.marks[m.Key], func(o Mark) bool { return o.place() == at }) {
			in.marks[m.Key] = append(in.marks[m.Key], m)
			in.linkedMarks[at] = true
		}
	}
	for _, c := range l.Calls {
		in.ports[c] = !in.calls[c]
	}
	for _, o := range l.Outputs {
		in.outputs[o] = true
	}
	for _, key := range l.Elsewhere {
		in.reportedElsewhere[key] = true
	}
	in.hasLinked = len(l.Marks)+len(l.Calls)+len(l.Outputs) > 0
	return true
}

// exportOutline exports the [Outline] of the package.
func (b *builder) exportOutline() {
	names := map[uint64]bool{}
	seen := map[types.Object]bool{}
	mention := func(obj types.Object) {
		if seen[obj] || obj.Pkg() == nil || !b.InModule(obj.Pkg()) {
			return
		}
		seen[obj] = true
		if local := obj.Parent() != nil && obj.Parent() != obj.Pkg().Scope(); !local {
			names[hashName(obj.Pkg().Path(), obj.Name())] = true
		}
	}
	for _, obj := range b.pass.TypesInfo.Uses {
		mention(obj)
	}
	for _, obj := range b.pass.TypesInfo.Defs {
		switch obj := obj.(type) {
		case *types.Func:
			mention(obj) // others may pass it a function
		case *types.Const:
			if obj.Exported() && typex.IsText(types.Default(obj.Type())) {
				mention(obj) // others may send it
			}
		}
	}
	var o Outline
	for h := range names {
		o.Names = append(o.Names, h)
	}
	slices.Sort(o.Names)
	for _, m := range interfaceMethods(b.pass.Pkg) {
		if b.hasModelCallShape(m) {
			o.ModelMethods = append(o.ModelMethods, m.FullName())
		}
	}
	slices.Sort(o.ModelMethods)
	o.FuncStores = b.funcStores()
	o.Calls = b.portCallers
	o.Foreign = b.foreignTexts()
	b.pass.ExportPackageFact(&o)
}

// foreignTexts returns the texts of other packages that are reported here. Another package may report them as well: the one that
// declares them, as soon as it learns that they are sent, or another one that sends them.
func (b *builder) foreignTexts() (out []Literals) {
	for _, id := range slices.Sorted(maps.Keys(b.prompts)) {
		if key, foreign := strings.CutPrefix(id, "foreign "); foreign {
			out = append(out, Literals{key, b.prompts[id].literals})
		}
	}
	return out
}

// funcStores lists the functions that the package stores where others may call them. Without SSA form there are none that call a
// model.
func (b *builder) funcStores() []FuncStore {
	if b.flow == nil {
		return nil
	}
	from := map[string][]string{}
	for _, h := range b.flow.FuncPlaces() {
		names, places := b.flow.Functions(h.Value)
		from[h.Place] = append(from[h.Place], slices.Concat(names, places)...)
	}
	var out []FuncStore
	for _, place := range slices.Sorted(maps.Keys(from)) {
		list := slices.DeleteFunc(from[place], func(s string) bool { return s == place })
		slices.Sort(list)
		if list = slices.Compact(list); len(list) > 0 {
			out = append(out, FuncStore{place, list})
		}
	}
	return out
}

// places returns the keys of the places that the callee of a dynamic call may be read from, if the driver links.
func (b *builder) places(call ssa.CallInstruction) []string {
	c := call.Common()
	if !b.in.linked || c.IsInvoke() || c.StaticCallee() != nil {
		return nil
	}
	if _, builtin := c.Value.(*ssa.Builtin); builtin {
		return nil
	}
	_, places := b.flow.Functions(flow.Loc{Value: c.Value})
	return places
}

// calledFrom returns the first of the places of a dynamic call that holds a function that calls a model, or "".
func (b *builder) calledFrom(call ssa.CallInstruction) string {
	for _, place := range b.places(call) {
		if b.in.ports[place] {
			return place
		}
	}
	return ""
}

// placeSinks returns the linked sinks of the arguments of a dynamic call.
func (b *builder) placeSinks(call ssa.CallInstruction) (out []sink) {
	for _, place := range b.places(call) {
		for i, a := range call.Common().Args {
			out = append(out, b.markSinks(flow.ParamOf(place, i), a, call)...)
		}
	}
	return out
}

// interfaceMethods lists the methods that the interfaces of a package declare themselves.
func interfaceMethods(pkg *types.Package) (out []*types.Func) {
	for _, name := range pkg.Scope().Names() {
		if tn, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok && !tn.IsAlias() {
			if i, ok := tn.Type().Underlying().(*types.Interface); ok {
				for m := range i.ExplicitMethods() {
					out = append(out, m)
				}
			}
		}
	}
	return out
}

// mentions reports whether the package may name the place of a key.
func (o *Outline) mentions(key string) bool {
	names := keyNames(key)
	if strings.Contains(key, "(") {
		names = names[:1] // a method is not used where only its type is named
	}
	return slices.ContainsFunc(names, func(n qualifiedName) bool {
		_, found := slices.BinarySearch(o.Names, hashName(n.path, n.name))
		return found
	})
}

func hashName(path, name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(path + "." + name))
	return h.Sum64()
}

// A qualifiedName is a name with the path of its package; [anywhere] stands for every path.
type qualifiedName struct{ path, name string }

// keyNames lists the names by which code may refer to a key of package flow or to a full name of a function: its own and that of
// its type, since a composite literal may name the type alone. A key that may be that of a variable or of a field yields both.
func keyNames(key string) []qualifiedName {
	for strings.HasPrefix(key, "param ") || strings.HasPrefix(key, "result ") { // such as "param 1 param 0 f"
		_, key, _ = strings.Cut(key, " ")
		_, key, _ = strings.Cut(key, " ")
	}
	owner, name := cutLast(key)
	if flow.IsUnnamed(key) {
		return []qualifiedName{{anywhere, name}}
	}
	method := strings.HasPrefix(owner, "(")
	owner, _, _ = strings.Cut(strings.Trim(owner, "(*)"), "[")
	path, typ := cutLast(owner)
	typ, _, _ = strings.Cut(typ, "@")
	if method {
		return []qualifiedName{{path, name}, {path, typ}}
	}
	return []qualifiedName{{owner, name}, {path, name}, {path, typ}}
}

// maxLinked bounds the distance in packages from a linked port to those that get its marks: the one that calls it, one with
// helpers, and their callers. Farther places, in programs with an engine of their own, hold all kinds of texts.
const maxLinked = 3

// maxNamed is that bound for fields that are called prompts: they hold nothing else. Instructions may be those of a program.
const maxNamed = 8

// maxDetours bounds the detours between a text and a linked place. A field is one place for all values of its type, so each field
// on the way adds everything that is stored there.
const maxDetours = 1

// detours counts the fields on the way to a sink whose names do not suggest text for a model. Of a field in a field of unknown objects
// only the outer one counts.
func detours(at flow.Visit, c Label) (n int) {
	for v := &at; v.Prev != nil; v = v.Prev {
		if v.Loc.Key != "" && v.Prev.Loc.Key == "" && !namedFor(v.Loc.Key, c) {
			n++
		}
	}
	return n
}

// namedFor reports whether a field's name suggests the label. A name is no proof by itself, but supports a flow.
func namedFor(key string, c Label) bool {
	_, name := cutLast(key)
	name = strings.ToLower(name)
	if c == ModelIDLabel {
		return strings.Contains(name, "model")
	}
	return strings.Contains(name, "prompt") || strings.Contains(name, "instruction") || strings.HasSuffix(name, "template") || strings.HasPrefix(name, "system")
}

// namedPrompt reports whether a field with the label is called a prompt.
func namedPrompt(key string, c Label) bool {
	_, name := cutLast(key)
	return c == PromptLabel && strings.Contains(strings.ToLower(name), "prompt")
}

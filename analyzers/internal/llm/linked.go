package llm

import (
	"go/types"
	"hash/fnv"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

)

// Linked is what the rest of the module tells of the interfaces, fields and functions that a package names, whether the
// package imports that rest or not. A driver that sees the whole module sets it on a package before the pass, empty at
// first (see [Linker]); without one, nothing is linked. All of it is sorted.
type Linked struct {
	Marks   []Mark
	Calls   []string // full names of functions and interface methods that call a model
	Outputs []string // keys of results that are what a model said
}

// AFact marks Linked as a fact.
func (*Linked) AFact() {}

func (l *Linked) String() string { return summaryLine(l.Marks, l.Calls) }

// Outline is what the linker has to know of a package once its syntax is gone. It is made only where something is linked.
type Outline struct {
	Names []uint64 // hashes of the names of the code under check that the package mentions, sorted
	Asks  []string // full names of the interface methods declared here that have the shape of a model call, sorted
}

// AFact marks Outline as a fact.
func (*Outline) AFact() {}

func (o *Outline) String() string { return "outline" }

// addLinked takes in what the driver linked, and reports whether it links at all.
func (in *imported) addLinked(pass *analysis.Pass) bool {
	l := new(Linked)
	if !pass.ImportPackageFact(pass.Pkg, l) {
		return false
	}
	for _, m := range l.Marks {
		if !slices.ContainsFunc(in.marks[m.Key], func(o Mark) bool { return o.Colour == m.Colour }) {
			in.marks[m.Key] = append(in.marks[m.Key], m)
		}
	}
	for _, c := range l.Calls {
		in.calls[c] = true
	}
	for _, o := range l.Outputs {
		in.outputs[o] = true
	}
	return true
}

// exportOutline publishes what the linker has to know.
func (k *knowledge) exportOutline() {
	names := map[uint64]bool{}
	seen := map[types.Object]bool{}
	for _, obj := range k.pass.TypesInfo.Uses {
		if seen[obj] || obj.Pkg() == nil || !k.Ours(obj.Pkg()) {
			continue
		}
		seen[obj] = true
		if local := obj.Parent() != nil && obj.Parent() != obj.Pkg().Scope(); !local {
			names[hashName(obj.Pkg().Path(), obj.Name())] = true
		}
	}
	var o Outline
	for h := range names {
		o.Names = append(o.Names, h)
	}
	slices.Sort(o.Names)
	for _, m := range interfaceMethods(k.pass.Pkg) {
		if k.asks(m.Signature()) {
			o.Asks = append(o.Asks, m.FullName())
		}
	}
	slices.Sort(o.Asks)
	k.pass.ExportPackageFact(&o)
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

// mentions reports whether the package names what a key is about.
func (o *Outline) mentions(key string) bool {
	names := keyNames(key)
	if strings.Contains(key, "(") {
		names = names[:1] // a method is not used where only its type is named
	}
	return slices.ContainsFunc(names, func(n qualified) bool {
		_, found := slices.BinarySearch(o.Names, hashName(n.path, n.name))
		return found
	})
}

func hashName(path, name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(path + "." + name))
	return h.Sum64()
}

// A qualified is a name with the path of its package; [anywhere] stands for every path.
type qualified struct{ path, name string }

// keyNames lists the names by which code may mention what a key of package flow, or a full name of a function, is about: its own
// and that of its type, since a composite literal may mention that alone. Where a key can be read in two ways, as that of a
// variable and that of a field, it gives both.
func keyNames(key string) []qualified {
	for _, kind := range []string{"param ", "result "} {
		if rest, ok := strings.CutPrefix(key, kind); ok {
			_, key, _ = strings.Cut(rest, " ")
		}
	}
	owner, name := cutLast(key)
	if strings.ContainsRune(owner, ':') {
		return []qualified{{anywhere, name}}
	}
	method := strings.HasPrefix(owner, "(")
	owner, _, _ = strings.Cut(strings.Trim(owner, "(*)"), "[")
	path, typ := cutLast(owner)
	typ, _, _ = strings.Cut(typ, "@")
	if method {
		return []qualified{{path, name}, {path, typ}}
	}
	return []qualified{{owner, name}, {path, name}, {path, typ}}
}

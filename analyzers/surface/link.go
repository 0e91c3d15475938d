package surface

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A Capability is something that a tool's handler can do, with the shortest chain of references that shows it.
type Capability struct {
	Name  string
	Chain []Link // from the handler to the function that has it
}

// A Link is one function of a chain.
type Link struct {
	Func string    // see FuncName
	Pos  token.Pos // where the one before refers to it
}

// A Linker follows handlers through a whole module.
//
// It stands on references, not on values: a function that another one names counts as called by it. A method of an
// interface stands for the methods of all types in the module that implement it. Calls of function values that come from
// elsewhere, and what linkname, assembly or cgo reach, are not seen.
type Linker struct {
	functions map[string]*Function
	own       map[string]bool // packages of the module
	types     []*types.TypeName
	sdks      func(path string) bool     // whether a package belongs to an SDK that talks to a service
	imports   func(path string) []string // what a package outside of the module imports, nil if unknown
	effects   map[string]bool            // memo of reachesSystem
	methods   map[string][]string        // memo of implementations
}

// NewLinker returns a linker for the packages of a module. Both functions are asked about packages outside of it: sdks
// whether one belongs to an SDK that talks to a service, imports what it imports.
func NewLinker(pkgs []*Package, sdks func(path string) bool, imports func(path string) []string) *Linker {
	l := &Linker{functions: map[string]*Function{}, own: map[string]bool{}, sdks: sdks, imports: imports, effects: map[string]bool{}, methods: map[string][]string{}}
	for _, p := range pkgs {
		l.own[p.Types.Path()] = true
		for name, f := range p.Functions {
			l.functions[name] = f
		}
		scope := p.Types.Scope()
		for _, name := range scope.Names() {
			if t, ok := scope.Lookup(name).(*types.TypeName); ok && !t.IsAlias() && !types.IsInterface(t.Type()) {
				l.types = append(l.types, t)
			}
		}
	}
	return l
}

// Capabilities returns what a handler can do, in the order of their names.
func (l *Linker) Capabilities(handler string) []Capability {
	type state struct {
		name string
		prev *state
		pos  token.Pos
	}
	chain := func(s *state, last string, at token.Pos) (out []Link) {
		out = []Link{{last, at}}
		for ; s != nil; s = s.prev {
			out = append(out, Link{s.name, s.pos})
		}
		slices.Reverse(out)
		return out
	}
	found := map[string]Capability{}
	seen := map[string]bool{handler: true}
	queue := []*state{{name: handler}}
	if l.functions[handler] == nil {
		return nil
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, ref := range l.functions[at.name].Calls {
			for _, name := range l.targets(ref) {
				if l.functions[name] != nil {
					if !seen[name] {
						seen[name] = true
						queue = append(queue, &state{name, at, ref.Pos})
					}
					continue
				}
				for _, c := range l.outside(name, ref) {
					if _, ok := found[c]; !ok {
						found[c] = Capability{c, chain(at, name, ref.Pos)}
					}
				}
			}
		}
	}
	var out []Capability
	for _, c := range found {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Capability) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// targets returns the functions that a reference may call: for a method of an interface, those of the types in the module
// that implement it, or itself if there is none.
func (l *Linker) targets(ref Reference) []string {
	if ref.Func == nil || ref.Func.Signature().Recv() == nil || !types.IsInterface(ref.Func.Signature().Recv().Type()) {
		return []string{ref.Name}
	}
	if out, ok := l.methods[ref.Name]; ok {
		return out
	}
	iface := ref.Func.Signature().Recv().Type().Underlying().(*types.Interface)
	var out []string
	for _, t := range l.types {
		if named, ok := t.Type().(*types.Named); ok && named.TypeParams().Len() > 0 {
			continue // what a generic type implements depends on its arguments
		}
		ptr := types.NewPointer(t.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		m, _, _ := types.LookupFieldOrMethod(ptr, false, ref.Func.Pkg(), ref.Func.Name())
		if fn, ok := m.(*types.Func); ok {
			out = append(out, FuncName(fn))
		}
	}
	if len(out) == 0 || !l.own[pathOf(ref.Func)] && standard(pathOf(ref.Func)) {
		out = []string{ref.Name} // io.Reader and the like: its implementation is followed where it is created
	}
	slices.Sort(out)
	l.methods[ref.Name] = out
	return out
}

func pathOf(fn *types.Func) string {
	if fn == nil || fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}

// standard reports whether a path is of the standard library.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// outside returns what a function outside the code under check can do.
func (l *Linker) outside(name string, ref Reference) []string {
	path := pathOf(ref.Func)
	switch {
	case path == "" || l.own[path]:
		return nil
	case ref.Opening == "read":
		return []string{FilesRead}
	case ref.Opening == "write":
		return []string{FilesWrite}
	}
	if caps, ok := capabilities().lookup(name, path); ok {
		return caps
	}
	switch {
	case standard(path):
		return nil
	case l.sdks(path):
		return []string{Network}
	case ref.Func.Signature().Recv() != nil && types.IsInterface(ref.Func.Signature().Recv().Type()):
		return []string{Unanalysed}
	case l.reachesSystem(path):
		return []string{Unanalysed}
	}
	return nil
}

// systemPackages are the packages of the standard library by which code reaches the operating system or the network.
var systemPackages = map[string]bool{
	"os": true, "os/exec": true, "net": true, "net/http": true, "net/rpc": true, "net/smtp": true, "io/ioutil": true,
	"syscall": true, "plugin": true, "database/sql": true, "path/filepath": true, "unsafe": true, "crypto/tls": true,
}

// reachesSystem reports whether a package outside of the module, or one of another module that it imports, imports a
// package by which code reaches the system.
func (l *Linker) reachesSystem(path string) bool {
	if known, ok := l.effects[path]; ok {
		return known
	}
	l.effects[path] = false // in a cycle, which packages cannot have
	imports := l.imports(path)
	reaches := imports == nil
	for _, dep := range imports {
		if systemPackages[dep] || !standard(dep) && l.reachesSystem(dep) {
			reaches = true
			break
		}
	}
	l.effects[path] = reaches
	return reaches
}

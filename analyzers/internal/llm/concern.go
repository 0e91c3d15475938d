package llm

import (
	"go/types"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// mayInvolveModel reports whether anything in the package can involve a model: it names an SDK, a place that an imported
// package sends to a model, an HTTP request, a type with the shape of a response or tool call, a call with the shape of a model
// call, or a directive. It looks at types only: no SSA form is built for other packages, which are most of most programs.
func (b *builder) mayInvolveModel() bool {
	if b.catalogue.SDKOf(b.pass.Pkg.Path()) != nil || b.in.hasLinked {
		return true // a user's catalogue may describe packages under check
	}
	for _, f := range b.pass.Files {
		if len(promptLines(b.pass.Fset, f)) > 0 {
			return true
		}
	}
	c := mentions{builder: b, names: b.in.names(), seen: map[types.Object]bool{}}
	for _, obj := range b.pass.TypesInfo.Uses {
		if !c.seen[obj] {
			c.seen[obj] = true
			if c.involvesModel(obj) {
				return true
			}
		}
	}
	types := map[types.Type]bool{}
	for _, s := range b.pass.TypesInfo.Selections {
		if t := s.Recv(); !types[t] {
			types[t] = true
			if b.isResponse(t) {
				return true
			}
		}
	}
	return b.declaresTools() || b.readsToolCalls()
}

type mentions struct {
	*builder
	names map[string]map[string]bool // that facts of imported packages are about, by package
	seen  map[types.Object]bool
}

// involvesModel reports whether a use of an object may involve a model.
func (c *mentions) involvesModel(obj types.Object) bool {
	pkg := obj.Pkg()
	if pkg == nil || pkg == c.pass.Pkg && !isMethod(obj) {
		return false
	}
	if c.isSDK(pkg) {
		return true
	}
	if c.names[pkg.Path()][obj.Name()] || c.names[anywhere][obj.Name()] {
		return true
	}
	switch obj := obj.(type) {
	case *types.Func:
		return c.isRequestPost(obj) || c.looksLikeModelCall(obj) || c.mayReturnMarked(obj) || len(c.namedInputsOf(obj)) > 0 || len(c.messageParams(obj)) > 0 || c.startsProgram(obj)
	case *types.Var:
		return obj.IsField() && c.namedFieldRole(obj) != ""
	}
	return false
}

// isRequestPost reports whether a function posts an argument over HTTP.
func (c *mentions) isRequestPost(fn *types.Func) bool {
	return slices.ContainsFunc(c.catalogue.Lookup(fn.FullName()), func(e *catalogue.Entry) bool { return e.Kind == "body" })
}

// mayReturnMarked reports whether a function of another package returns a struct with a field that third packages send to a
// model: the function may store an argument there.
func (c *mentions) mayReturnMarked(fn *types.Func) bool {
	if !c.in.markedByOthers[fn.Pkg().Path()] {
		return false
	}
	for v := range fn.Signature().Results().Variables() {
		if n, ok := types.Unalias(typex.Deref(v.Type())).(*types.Named); ok && c.names[fn.Pkg().Path()][n.Obj().Name()] {
			return true
		}
	}
	return false
}

// isSDK reports whether a package belongs to an SDK of the catalogue.
func (b *builder) isSDK(pkg *types.Package) bool {
	is, known := b.sdks[pkg]
	if !known {
		is = b.catalogue.SDKOf(pkg.Path()) != nil || b.catalogue.IsFork(pkg)
		b.sdks[pkg] = is
	}
	return is
}

// namesSDK reports whether the package uses anything of an SDK.
func (b *builder) namesSDK() bool {
	for _, obj := range b.pass.TypesInfo.Uses {
		if obj.Pkg() != nil && b.isSDK(obj.Pkg()) {
			return true
		}
	}
	return false
}

// looksLikeModelCall reports whether a call of a function, with an invisible callee, would be recognised as a model call.
func (c *mentions) looksLikeModelCall(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || flow.Standard(fn.Pkg().Path()) || !types.IsInterface(recv.Type()) && c.InModule(fn.Pkg()) {
		return false
	}
	return c.hasModelCallShape(fn)
}

func isMethod(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Recv() != nil
}

// names lists the names of marked places, calls and outputs by package path. A marked field counts under its own name and that
// of its type, since a composite literal may name the type alone; a field of an unnamed struct counts in every package.
func (in *imported) names() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	add := func(path, name string) {
		if out[path] == nil {
			out[path] = map[string]bool{}
		}
		out[path][name] = true
	}
	for _, keys := range []iter.Seq[string]{maps.Keys(in.marks), maps.Keys(in.calls), maps.Keys(in.outputs)} {
		for key := range keys {
			for _, n := range keyNames(key) {
				add(n.path, n.name)
			}
		}
	}
	return out
}

// anywhere stands for any package path.
const anywhere = ""

func cutLast(key string) (before, after string) {
	i := strings.LastIndexByte(key, '.')
	return key[:max(i, 0)], key[i+1:]
}

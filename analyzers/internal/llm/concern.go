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

// mayInvolveModel reports whether anything in the package can have to do with a model: it names an SDK, a place that an imported
// package hands to a model, a request of net/http, a type with the shape of an answer or of a tool call, a call that is a
// model's by evidence, or a directive. It asks types only. Of all other packages no SSA form is made for what they do
// themselves; most packages of most programs are such.
func (b *builder) mayInvolveModel() bool {
	if b.catalogue.SDKOf(b.pass.Pkg.Path()) != nil || b.in.hasLinked {
		return true // users may have told of packages of their own
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
	return b.readsToolCalls()
}

type mentions struct {
	*builder
	names map[string]map[string]bool // of what imported packages say something of, by package
	seen  map[types.Object]bool
}

// involvesModel reports whether the mention of an object is of concern.
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
	fn, ok := obj.(*types.Func)
	return ok && (c.isRequestPost(fn) || c.looksLikeModelCall(fn) || c.mayReturnMarked(fn))
}

// isRequestPost reports whether a function is one that posts what it is given over HTTP.
func (c *mentions) isRequestPost(fn *types.Func) bool {
	return slices.ContainsFunc(c.catalogue.Lookup(fn.FullName()), func(e *catalogue.Entry) bool { return e.Kind == "body" })
}

// mayReturnMarked reports whether a function of another package gives back a struct of which a field is handed to a model by others: it
// may put an argument there.
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

// isSDK reports whether the catalogue knows a package.
func (b *builder) isSDK(pkg *types.Package) bool {
	is, known := b.sdks[pkg]
	if !known {
		is = b.catalogue.SDKOf(pkg.Path()) != nil || b.catalogue.IsFork(pkg)
		b.sdks[pkg] = is
	}
	return is
}

// namesSDK reports whether the package names anything of an SDK.
func (b *builder) namesSDK() bool {
	for _, obj := range b.pass.TypesInfo.Uses {
		if obj.Pkg() != nil && b.isSDK(obj.Pkg()) {
			return true
		}
	}
	return false
}

// looksLikeModelCall reports whether a call of a function would be taken for one of a model, if what it reaches cannot be seen.
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

// names lists the names of what marks, calls and outputs are about, by the path of the package. A marked field counts under
// its own name and that of its type, for a composite literal may mention that alone; one of a struct without a name counts
// in every package.
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

// anywhere stands for the path of every package.
const anywhere = ""

func cutLast(key string) (before, after string) {
	i := strings.LastIndexByte(key, '.')
	return key[:max(i, 0)], key[i+1:]
}

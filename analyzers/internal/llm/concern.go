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

// concerned reports whether anything in the package can have to do with a model: it names an SDK, a place that an imported
// package hands to a model, a request of net/http, a type with the shape of an answer or of a tool call, a call that is a
// model's by evidence, or a directive. It asks types only. Of all other packages no SSA form is made for what they do
// themselves; most packages of most programs are such.
func (k *knowledge) concerned() bool {
	if k.catalogue.SDKOf(k.pass.Pkg.Path()) != nil || k.in.news {
		return true // users may have told of packages of their own
	}
	for _, f := range k.pass.Files {
		if len(promptLines(k.pass.Fset, f)) > 0 {
			return true
		}
	}
	c := concern{knowledge: k, names: k.in.names(), seen: map[types.Object]bool{}}
	for _, obj := range k.pass.TypesInfo.Uses {
		if !c.seen[obj] {
			c.seen[obj] = true
			if c.object(obj) {
				return true
			}
		}
	}
	types := map[types.Type]bool{}
	for _, s := range k.pass.TypesInfo.Selections {
		if t := s.Recv(); !types[t] {
			types[t] = true
			if k.isResponse(t) {
				return true
			}
		}
	}
	return k.readsToolCalls()
}

type concern struct {
	*knowledge
	names map[string]map[string]bool // of what imported packages say something of, by package
	seen  map[types.Object]bool
}

// object reports whether the mention of an object is of concern.
func (c *concern) object(obj types.Object) bool {
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
	return ok && (c.posts(fn) || c.mayAsk(fn) || c.makes(fn))
}

// posts reports whether a function is one that posts what it is given over HTTP.
func (c *concern) posts(fn *types.Func) bool {
	return slices.ContainsFunc(c.catalogue.Lookup(fn.FullName()), func(e *catalogue.Entry) bool { return e.Kind == "body" })
}

// makes reports whether a function of another package gives back a struct of which a field is handed to a model by others: it
// may put an argument there.
func (c *concern) makes(fn *types.Func) bool {
	if !c.in.used[fn.Pkg().Path()] {
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
func (k *knowledge) isSDK(pkg *types.Package) bool {
	is, known := k.sdks[pkg]
	if !known {
		is = k.catalogue.SDKOf(pkg.Path()) != nil || k.catalogue.IsFork(pkg)
		k.sdks[pkg] = is
	}
	return is
}

// namesSDK reports whether the package names anything of an SDK.
func (k *knowledge) namesSDK() bool {
	for _, obj := range k.pass.TypesInfo.Uses {
		if obj.Pkg() != nil && k.isSDK(obj.Pkg()) {
			return true
		}
	}
	return false
}

// mayAsk reports whether a call of a function would be taken for one of a model, if what it reaches cannot be seen.
func (c *concern) mayAsk(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || flow.Standard(fn.Pkg().Path()) || !types.IsInterface(recv.Type()) && c.InModule(fn.Pkg()) {
		return false
	}
	return c.asks(fn)
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

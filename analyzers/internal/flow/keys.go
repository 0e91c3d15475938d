package flow

import (
	"fmt"
	"go/types"
	"hash/fnv"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Keys name places that other packages can reach. They survive export data: built from full names only.

// FieldKey names a field of a struct, given the type of a struct or of a pointer to one: "pkg.Type.Field".
// The field of an unnamed struct is named by a hash of the struct, since each place that writes the type out declares it anew.
func FieldKey(t types.Type, i int) string {
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	f := st.Field(i)
	if n, ok := t.(*types.Named); ok {
		return TypeKey(n) + "." + f.Name()
	}
	h := fnv.New64a()
	h.Write([]byte(types.TypeString(st, (*types.Package).Path)))
	return fmt.Sprintf("%s%x.%s", unnamed, h.Sum64(), f.Name())
}

// unnamed begins the key of a field of an unnamed struct; no path of a package contains its colon.
const unnamed = "struct:"

// IsUnnamed reports whether a key names a field of an unnamed struct.
func IsUnnamed(key string) bool { return strings.HasPrefix(key, unnamed) }

// FieldPackage returns the path of the package that a field's key names, or "" for a struct without a name.
func FieldPackage(key string) string {
	if IsUnnamed(key) {
		return ""
	}
	key = key[:max(strings.LastIndexByte(key, '.'), 0)]  // the field's name
	return key[:max(strings.LastIndexByte(key, '.'), 0)] // the type's; a path may have dots of its own
}

// TypeKey names a type: "pkg.Type", without type arguments. A type that a function declares is also named by its enclosing scopes,
// "pkg.Type@0_3", since two functions may each declare one of that name. Its position would not do: it depends on what else was read.
func TypeKey(n *types.Named) string {
	obj := n.Origin().Obj()
	if obj.Pkg() == nil {
		return obj.Name()
	}
	key := obj.Pkg().Path() + "." + obj.Name()
	if obj.Parent() != obj.Pkg().Scope() {
		key += "@" + scopePath(obj.Parent(), obj.Pkg().Scope())
	}
	return key
}

// scopePath identifies a scope within another by the index of each scope on the way. The scopes of imported packages are unknown.
func scopePath(inner, outer *types.Scope) (path string) {
	for inner != nil && inner != outer && inner.Parent() != nil {
		i := 0
		for i < inner.Parent().NumChildren() && inner.Parent().Child(i) != inner {
			i++
		}
		path = "_" + strconv.Itoa(i) + path
		inner = inner.Parent()
	}
	return strings.TrimPrefix(path, "_")
}

// ParamKey names a parameter: "param 0 (*pkg.Client).Ask". The receiver is not counted.
func ParamKey(fn *types.Func, i int) string { return ParamOf(fn.Origin().FullName(), i) }

// ParamOf names a parameter of the function with that full name, or of the functions that are called from the place with that
// key: "param 0 pkg.Client.Hook".
func ParamOf(name string, i int) string { return "param " + strconv.Itoa(i) + " " + name }

// ResultKey names a result: "result 0 (*pkg.Client).Ask".
func ResultKey(fn *types.Func, i int) string { return ResultOf(fn.Origin().FullName(), i) }

// ResultOf names a result as ParamOf names a parameter.
func ResultOf(name string, i int) string { return "result " + strconv.Itoa(i) + " " + name }

// GlobalKey names a package variable or constant: "pkg.Name"; one of the universe by its name alone.
func GlobalKey(obj types.Object) string {
	if obj.Pkg() == nil {
		return obj.Name()
	}
	return obj.Pkg().Path() + "." + obj.Name()
}

// ParamIndex returns the index of a parameter, -1 for the receiver, and the declared function that it belongs to, or nil for
// a function literal.
func ParamIndex(p *ssa.Parameter) (*types.Func, int) {
	fn := p.Parent()
	obj, _ := fn.Object().(*types.Func)
	for i, q := range fn.Params {
		if q == p {
			if fn.Signature.Recv() != nil {
				i--
			}
			return obj, i
		}
	}
	return obj, -1
}

// ShortName returns the name of a function as Go code has it: "llm.Ask", "(*llm.Client).Ask".
func ShortName(fn *types.Func) string {
	short := func(p *types.Package) string { return p.Name() }
	sig := fn.Type().(*types.Signature)
	if recv := sig.Recv(); recv != nil {
		t := types.TypeString(recv.Type(), short)
		if i := strings.IndexByte(t, '['); i > 0 {
			t = t[:i]
		}
		return fmt.Sprintf("(%s).%s", t, fn.Name())
	}
	if fn.Pkg() == nil {
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}

// CallOf returns the call that a value is a result of, with the index of the result; or nil.
func CallOf(v ssa.Value) (*ssa.Call, int) {
	switch v := v.(type) {
	case *ssa.Call:
		return v, 0
	case *ssa.Extract:
		call, _ := v.Tuple.(*ssa.Call)
		return call, v.Index
	}
	return nil, 0
}

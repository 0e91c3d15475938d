package hardcodedendpoint

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A follower looks for what a URL starts with: constants on every path, or something that can be set.
type follower struct {
	program *flow.Program
	urls    []string // what it starts with, as far as that is constant
	whole   bool     // nothing was found to follow these
	seen    map[ssa.Value]bool
}

// follow reports whether all that a URL can start with is constant, and collects the constants.
func (f *follower) follow(v ssa.Value) bool {
	if f.seen[v] {
		return true
	}
	f.seen[v] = true
	if text, ok := f.program.String(v); ok {
		f.urls = append(f.urls, text)
		f.whole = f.whole && !strings.Contains(text, "%")
		return hostOf(text) != ""
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		f.whole = false
		return v.Op == token.ADD && f.follow(v.X)
	case *ssa.Convert:
		return f.follow(v.X)
	case *ssa.ChangeType:
		return f.follow(v.X)
	case *ssa.MakeInterface:
		return f.follow(v.X)
	case *ssa.Phi:
		for _, e := range v.Edges {
			if !f.follow(e) {
				return false
			}
		}
		return true
	case *ssa.Call:
		return f.call(v)
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return false
		}
		switch at := v.X.(type) {
		case *ssa.Alloc:
			return f.all(flow.StoredValues(at))
		case *ssa.FieldAddr:
			return f.field(at)
		}
	case *ssa.Parameter:
		return f.parameter(v)
	}
	return false
}

func (f *follower) all(vs []ssa.Value) bool {
	for _, v := range vs {
		if !f.follow(v) {
			return false
		}
	}
	return len(vs) > 0
}

// call follows what a format starts with, and what is left of a text that is trimmed at its end.
func (f *follower) call(call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return false
	}
	switch fn.FullName() {
	case "strings.TrimSuffix", "strings.TrimRight", "strings.TrimSpace":
		return f.follow(call.Call.Args[0])
	case "fmt.Sprintf":
		f.whole = false
		format, ok := f.program.String(call.Call.Args[0])
		if !ok {
			return f.follow(call.Call.Args[0])
		}
		if strings.HasPrefix(format, "%s") || strings.HasPrefix(format, "%v") {
			first := element(call.Call.Args[1])
			return first != nil && f.follow(first)
		}
		return f.follow(call.Call.Args[0])
	}
	return false
}

// element returns the first value of a variadic argument that is written out, or nil.
func element(list ssa.Value) ssa.Value {
	s, ok := list.(*ssa.Slice)
	if !ok {
		return nil
	}
	for _, in := range flow.Uses(s.X) {
		at, ok := in.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		if i, ok := at.Index.(*ssa.Const); ok && i.Int64() == 0 {
			if stored := flow.StoredValues(at); len(stored) == 1 {
				return stored[0]
			}
		}
	}
	return nil
}

// field follows what the package stores in a field that no other package can set.
func (f *follower) field(at *ssa.FieldAddr) bool {
	st, ok := at.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	if !ok || st.Field(at.Field).Exported() {
		return false
	}
	return f.all(f.program.StoredInField(flow.FieldKey(at.X.Type(), at.Field)))
}

// parameter follows what the callers of a function pass, if all of them are in sight.
func (f *follower) parameter(p *ssa.Parameter) bool {
	fn, _ := flow.ParamIndex(p)
	if fn == nil || fn.Exported() {
		return false
	}
	var passed []ssa.Value
	for _, call := range f.program.Callers(p.Parent()) {
		args := call.Common().Args
		i := 0
		for p.Parent().Params[i] != p {
			i++
		}
		if call.Common().IsInvoke() || i >= len(args) {
			return false
		}
		passed = append(passed, args[i])
	}
	return f.all(passed)
}

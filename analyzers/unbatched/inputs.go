package unbatched

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// inputsOf returns the inputs that a request holds, if they are written out one by one; nil where their number is unknown.
func inputsOf(pass *rule.Pass, info *llm.Info, c *llm.Call) []ssa.Value {
	if c.Request == nil {
		return nil
	}
	if _, ok := c.Request.Type().Underlying().(*types.Slice); ok {
		return elements(c.Request)
	}
	for v := c.Request; ; {
		switch w := v.(type) {
		case *ssa.MakeInterface:
			v = w.X
		case *ssa.UnOp:
			v = w.X
		case *ssa.Alloc:
			return inputFields(pass, info, w)
		default:
			return nil
		}
	}
}

// inputFields returns the inputs stored in a request that is made in this function.
func inputFields(pass *rule.Pass, info *llm.Info, req *ssa.Alloc) []ssa.Value {
	var out []ssa.Value
	for _, in := range flow.Uses(req) {
		switch in := in.(type) {
		case *ssa.FieldAddr:
			key := flow.FieldKey(in.X.Type(), in.Field)
			for _, e := range info.Catalogue().Lookup(key) {
				if e.Kind != "data" {
					continue
				}
				out = append(out, nested(pass, info, in)...)
			}
		case *ssa.Store:
			if load, ok := in.Val.(*ssa.UnOp); ok && in.Addr == req {
				if from, ok := load.X.(*ssa.Alloc); ok {
					out = append(out, inputFields(pass, info, from)...)
				}
			}
		}
	}
	return out
}

// nested returns the inputs in a field: text, a list, or a union of both that is filled field by field.
func nested(pass *rule.Pass, info *llm.Info, field *ssa.FieldAddr) []ssa.Value {
	var out []ssa.Value
	for _, v := range flow.StoredValues(field) {
		out = append(out, elements(v)...)
	}
	for _, in := range flow.Uses(field) {
		if part, ok := in.(*ssa.FieldAddr); ok && slices.ContainsFunc(info.Catalogue().Lookup(flow.FieldKey(part.X.Type(), part.Field)), isInput) {
			out = append(out, nested(pass, info, part)...)
		}
	}
	return out
}

func isInput(e *catalogue.Entry) bool { return e.Kind == "data" }

// elements returns the values of a list that is written out, or a text itself.
func elements(v ssa.Value) []ssa.Value {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return elements(v.X)
	case *ssa.ChangeType:
		return elements(v.X)
	case *ssa.UnOp:
		if a, ok := v.X.(*ssa.Alloc); ok && !typex.IsString(v.Type()) { // a struct around it
			for _, in := range flow.Uses(a) {
				if f, ok := in.(*ssa.FieldAddr); ok {
					for _, s := range flow.StoredValues(f) {
						return elements(s)
					}
				}
			}
			return nil
		}
	case *ssa.Slice:
		if _, ok := v.X.(*ssa.Alloc); !ok {
			return nil
		}
		var out []ssa.Value
		for _, s := range ssax.Elements(v) {
			out = append(out, inner(s))
		}
		return out
	case *ssa.Call: // a wrapper, as openai.String
		if fn := flow.FuncObject(v.Common()); fn != nil && len(v.Call.Args) == 1 && typex.IsString(v.Call.Args[0].Type()) {
			return []ssa.Value{v.Call.Args[0]}
		}
		return nil
	}
	if typex.IsString(v.Type()) {
		return []ssa.Value{v}
	}
	return nil
}

// inner returns what an entry of a list is made of, if that is one text.
func inner(v ssa.Value) ssa.Value {
	if c, ok := v.(*ssa.Call); ok && len(c.Call.Args) > 0 && typex.IsString(c.Call.Args[0].Type()) {
		return c.Call.Args[0]
	}
	return v
}

// inLoop reports whether control can come back to a block.
func inLoop(b *ssa.BasicBlock) bool { return reaches(b, b) }

func reaches(from, to *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var visit func(b *ssa.BasicBlock) bool
	visit = func(b *ssa.BasicBlock) bool {
		for _, s := range b.Succs {
			if s == to {
				return true
			}
			if !seen[s] {
				seen[s] = true
				if visit(s) {
					return true
				}
			}
		}
		return false
	}
	return visit(from)
}

// ofTurn reports whether a value is an entry of a list or map that the loop around a block goes through.
func ofTurn(v ssa.Value, around *ssa.BasicBlock) bool {
	seen := map[ssa.Value]bool{}
	var visit func(v ssa.Value) bool
	visit = func(v ssa.Value) bool {
		in, ok := v.(ssa.Instruction)
		if !ok || seen[v] || in.Block() == nil || in.Block() != around && !(reaches(around, in.Block()) && reaches(in.Block(), around)) {
			return false
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Next:
			return true
		case *ssa.IndexAddr:
			if _, fixed := v.Index.(*ssa.Const); !fixed {
				return true
			}
		case *ssa.Phi:
			return false // a retry sends what was sent before
		}
		for _, op := range in.Operands(nil) {
			if *op != nil && visit(*op) {
				return true
			}
		}
		if a, ok := v.(*ssa.Alloc); ok {
			return slices.ContainsFunc(flow.StoredValues(a), visit)
		}
		return false
	}
	return visit(v)
}

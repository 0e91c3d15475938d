package hardcodedmodel

import (
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// The sites of a package are the places at which a field is set or a function called, by where they stand.
type sites struct {
	fields map[token.Pos][]*ssa.FieldAddr
	calls  map[token.Pos][]*ssa.Call
}

func sitesOf(p *flow.Program) *sites {
	out := &sites{fields: map[token.Pos][]*ssa.FieldAddr{}, calls: map[token.Pos][]*ssa.Call{}}
	for _, fn := range p.Funcs {
		for in := range ssax.Instructions(fn) {
			switch in := in.(type) {
			case *ssa.Store:
				if f, ok := in.Addr.(*ssa.FieldAddr); ok {
					out.fields[in.Pos()] = append(out.fields[in.Pos()], f)
				}
			case *ssa.Call:
				out.calls[in.Pos()] = append(out.calls[in.Pos()], in)
			}
		}
	}
	return out
}

// isOption reports whether the request in which the model stands is passed to functions that are values, as the options of a
// caller are: they may set another.
func (s *sites) isOption(m *llm.Model) bool {
	return len(m.Trace) > 0 && slices.ContainsFunc(s.fields[m.Trace[len(m.Trace)-1].Pos], func(f *ssa.FieldAddr) bool {
		return passedToValue(f.X, map[ssa.Value]bool{})
	})
}

// setting reports whether the model goes into a field of a configuration, which users edit.
func (s *sites) setting(info *llm.Info, m *llm.Model) bool {
	places := []token.Pos{m.Pos}
	for _, step := range m.Trace {
		places = append(places, step.Pos)
	}
	return slices.ContainsFunc(places, func(pos token.Pos) bool {
		return slices.ContainsFunc(s.fields[pos], func(f *ssa.FieldAddr) bool { return isConfigField(info, f.X.Type(), f.Field) })
	})
}

// formats are the tag keys of the formats in which programs keep their configuration; json is one of requests too.
var formats = []string{"yaml", "toml", "env", "envconfig", "mapstructure", "koanf", "hcl", "ini", "default"}

// wire are JSON names that a request to a model has and a configuration has not.
var wire = []string{"messages", "contents", "input", "inputs", "prompt", "instances", "stream"}

// isConfigField reports whether a field of a struct is an entry of a configuration: it has a tag that says so, and the struct is no
// request.
func isConfigField(info *llm.Info, t types.Type, field int) bool {
	if n := typex.Named(t); n != nil && n.Obj().Pkg() != nil && info.Catalogue().SDKOf(n.Obj().Pkg().Path()) != nil {
		return false
	}
	st := typex.Struct(t)
	tag := reflect.StructTag(st.Tag(field))
	for _, key := range formats {
		if _, ok := tag.Lookup(key); ok {
			return true
		}
	}
	if _, ok := tag.Lookup("json"); !ok {
		return false
	}
	for i := range st.NumFields() {
		if slices.Contains(wire, jsonName(st.Tag(i))) {
			return false
		}
	}
	return true
}

// ownsVectors reports whether a package keeps the vectors that it computes: no exported function returns any. They are of use with
// the model that made them only, so that a constant is right.
func ownsVectors(pass *rule.Pass) bool {
	for id, obj := range pass.TypesInfo.Defs {
		fn, ok := obj.(*types.Func)
		if !ok || !id.IsExported() {
			continue
		}
		for r := range fn.Signature().Results().Variables() {
			if isVector(r.Type()) {
				return false
			}
		}
	}
	return true
}

// isVector reports whether a type is a list of floating-point numbers, or of such lists.
func isVector(t types.Type) bool {
	list, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	number, ok := list.Elem().Underlying().(*types.Basic)
	return ok && number.Info()&types.IsFloat != 0 || isVector(list.Elem())
}

func jsonName(tag string) string {
	name, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
	return name
}

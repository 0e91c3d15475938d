// Package shape tells by their types alone what talks to a language model: which struct is a chat message, a request, a
// response or a tool call, and which function asks a model.
//
// No single name decides. Each judgement adds up marks, and a threshold says how many are enough: an author whose type is an
// enumeration of roles, content beside it, options that only models have (see words.go), token counts, a reason to finish. The marks
// were weighed on types of real programs, and so that what looks alike stays below: transcripts that are saved, webhooks, mail, chat
// servers, forms.
package shape

import (
	"go/types"
	"reflect"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A Judge judges types. It remembers what it has judged, so one is made for each package under check. The zero value is ready.
type Judge struct {
	enums     map[*types.Package]map[*types.TypeName][]string
	messages  map[types.Type]Message
	requests  map[types.Type]Request
	responses map[types.Type]int
	packages  map[*types.Package]bool
	tools     map[types.Type]bool
}

// remembered returns what judge says of a type, asked once.
func remembered[T any](memo *map[types.Type]T, t types.Type, judge func(types.Type) T) T {
	if got, ok := (*memo)[t]; ok {
		return got
	}
	if *memo == nil {
		*memo = map[types.Type]T{}
	}
	got := judge(t)
	(*memo)[t] = got
	return got
}

// A Field is a field of a struct, or of one embedded in it.
type Field struct {
	Name  string     // as JSON calls it, or as Go does; lower case, without _ and -
	Type  types.Type // of the field
	Of    types.Type // the struct that declares it
	Index int        // in that struct
}

// Fields returns the fields of a struct, or of a pointer to one, those of embedded structs in place of these. A field that
// JSON leaves out is left out.
func Fields(t types.Type) []Field {
	var out []Field
	seen := map[*types.Struct]bool{} // a struct may embed a pointer to itself
	var add func(t types.Type)
	add = func(t types.Type) {
		t = typex.Deref(t)
		st, ok := t.Underlying().(*types.Struct)
		if !ok || seen[st] {
			return
		}
		seen[st] = true
		for i := range st.NumFields() {
			tag, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
			f := st.Field(i)
			switch {
			case tag == "-":
			case tag == "" && f.Embedded():
				add(f.Type())
			case tag == "":
				out = append(out, Field{plain(f.Name()), f.Type(), t, i})
			default:
				out = append(out, Field{plain(tag), f.Type(), t, i})
			}
		}
	}
	add(t)
	return out
}

// isID reports whether the field is called as an identifier is.
func (f Field) isID() bool {
	name := f.Of.Underlying().(*types.Struct).Field(f.Index).Name()
	return f.Name == "id" || strings.HasSuffix(name, "ID") || strings.HasSuffix(name, "Id")
}

// named returns the first field with one of the names.
func named(fields []Field, names ...string) (Field, bool) {
	for _, f := range fields {
		for _, name := range names {
			if f.Name == name {
				return f, true
			}
		}
	}
	return Field{}, false
}

var separators = strings.NewReplacer("_", "", "-", "", ".", "")

// plain is a name in the form in which names are compared.
func plain(name string) string {
	return strings.ToLower(separators.Replace(name))
}

// Elem returns the type of the elements of a slice or array, or nil.
func Elem(t types.Type) types.Type {
	switch u := typex.Deref(t).Underlying().(type) {
	case *types.Slice:
		return u.Elem()
	case *types.Array:
		return u.Elem()
	}
	return nil
}

// IsText reports whether a type is a string, of whatever name, bytes, or a pointer to a string.
func IsText(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		b, ok := p.Elem().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsString != 0
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// isStruct reports whether a type is a struct or a pointer to one.
func isStruct(t types.Type) bool {
	_, ok := typex.Deref(t).Underlying().(*types.Struct)
	return ok
}

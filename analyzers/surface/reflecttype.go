package surface

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/types"
	"log/slog"
	"math/big"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"time"
)

// known are types of the standard library that reflectors know or that have methods which change their JSON.
var known = map[string]reflect.Type{
	"time.Time": reflect.TypeFor[time.Time](), "time.Duration": reflect.TypeFor[time.Duration](),
	"encoding/json.RawMessage": reflect.TypeFor[json.RawMessage](), "encoding/json.Number": reflect.TypeFor[json.Number](),
	"log/slog.Level": reflect.TypeFor[slog.Level](), "math/big.Int": reflect.TypeFor[big.Int](),
	"math/big.Rat": reflect.TypeFor[big.Rat](), "math/big.Float": reflect.TypeFor[big.Float](),
	"net/url.URL": reflect.TypeFor[url.URL](),
}

var basic = map[types.BasicKind]reflect.Type{
	types.Bool: reflect.TypeFor[bool](), types.String: reflect.TypeFor[string](),
	types.Int: reflect.TypeFor[int](), types.Int8: reflect.TypeFor[int8](), types.Int16: reflect.TypeFor[int16](),
	types.Int32: reflect.TypeFor[int32](), types.Int64: reflect.TypeFor[int64](),
	types.Uint: reflect.TypeFor[uint](), types.Uint8: reflect.TypeFor[uint8](), types.Uint16: reflect.TypeFor[uint16](),
	types.Uint32: reflect.TypeFor[uint32](), types.Uint64: reflect.TypeFor[uint64](), types.Uintptr: reflect.TypeFor[uintptr](),
	types.Float32: reflect.TypeFor[float32](), types.Float64: reflect.TypeFor[float64](),
	types.Complex64: reflect.TypeFor[complex64](), types.Complex128: reflect.TypeFor[complex128](),
}

var errRecursive = errors.New("the type contains itself")

// reflectType makes a type at run time that has the structure and the tags of t, so that a reflector can be asked about it. It
// has neither the name nor the methods of t, unless t is one of the known types. above are the named types that t stands in.
func reflectType(t types.Type, above []*types.Named) (out reflect.Type, err error) {
	defer func() {
		if x := recover(); x != nil { // reflect.StructOf panics on what it does not support
			out, err = nil, fmt.Errorf("the type cannot be rebuilt: %v", x)
		}
	}()
	if named, ok := types.Unalias(t).(*types.Named); ok {
		if named.Obj().Pkg() != nil {
			if rt := known[named.Obj().Pkg().Path()+"."+named.Obj().Name()]; rt != nil {
				return rt, nil
			}
		}
		if slices.Contains(above, named) {
			return nil, errRecursive
		}
		above = append(slices.Clone(above), named)
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if rt := basic[u.Kind()]; rt != nil {
			return rt, nil
		}
	case *types.Pointer:
		elem, err := reflectType(u.Elem(), above)
		if err != nil {
			return nil, err
		}
		return reflect.PointerTo(elem), nil
	case *types.Slice:
		elem, err := reflectType(u.Elem(), above)
		if err != nil {
			return nil, err
		}
		return reflect.SliceOf(elem), nil
	case *types.Array:
		elem, err := reflectType(u.Elem(), above)
		if err != nil {
			return nil, err
		}
		return reflect.ArrayOf(int(u.Len()), elem), nil
	case *types.Map:
		key, err := reflectType(u.Key(), above)
		if err != nil {
			return nil, err
		}
		elem, err := reflectType(u.Elem(), above)
		if err != nil {
			return nil, err
		}
		return reflect.MapOf(key, elem), nil
	case *types.Interface:
		return reflect.TypeFor[any](), nil
	case *types.Struct:
		return reflectStruct(u, above)
	case *types.Signature:
		return reflect.TypeFor[func()](), nil
	case *types.Chan:
		return reflect.TypeFor[chan any](), nil
	}
	return nil, fmt.Errorf("a %s cannot be rebuilt", t)
}

// reflectStruct rebuilds a struct without its unexported fields, which no reflector looks at. An embedded struct stays one, since
// reflectors differ in what they make of one that has a JSON name; the name of an unexported type is made an exported one.
func reflectStruct(st *types.Struct, above []*types.Named) (reflect.Type, error) {
	var fields []reflect.StructField
	for i := range st.NumFields() {
		v := st.Field(i)
		embedded := v.Embedded() && isPlainStruct(v.Type())
		if !v.Exported() && !embedded {
			continue
		}
		rt, err := reflectType(v.Type(), above)
		if err != nil {
			return nil, err
		}
		name := v.Name()
		if !v.Exported() {
			name = strings.ToUpper(name[:1]) + name[1:]
		}
		fields = append(fields, reflect.StructField{Name: name, Type: rt, Tag: reflect.StructTag(st.Tag(i)), Anonymous: embedded})
	}
	return reflect.StructOf(fields), nil
}

// isPlainStruct reports whether a type is a struct, or a pointer to one, that is rebuilt without methods, which package reflect asks
// of embedded types.
func isPlainStruct(t types.Type) bool {
	if named, ok := types.Unalias(deref(t)).(*types.Named); ok && named.Obj().Pkg() != nil && known[named.Obj().Pkg().Path()+"."+named.Obj().Name()] != nil {
		return false
	}
	_, ok := deref(t).Underlying().(*types.Struct)
	return ok
}

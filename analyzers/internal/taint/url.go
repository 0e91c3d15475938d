package taint

import (
	"go/constant"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// staysBehindHost reports whether an edge puts text into a URL where it can change neither the scheme nor the host: behind a constant that has a host, or
// behind another value, such as a configured address. There it is a path, or a part of a query.
func (t *tracker) staysBehindHost(e flow.Edge) bool {
	if e.Sum != nil {
		return e.From.Value == e.Sum.Y && e.Sum.X != e.Sum.Y && isBehindHost(t.beginning(e.Sum.X))
	}
	switch in := e.Instr.(type) {
	case *ssa.Store:
		switch addr := in.Addr.(type) {
		case *ssa.FieldAddr:
			key := flow.FieldKey(addr.X.Type(), addr.Field)
			field, ok := strings.CutPrefix(key, "net/url.URL.")
			return ok && !slices.Contains([]string{"Scheme", "Opaque", "Host"}, field)
		case *ssa.IndexAddr:
			return t.isArgumentBehindHost(addr)
		}
	case ssa.CallInstruction:
		fn := flow.FuncObject(in.Common())
		if fn == nil {
			return false
		}
		args := flow.Arguments(in.Common())
		switch fn.FullName() {
		case "net/url.JoinPath", "(*net/url.URL).JoinPath":
			return e.From.Value == args[1]
		case "strings.Replace", "strings.ReplaceAll":
			text, ok := t.flow.String(args[0])
			placeholder, ok2 := t.flow.String(args[1])
			before, _, _ := strings.Cut(text, placeholder)
			return e.From.Value == args[2] && (!ok || ok2 && isBehindHost(before))
		}
	}
	return false
}

// isArgumentBehindHost reports whether one of a variable number of arguments is filled in, or joined to the others, behind the host.
func (t *tracker) isArgumentBehindHost(at *ssa.IndexAddr) bool {
	index, ok := at.Index.(*ssa.Const)
	if !ok || index.Value == nil {
		return false
	}
	i, _ := constant.Int64Val(index.Value)
	for _, use := range flow.Uses(at.X) {
		list, ok := use.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, use := range flow.Uses(list) {
			call, ok := use.(*ssa.Call)
			if !ok {
				continue
			}
			fn := flow.FuncObject(call.Common())
			if fn == nil {
				return false
			}
			switch fn.FullName() {
			case "fmt.Sprintf":
				format, ok := t.flow.String(call.Call.Args[0])
				before, ok2 := beforeVerb(format, int(i))
				return ok && ok2 && isBehindHost(before)
			case "strings.Join":
				return i > 0 && isBehindHost(t.firstElement(at.X))
			case "strings.NewReplacer":
				return i%2 == 1
			}
		}
	}
	return false
}

// unknown stands for an unknown value in the start of a URL.
const unknown = "\x00"

// beginning returns a text as far as its constants tell, with unknown for each other part.
func (t *tracker) beginning(v ssa.Value) string {
	if sum, ok := v.(*ssa.BinOp); ok {
		return t.beginning(sum.X) + t.beginning(sum.Y)
	}
	if text, ok := t.flow.String(v); ok {
		return text
	}
	return unknown
}

// firstElement returns the beginning of the first element that is stored in an array.
func (t *tracker) firstElement(array ssa.Value) string {
	for _, use := range flow.Uses(array) {
		at, ok := use.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		if c, ok := at.Index.(*ssa.Const); !ok || c.Int64() != 0 {
			continue
		}
		for _, use := range flow.Uses(at) {
			if store, ok := use.(*ssa.Store); ok {
				return t.beginning(store.Val)
			}
		}
	}
	return unknown
}

// beforeVerb returns what stands in a format before the verb of the i-th argument, with unknown for the verbs before; ok is false if the format has no such
// verb, or numbers its arguments.
func beforeVerb(format string, i int) (before string, ok bool) {
	var b strings.Builder
	for n := 0; n < len(format); n++ {
		if format[n] != '%' {
			b.WriteByte(format[n])
			continue
		}
		for n++; n < len(format) && strings.IndexByte("+-# .0123456789", format[n]) >= 0; n++ {
		}
		switch {
		case n == len(format) || format[n] == '[' || format[n] == '*':
			return "", false
		case format[n] == '%':
			b.WriteByte('%')
			continue
		case i == 0:
			return b.String(), true
		}
		i--
		b.WriteString(unknown)
	}
	return "", false
}

// isBehindHost reports whether what follows the beginning of a URL can change neither its scheme nor its host. Behind a letter of a host it could name a
// longer one; but there, programs append paths.
func isBehindHost(beginning string) bool {
	_, rest, ok := strings.Cut(beginning, "://")
	switch {
	case !ok:
		return !strings.HasPrefix("https://", beginning) && !strings.HasPrefix("http://", beginning)
	case strings.ContainsAny(rest, "/?#"):
		return true
	}
	return rest != "" && !strings.ContainsRune(".-_@:", rune(rest[len(rest)-1]))
}

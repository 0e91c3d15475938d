package htmlprompt

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// resultWidth bounds the places that the results of tools are followed back through.
const resultWidth = 3000

// checkEncoded reports text that encoding/json encodes for a model: by default it writes <, > and & as \u003c, \u003e and \u0026. In the body of a
// request the vendor's parser undoes that; inside a text, nobody does. One helper mends all of a file, so there is one finding a file.
func checkEncoded(pass *rule.Pass, info *llm.Info) {
	results := sync.OnceValue(func() map[ssa.Value]bool { return toolResults(info) }) // not needed where nothing is encoded
	read := func(v ssa.Value) bool {
		return v != nil && (results()[v] || info.ReachesPrompt(v) && isFilledIn(info, v, map[ssa.Value]bool{}))
	}
	byFile := map[string]*rule.Finding{}
	var order []*rule.Finding
	for _, fn := range info.Flow().Funcs {
		for in := range ssax.Instructions(fn) {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			data, text := encoded(call)
			if data == nil || !read(text) || !mayHoldSpecial(data) {
				continue
			}
			severity := rule.Info
			if holdsCode(data.Type()) {
				severity = rule.Warning
			}
			file := pass.Fset.Position(call.Pos()).Filename
			if f := byFile[file]; f != nil {
				if severity == rule.Warning {
					f.Severity = severity
				}
				f.Pieces = append(f.Pieces, rule.Step{Pos: call.Pos(), Message: "another text is escaped here"})
				continue
			}
			first := &rule.Finding{Pos: call.Pos(), Severity: severity, Message: flow.FuncObject(call.Common()).Name() + ` of encoding/json escapes this text for a browser, so the model reads \u003c for < and \u0026 for &; ` +
				"use an Encoder with SetEscapeHTML(false)"}
			byFile[file] = first
			order = append(order, first)
		}
	}
	for _, f := range order {
		pass.ReportAround(f.Pos, *f)
	}
}

// toolResults returns the values that the results of tools come from, back to where they are encoded.
func toolResults(info *llm.Info) map[ssa.Value]bool {
	results := map[ssa.Value]bool{}
	for _, v := range info.ToolResults() {
		info.Flow().Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
			results[at.Loc.Value] = true
			return at.Loc.Key == "" && at.Edge.Kind != flow.Encoded
		}, resultWidth)
	}
	return results
}

// isFilledIn reports whether a text becomes a part of another one, or of a message of an SDK. What is passed on as it is may be decoded again.
func isFilledIn(info *llm.Info, v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	return slices.ContainsFunc(flow.Uses(v), func(use ssa.Instruction) bool {
		switch use := use.(type) {
		case *ssa.BinOp:
			return use.Op == token.ADD
		case *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Phi, *ssa.Slice:
			return isFilledIn(info, use.(ssa.Value), seen)
		case *ssa.Store:
			switch to := use.Addr.(type) {
			case *ssa.IndexAddr: // of a variadic call
				return use.Val == v && isFilledIn(info, to.X, seen)
			case *ssa.FieldAddr:
				n := typex.Named(to.X.Type())
				return use.Val == v && typex.IsString(v.Type()) && n != nil && n.Obj().Pkg() != nil && n.Obj().Pkg() != info.Flow().Types
			}
		case *ssa.Call:
			fn := flow.FuncObject(use.Common())
			switch {
			case fn == nil || fn.Pkg() == nil || info.Flow().CallsModule(use.Common()):
				return false
			case fn.Name() == "String" || fn.Name() == "Bytes":
				return isFilledIn(info, use, seen)
			}
			return fn.Pkg().Path() != "encoding/json" && fn.Name() != "Write"
		}
		return false
	})
}

// encoded returns what a call encodes as JSON with escapes for HTML, and the place of the text; or nils.
func encoded(call *ssa.Call) (data, text ssa.Value) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return nil, nil
	}
	switch fn.FullName() {
	case "encoding/json.Marshal", "encoding/json.MarshalIndent":
		for _, use := range flow.Uses(call) {
			if x, ok := use.(*ssa.Extract); ok && x.Index == 0 {
				return ssax.Unboxed(call.Call.Args[0]), x
			}
		}
	case "(*encoding/json.Encoder).Encode":
		made, ok := call.Call.Args[0].(*ssa.Call)
		if !ok || switchesOff(made) {
			return nil, nil
		}
		if f := flow.FuncObject(made.Common()); f != nil && f.FullName() == "encoding/json.NewEncoder" {
			return ssax.Unboxed(call.Call.Args[1]), ssax.Unboxed(made.Call.Args[0])
		}
	}
	return nil, nil
}

// switchesOff reports whether something sets an option of an encoder, or gets it.
func switchesOff(encoder *ssa.Call) bool {
	return slices.ContainsFunc(flow.Uses(encoder), func(use ssa.Instruction) bool {
		c, ok := use.(ssa.CallInstruction)
		if !ok {
			return false
		}
		fn := flow.FuncObject(c.Common())
		return fn == nil || fn.FullName() != "(*encoding/json.Encoder).Encode" && fn.FullName() != "(*encoding/json.Encoder).SetIndent"
	})
}

// mayHoldSpecial reports whether data can have text in it that is not written in the program.
func mayHoldSpecial(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return false
	case *ssa.MakeMap:
		return slices.ContainsFunc(flow.Uses(v), func(use ssa.Instruction) bool {
			switch use := use.(type) {
			case *ssa.MapUpdate:
				return mayHoldSpecial(ssax.Unboxed(use.Key)) || mayHoldSpecial(ssax.Unboxed(use.Value))
			case *ssa.MakeInterface, *ssa.DebugRef:
				return false
			}
			return true // filled elsewhere
		})
	}
	return encodesText(v.Type())
}

// encodesText reports whether the JSON of a type may have text in it: a string, or an unknown type.
func encodesText(t types.Type) bool {
	found := false
	typex.Walk(t, func(t types.Type) []types.Type {
		if n := typex.Named(t); n != nil && n.Obj().Pkg() != nil {
			switch n.Obj().Pkg().Path() + "." + n.Obj().Name() {
			case "time.Time", "encoding/json.RawMessage", "encoding/json.Number":
				return nil
			}
		}
		switch u := t.Underlying().(type) {
		case *types.Basic:
			found = found || u.Info()&types.IsString != 0
		case *types.Interface:
			found = true
		case *types.Slice:
			if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Byte {
				return nil // base64
			}
		}
		return exportedElems(t)
	})
	return found
}

// exportedElems returns the types in a type that encoding/json encodes.
func exportedElems(t types.Type) (out []types.Type) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return typex.Elems(t)
	}
	for f := range st.Fields() {
		if f.Exported() || f.Embedded() {
			out = append(out, f.Type())
		}
	}
	return out
}

// codeNames are words in the names of fields that hold code, where these characters are frequent and their escapes change what it says.
var codeNames = []string{"code", "source", "sql", "query", "diff", "patch", "command", "script", "snippet", "html", "xml"}

// holdsCode reports whether the JSON of a type has a text that, by its name, is code.
func holdsCode(t types.Type) bool {
	found := false
	typex.Walk(t, func(t types.Type) []types.Type {
		if st, ok := t.Underlying().(*types.Struct); ok {
			for f := range st.Fields() {
				name := strings.ToLower(f.Name())
				found = found || f.Exported() && typex.IsString(f.Type()) && slices.ContainsFunc(codeNames, func(w string) bool { return strings.HasSuffix(name, w) })
			}
		}
		return exportedElems(t)
	})
	return found
}

package schematag

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// strict reports schemas that are sent with a strict flag and leave a field optional: OpenAI refuses these.
func strict(pass *rule.Pass, all []reflection, values map[types.Object]ast.Expr) {
	made := map[*ast.CallExpr]reflection{}
	for _, r := range all {
		made[r.call] = r
	}
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			flag, schema := member(lit, "Strict"), member(lit, "Schema", "Parameters")
			if flag == nil || schema == nil || !isTrue(pass, flag.Value) {
				return true
			}
			r, ok := reflectedIn(pass, schema.Value, made, values)
			if !ok {
				return true
			}
			if field := firstOptional(r.typ); field != "" {
				pass.Report(rule.Finding{Pos: flag.Pos(), End: flag.End(), Severity: rule.Error,
					Message: fmt.Sprintf("Strict is set, but the schema of %s leaves %s optional (omitempty), which OpenAI refuses; remove omitempty or make the field a pointer that is required",
						types.TypeString(r.typ, types.RelativeTo(pass.Pkg)), field),
					Trace: []rule.Step{{Pos: r.call.Pos(), Message: "the schema is made by " + r.name}}})
			}
			return true
		})
	}
}

func member(lit *ast.CompositeLit, names ...string) *ast.KeyValueExpr {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok {
				for _, name := range names {
					if key.Name == name {
						return kv
					}
				}
			}
		}
	}
	return nil
}

// isTrue reports whether an expression is true, or a call that only wraps it.
func isTrue(pass *rule.Pass, e ast.Expr) bool {
	v := pass.TypesInfo.Types[unwrapped(e)].Value
	return v != nil && v.Kind() == constant.Bool && constant.BoolVal(v)
}

// unwrapped returns the only argument of a call, such as openai.String(""), and any other expression as it is.
func unwrapped(e ast.Expr) ast.Expr {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 {
		return call.Args[0]
	}
	return e
}

// onlyValues returns the only values of the variables of the package that get one.
func onlyValues(pass *rule.Pass) map[types.Object]ast.Expr {
	out := map[types.Object]ast.Expr{}
	set := func(id ast.Expr, v ast.Expr) {
		name, ok := id.(*ast.Ident)
		if !ok {
			return
		}
		obj := pass.TypesInfo.ObjectOf(name)
		if obj == nil {
			return
		}
		if _, twice := out[obj]; twice {
			v = nil
		}
		out[obj] = v
	}
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if len(n.Lhs) == len(n.Rhs) && (n.Tok == token.DEFINE || n.Tok == token.ASSIGN) {
					for i := range n.Lhs {
						set(n.Lhs[i], n.Rhs[i])
					}
				} else if len(n.Rhs) == 1 && len(n.Lhs) == 2 { // with an error
					set(n.Lhs[0], n.Rhs[0])
				}
			case *ast.ValueSpec:
				if len(n.Names) == len(n.Values) {
					for i := range n.Names {
						set(n.Names[i], n.Values[i])
					}
				}
			}
			return true
		})
	}
	return out
}

// reflectedIn returns the reflection that an expression is, by itself or through a variable.
func reflectedIn(pass *rule.Pass, e ast.Expr, made map[*ast.CallExpr]reflection, values map[types.Object]ast.Expr) (reflection, bool) {
	for range 3 {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			r, ok := made[x]
			return r, ok
		case *ast.UnaryExpr:
			e = x.X
		case *ast.Ident:
			e = values[pass.TypesInfo.ObjectOf(x)]
		}
		if e == nil {
			break
		}
	}
	return reflection{}, false
}

// firstOptional returns the first field of a struct, or of one in it, that JSON tags leave out when empty, which the reflectors that read
// tags as keywords leave optional; "" if there is none.
func firstOptional(t types.Type) (field string) {
	typex.Walk(t, func(t types.Type) []types.Type {
		st, ok := t.Underlying().(*types.Struct)
		if field != "" || !ok {
			return typex.Elems(t)
		}
		if ownSchema(t) {
			return nil
		}
		var inner []types.Type
		for i := range st.NumFields() {
			name, options, _ := strings.Cut(tagOf(st.Tag(i), "json"), ",")
			if name == "-" || !st.Field(i).Exported() {
				continue
			}
			if strings.Contains(options, "omitempty") && !strings.Contains(tagOf(st.Tag(i), "jsonschema"), "required") && tagOf(st.Tag(i), "required") != "true" && field == "" {
				field = st.Field(i).Name()
			}
			inner = append(inner, st.Field(i).Type())
		}
		return inner
	})
	return field
}

package prompttemplate

import (
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// inputs are what is known of the values that a framework fills into a template.
type inputs struct {
	declared []string              // names that the program declares
	types    map[string]types.Type // of the values, by name
	fields   map[string]types.Type // those of a struct, which keep their types, where a map goes through JSON
}

// checkEngines judges the templates of frameworks: the texts in a call or a literal that says their syntax, by a constant or by what it is.
func (c *checker) checkEngines() {
	for _, f := range c.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			syntax := c.syntax(n)
			if syntax == "" {
				return true
			}
			var texts []ast.Expr
			d := inputs{types: map[string]types.Type{}, fields: map[string]types.Type{}}
			ast.Inspect(n, func(n ast.Node) bool {
				texts = append(texts, c.texts(n)...)
				c.describe(n, &d)
				return true
			})
			for _, e := range texts {
				text, ok := c.text(e)
				if !ok {
					continue
				}
				if fault := judge(syntax, text, d); fault != nil {
					finding := rule.Finding{Pos: e.Pos(), End: e.End(), Message: fault.message}
					if fault.fails {
						finding.Severity = rule.Error
					}
					c.pass.Report(finding)
				}
			}
			return false
		})
	}
}

// syntax returns the syntax of the templates in a call or a literal, if it says it, or "".
func (c *checker) syntax(n ast.Node) (syntax string) {
	var parts []ast.Expr
	switch n := n.(type) {
	case *ast.CallExpr:
		parts = n.Args
		for _, e := range c.entries(n) {
			syntax = e.Attrs["syntax"]
		}
	case *ast.CompositeLit:
		parts = n.Elts
	}
	for _, part := range parts {
		if kv, ok := part.(*ast.KeyValueExpr); ok {
			part = kv.Value
		}
		if sel, ok := ast.Unparen(part).(*ast.SelectorExpr); ok {
			if obj, ok := c.pass.TypesInfo.Uses[sel.Sel].(*types.Const); ok {
				for _, e := range c.info.Catalogue().Lookup(flow.GlobalKey(obj)) {
					syntax = e.Attrs["syntax"]
				}
			}
		}
	}
	return syntax
}

// entries returns what the catalogue says of the function that is called.
func (c *checker) entries(call *ast.CallExpr) []*catalogue.Entry {
	fn, ok := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok {
		return nil
	}
	return c.info.Catalogue().Lookup(fn.Origin().FullName())
}

// texts returns the arguments of a call, or the fields of a literal, that hold a prompt or a template.
func (c *checker) texts(n ast.Node) (out []ast.Expr) {
	switch n := n.(type) {
	case *ast.CallExpr:
		for _, e := range c.entries(n) {
			fn := typeutil.Callee(c.pass.TypesInfo, n).(*types.Func)
			if i := e.Param(fn.Signature()); (e.Kind == "prompt" || e.Kind == "template") && i >= 0 && i < len(n.Args) && !e.Variadic() {
				out = append(out, n.Args[i])
			}
		}
	case *ast.CompositeLit:
		t := c.pass.TypesInfo.TypeOf(n)
		st := typex.Struct(t)
		if st == nil {
			return nil
		}
		for _, el := range n.Elts {
			kv, ok := el.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			for i := range st.NumFields() {
				if key, ok := kv.Key.(*ast.Ident); !ok || key.Name != st.Field(i).Name() {
					continue
				}
				for _, e := range c.info.Catalogue().Lookup(flow.FieldKey(t, i)) {
					if e.Kind == "prompt" || e.Kind == "template" {
						out = append(out, kv.Value)
					}
				}
			}
		}
	}
	return out
}

// describe adds what a node tells of the values: the names in a list of texts, the entries of a map, the fields of the type of the input.
func (c *checker) describe(n ast.Node, d *inputs) {
	switch n := n.(type) {
	case *ast.CompositeLit:
		switch t := c.pass.TypesInfo.TypeOf(n).Underlying().(type) {
		case *types.Slice:
			for _, e := range n.Elts {
				if name, ok := c.pass.ConstantString(e); ok && typex.IsString(t.Elem()) {
					d.declared = append(d.declared, name)
				}
			}
		case *types.Map:
			for _, e := range n.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					if name, ok := c.pass.ConstantString(kv.Key); ok {
						d.types[name] = c.pass.TypesInfo.TypeOf(kv.Value)
					}
				}
			}
		}
	case *ast.CallExpr:
		for _, e := range c.entries(n) {
			if e.Kind == "template" && e.Role == "input" && len(n.Args) == 1 {
				d.addFields(c.pass.TypesInfo.TypeOf(n.Args[0]))
			}
		}
	}
}

// addFields adds the fields of a struct by their names in JSON.
func (d *inputs) addFields(t types.Type) {
	st := typex.Struct(t)
	if st == nil {
		return
	}
	for i := range st.NumFields() {
		name, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
		if name == "" {
			name = st.Field(i).Name()
		}
		d.types[name], d.fields[name] = st.Field(i).Type(), st.Field(i).Type()
	}
}

// text returns the text of an expression: a constant, or a variable that a file is embedded into.
func (c *checker) text(e ast.Expr) (string, bool) {
	if s, ok := c.pass.ConstantString(e); ok {
		return s, true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return c.embeddedText(c.pass.TypesInfo.Uses[e])
	case *ast.SelectorExpr:
		return c.embeddedText(c.pass.TypesInfo.Uses[e.Sel])
	case *ast.CallExpr: // string(data)
		if len(e.Args) == 1 && c.pass.TypesInfo.Types[e.Fun].IsType() {
			return c.text(e.Args[0])
		}
	}
	return "", false
}

package astx

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// MaxConstant bounds, in bytes, the string constants whose value is asked for: go/constant builds the text of a concatenation
// only then, and a constant doubled forty times would fill the memory.
const MaxConstant = 1 << 20

// Constants gives the values of the string constants of one package.
type Constants struct {
	info   *types.Info
	decls  map[types.Object]ast.Expr
	values map[types.Object]ast.Expr // decls, and what a constant without a value repeats
	lens   map[types.Object]int      // memo of objLen
}

// NewConstants returns the constants that files declare.
func NewConstants(info *types.Info, files []*ast.File) *Constants {
	c := &Constants{info, map[types.Object]ast.Expr{}, map[types.Object]ast.Expr{}, map[types.Object]int{}}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if decl, ok := n.(*ast.GenDecl); ok && decl.Tok == token.CONST {
				c.add(decl)
			}
			return true
		})
	}
	return c
}

func (c *Constants) add(decl *ast.GenDecl) {
	var last []ast.Expr
	for _, s := range decl.Specs {
		spec := s.(*ast.ValueSpec)
		if len(spec.Values) > 0 {
			last = spec.Values
		}
		for i, name := range spec.Names {
			if obj := c.info.Defs[name]; obj != nil && i < len(last) {
				c.values[obj] = last[i]
				if len(spec.Values) > 0 {
					c.decls[obj] = last[i]
				}
			}
		}
	}
}

// Decl returns the expression that a constant of the package is declared with, or nil. One that repeats the value
// of the constant above it has none.
func (c *Constants) Decl(obj types.Object) ast.Expr { return c.decls[obj] }

// String returns the value of a constant expression of string type. It returns false for any other expression, and for a constant
// that is longer than [MaxConstant]. One of another package counts as short.
func (c *Constants) String(e ast.Expr) (string, bool) {
	v := c.info.Types[e].Value
	if v == nil || v.Kind() != constant.String || c.length(e) > MaxConstant {
		return "", false
	}
	return constant.StringVal(v), true
}

// length bounds the length of a constant expression in bytes, by its syntax, without building its value.
func (c *Constants) length(e ast.Expr) int {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return len(e.Value)
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return min(c.length(e.X)+c.length(e.Y), 2*MaxConstant)
		}
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			return c.length(e.Args[0])
		}
	case *ast.Ident:
		return c.objLen(c.info.Uses[e])
	case *ast.SelectorExpr:
		return c.objLen(c.info.Uses[e.Sel])
	}
	return 0
}

func (c *Constants) objLen(obj types.Object) int {
	value := c.values[obj]
	if value == nil {
		return 0
	}
	n, ok := c.lens[obj]
	if !ok {
		n = c.length(value)
		c.lens[obj] = n
	}
	return n
}

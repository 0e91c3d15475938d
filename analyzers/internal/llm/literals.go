package llm

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// wordsOf returns the number of words in literals.
func wordsOf(literals []Literal) (n int) {
	for _, l := range literals {
		n += l.Words
	}
	return n
}

// literals returns the literals that a constant expression is made of, those of named constants included. A constant of
// another package is one literal, at its declaration.
func (b *builder) literals(e ast.Expr) []Literal {
	var out []Literal
	for _, part := range operands(e) {
		out = append(out, b.literalsOf(part, "", 0)...)
	}
	return out
}

// operands lists the operands of + in an expression, from left to right. Long texts nest thousands deep on the left.
func operands(e ast.Expr) []ast.Expr {
	var parts []ast.Expr
	for {
		b, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if !ok {
			parts = append(parts, e)
			slices.Reverse(parts)
			return parts
		}
		parts = append(parts, b.Y)
		e = b.X
	}
}

// constantDepth bounds how many constants are looked through, each made of the next.
const constantDepth = 20

func (b *builder) literalsOf(e ast.Expr, name string, depth int) []Literal {
	if depth > constantDepth {
		return nil
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		var out []Literal
		for _, part := range operands(e) {
			out = append(out, b.literalsOf(part, name, depth+1)...)
		}
		return out
	case *ast.CallExpr: // a conversion
		if len(e.Args) == 1 {
			return b.literalsOf(e.Args[0], name, depth+1)
		}
	case *ast.BasicLit:
		if text, ok := b.flow.ConstantString(e); ok {
			return []Literal{b.literalAt(e.Pos(), proseWords(text), name)}
		}
		return []Literal{b.literalAt(e.Pos(), len(e.Value)/8, name)} // too long to read
	}
	if obj := b.constant(e); obj != nil {
		if decl := b.flow.ConstDecl(obj); decl != nil {
			return b.literalsOf(decl, obj.Name(), depth+1)
		}
		text, ok := b.flow.ConstantString(e)
		words := proseWords(text)
		if !ok || words >= minWords { // else none of its literals can be prose, and facts hold only prose
			if pieces := b.in.globalLiterals(obj); pieces != nil {
				return pieces
			}
		}
		if ok && b.InModule(obj.Pkg()) {
			p := b.literalAt(obj.Pos(), words, obj.Name())
			p.at = token.NoPos
			return []Literal{p}
		}
	}
	return nil
}

// constant returns the constant that an identifier or a qualified one names.
func (b *builder) constant(e ast.Expr) *types.Const {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	default:
		return nil
	}
	c, _ := b.pass.TypesInfo.Uses[id].(*types.Const)
	return c
}

// firstConstant returns the constant of this package that a constant is only another name of, or the constant itself.
func (b *builder) firstConstant(c *types.Const) *types.Const {
	for range constantDepth {
		decl := b.flow.ConstDecl(c) // nil for one of another package
		if decl == nil {
			break
		}
		first := b.constant(decl)
		if first == nil || first.Pkg() != b.pass.Pkg {
			break
		}
		c = first
	}
	return c
}

func (b *builder) literalAt(pos token.Pos, words int, name string) Literal {
	p := b.pass.Fset.PositionFor(pos, false)
	return Literal{File: p.Filename, Line: p.Line, Col: p.Column, Words: words, Name: name, at: pos}
}

// hasProse reports whether one of the literals is a text of its own, not only glue.
func hasProse(pieces []Literal) bool {
	return slices.ContainsFunc(pieces, func(p Literal) bool { return p.Words >= minWords })
}

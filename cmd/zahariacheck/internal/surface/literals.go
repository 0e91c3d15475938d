package surface

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"strings"
)

// literals reads texts again where the analysis found them: it parses each file once.
type literals map[string]*parsed

// A parsed file has its string literals by place.
type parsed struct {
	at     map[[2]int]*literal // by line and column
	byLine map[int]*literal    // the longest that starts on a line, for places of which only the line is known
}

// A literal is one string literal of a file.
type literal struct {
	text  string
	sum   ast.Expr // the concatenation that it is an operand of, or itself
	index int      // which operand
	decl  string   // what it stands in, such as "constant X" or "text in F"
	pos   token.Position
}

// at returns the literal that starts at a place, or nil.
func (l literals) at(file string, line, column int) *literal {
	p := l[file]
	if p == nil {
		p = parse(file)
		l[file] = p
	}
	if lit := p.at[[2]int{line, column}]; lit != nil {
		return lit
	}
	return p.byLine[line]
}

func parse(name string) *parsed {
	p := &parsed{at: map[[2]int]*literal{}, byLine: map[int]*literal{}}
	fset := token.NewFileSet()
	file, _ := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
	if file == nil {
		return p // it is gone since it was read
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			p.collect(fset, d, "text in "+d.Name.Name)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok {
					p.values(fset, v, d.Tok)
				}
			}
		}
	}
	return p
}

// values collects the literals of a declaration of constants or variables, each under its name.
func (p *parsed) values(fset *token.FileSet, v *ast.ValueSpec, tok token.Token) {
	for i, value := range v.Values {
		name := v.Names[min(i, len(v.Names)-1)].Name
		kind := "text in "
		if tok == token.CONST {
			kind = "constant "
		}
		p.collect(fset, value, kind+name)
	}
}

func (p *parsed) collect(fset *token.FileSet, n ast.Node, decl string) {
	operands := map[ast.Expr]*literal{} // of sums that were met
	ast.Inspect(n, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if b, ok := e.(*ast.BinaryExpr); ok && b.Op == token.ADD && operands[e] == nil {
			for i, x := range flatten(b) {
				operands[x] = &literal{sum: b, index: i}
			}
			markSums(b, operands)
		}
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			one := operands[e]
			if one == nil {
				one = &literal{sum: e}
			}
			one.text, one.decl = constant.StringVal(constant.MakeFromLiteral(lit.Value, token.STRING, 0)), decl
			at := fset.PositionFor(lit.Pos(), false)
			one.pos = at
			p.at[[2]int{at.Line, at.Column}] = one
			if other := p.byLine[at.Line]; other == nil || len(other.text) < len(one.text) {
				p.byLine[at.Line] = one
			}
		}
		return true
	})
}

// flatten lists the operands of a sum from left to right, without recursion on the left: long texts are thousands deep.
func flatten(b *ast.BinaryExpr) []ast.Expr {
	var out []ast.Expr
	var e ast.Expr = b
	for {
		b, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if !ok || b.Op != token.ADD {
			out = append(out, e)
			break
		}
		out = append(out, b.Y)
		e = b.X
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// markSums keeps the inner sums of a sum from being taken for sums of their own.
func markSums(b *ast.BinaryExpr, operands map[ast.Expr]*literal) {
	var e ast.Expr = b
	for {
		inner, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if !ok {
			return
		}
		operands[inner] = &literal{}
		e = inner.X
	}
}

// assemble joins the pieces of a text; where something is joined in at run time, or may be, stands a hole.
func assemble(pieces []*literal) string {
	var b strings.Builder
	for i, piece := range pieces {
		if i > 0 {
			if before := pieces[i-1]; before.sum != piece.sum || before.index+1 != piece.index {
				b.WriteString(Hole)
			}
		}
		b.WriteString(piece.text)
	}
	return b.String()
}

package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// SSA keeps no position for constants, yet a finding about a text must say where it stands. So before a package is
// built, each string constant in (a copy of) its type information is replaced by a tag that names the expression.
// Everything outside this file sees the real value again through [Program.Literal] and [Program.String].

// tagMark starts every tag. It is not valid UTF-8, so no constant of a program under check is taken for a tag.
const tagMark = "\xffzc:"

// tagConstants returns info with the string constants replaced by tags, and the expressions that the tags name.
func tagConstants(info *types.Info, files []*ast.File) (*types.Info, []ast.Expr) {
	copied := *info
	copied.Types = maps.Clone(info.Types)
	var exprs []ast.Expr
	tag := func(e ast.Expr) {
		tv := copied.Types[e]
		tv.Value = constant.MakeString(tagMark + strconv.Itoa(len(exprs)))
		copied.Types[e] = tv
		exprs = append(exprs, e)
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok {
				return true
			}
			if tv, ok := info.Types[e]; ok && tv.Value != nil && tv.Value.Kind() == constant.String {
				tag(e)
				return false // the builder reads the outermost constant expression only
			}
			return true
		})
	}
	return &copied, exprs
}

// Literal returns the expression of a string constant, or nil where v is none or was made by the SSA builder.
func (p *Program) Literal(v ssa.Value) ast.Expr {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return nil
	}
	id, ok := strings.CutPrefix(constant.StringVal(c.Value), tagMark)
	if !ok {
		return nil
	}
	n, err := strconv.Atoi(id)
	if err != nil || n >= len(p.exprs) {
		return nil
	}
	return p.exprs[n]
}

// String returns the value of a string constant and whether v is one.
// A constant longer than [MaxConstant] bytes is not looked at.
func (p *Program) String(v ssa.Value) (string, bool) {
	if e := p.Literal(v); e != nil {
		return p.ConstantString(e)
	}
	return "", false
}

// MaxConstant bounds the string constants whose value is asked for: go/constant builds the text of a concatenation
// only then, and a constant doubled forty times would fill the memory.
const MaxConstant = 1 << 20

// ConstantString returns the value of a constant expression of string type, unless it is longer than MaxConstant.
func (p *Program) ConstantString(e ast.Expr) (string, bool) {
	tv, ok := p.Info.Types[e]
	if !ok || tv.Value == nil || tv.Value.Kind() != constant.String || p.constLen(e) > MaxConstant {
		return "", false
	}
	return constant.StringVal(tv.Value), true
}

// ConstDecl returns the expression that a constant of this package is declared with, or nil.
func (p *Program) ConstDecl(obj types.Object) ast.Expr { return p.consts[obj] }

// constLen is the length of a constant expression, told from its syntax without building its value.
func (p *Program) constLen(e ast.Expr) int {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return len(e.Value)
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return min(p.constLen(e.X)+p.constLen(e.Y), 2*MaxConstant)
		}
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			return p.constLen(e.Args[0])
		}
	case *ast.Ident:
		return p.objLen(p.Info.Uses[e])
	case *ast.SelectorExpr:
		return p.objLen(p.Info.Uses[e.Sel])
	}
	return 0
}

func (p *Program) objLen(obj types.Object) int {
	decl := p.consts[obj]
	if decl == nil {
		return 0
	}
	n, ok := p.lens[obj]
	if !ok {
		n = p.constLen(decl)
		p.lens[obj] = n
	}
	return n
}

// constDecls maps the constants that files declare to their expressions.
func constDecls(info *types.Info, files []*ast.File) map[types.Object]ast.Expr {
	decls := map[types.Object]ast.Expr{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				for i, name := range spec.Names {
					if obj, ok := info.Defs[name].(*types.Const); ok && i < len(spec.Values) {
						decls[obj] = spec.Values[i]
					}
				}
			}
			return true
		})
	}
	return decls
}

package flow

import (
	"go/ast"
	"go/constant"
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
// A constant longer than [astx.MaxConstant] bytes is not looked at.
func (p *Program) String(v ssa.Value) (string, bool) {
	if e := p.Literal(v); e != nil {
		return p.ConstantString(e)
	}
	return "", false
}

// ConstantString returns the value of a constant expression of string type, unless it is longer than [astx.MaxConstant].
func (p *Program) ConstantString(e ast.Expr) (string, bool) { return p.consts.String(e) }

// ConstDecl returns the expression that a constant of this package is declared with, or nil.
func (p *Program) ConstDecl(obj types.Object) ast.Expr { return p.consts.Decl(obj) }

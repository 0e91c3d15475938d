package retiredmodel

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// isInTable reports whether a model stands in a table of models: with prices or limits, which keeps old models for the bills of last
// year, or in a list of those that there are to choose from.
func isInTable(pass *rule.Pass, file *ast.File, pos token.Pos) bool {
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	priced := false
	for _, n := range path {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			continue
		}
		switch pass.TypesInfo.TypeOf(lit).Underlying().(type) {
		case *types.Struct:
			priced = priced || numbers(pass, lit)
		case *types.Map, *types.Slice, *types.Array:
			if priced || isChoice(pass, lit, pos) {
				return true
			}
		}
	}
	return false
}

func numbers(pass *rule.Pass, lit *ast.CompositeLit) bool {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		if v := pass.TypesInfo.Types[e].Value; v != nil && (v.Kind() == constant.Int || v.Kind() == constant.Float) {
			return true
		}
	}
	return false
}

// choice is from how many models of one family on a list offers a choice. A list of vendors has a default model for each.
const choice = 3

// isChoice reports whether a list holds several models of the family of the one at a position, at the same place of their entries: as
// keys, or in the same field of structs.
func isChoice(pass *rule.Pass, list *ast.CompositeLit, pos token.Pos) bool {
	var columns []map[int]string // the texts of each entry, by the place in it
	column, family := -1, ""
	for _, entry := range list.Elts {
		texts := map[int]string{}
		for i, e := range cells(entry) {
			text, ok := pass.ConstantString(e)
			if !ok {
				continue
			}
			texts[i] = familyOf(text)
			if e.Pos() <= pos && pos < e.End() {
				column, family = i, texts[i]
			}
		}
		columns = append(columns, texts)
	}
	same := slices.DeleteFunc(columns, func(texts map[int]string) bool { return texts[column] != family })
	return family != "" && len(same) >= choice
}

// cells returns the parts of an entry of a list: the key, or the elements of a struct.
func cells(entry ast.Expr) []ast.Expr {
	if kv, ok := entry.(*ast.KeyValueExpr); ok {
		return []ast.Expr{kv.Key}
	}
	if ref, ok := entry.(*ast.UnaryExpr); ok {
		entry = ref.X
	}
	lit, ok := entry.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var out []ast.Expr
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		out = append(out, e)
	}
	return out
}

// familyOf returns the first word of a model ID, such as claude, or "" for a text that is none.
func familyOf(id string) string {
	family, rest, ok := strings.Cut(id, "-")
	if !ok || strings.ContainsAny(id, " \n") || rest == "" {
		return ""
	}
	return family
}

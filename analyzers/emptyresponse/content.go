package emptyresponse

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/principles"
)

// nilContent returns the first part of a response in a function that is nil where the vendor gives none, as the catalogue says, and that
// is not compared with nil: a filtered answer of Gemini's has a candidate without content.
func nilContent(pass *rule.Pass, info *llm.Info, fn *ssa.Function) ast.Expr {
	mayBeNil := func(e *catalogue.Entry) bool { return e.Attrs["nil"] == "filtered" }
	for in := range ssax.Instructions(fn) {
		at, ok := in.(*ssa.FieldAddr)
		if !ok || isOnlyWritten(at) {
			continue
		}
		load, ok := at.X.(*ssa.UnOp)
		if !ok {
			continue
		}
		key, ok := listKey(pass, load).(string)
		if !ok || !slices.ContainsFunc(info.Catalogue().Lookup(key), mayBeNil) || isFilledHere(load) || isChecked(pass, info.Flow(), key, at, callDepth) {
			continue
		}
		x := operand(pass, at.Pos())
		if x == nil {
			continue
		}
		return x // one a function is enough
	}
	return nil
}

// reportContent reports a part of a response that may be nil.
func reportContent(pass *rule.Pass, x ast.Expr) {
	pass.Report(rule.Finding{
		Pos: x.Pos(), End: x.End(), Severity: rule.Error,
		Message: fmt.Sprintf("%s is nil if the answer was filtered, and this panics; compare it with nil first", types.ExprString(x)),
	})
}

// isFilledHere reports whether what a field is read from was filled in by the function itself.
func isFilledHere(load *ssa.UnOp) bool {
	f, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	_, alloc := f.X.(*ssa.Alloc)
	return alloc
}

// operand returns what the selector at a position selects from, or nil.
func operand(pass *rule.Pass, pos token.Pos) ast.Expr {
	for _, n := range pass.Enclosing(pos) {
		if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Pos() == pos {
			return s.X
		}
	}
	return nil
}

// checkEmbeddings judges the lists of embeddings that are indexed by the place of the inputs: an answer may have fewer, and entries carry
// an index of their own.
func checkEmbeddings(pass *rule.Pass, info *llm.Info, fn *ssa.Function) {
	isVectors := func(e *catalogue.Entry) bool { return e.Kind == "output" && e.Role == "embeddings" }
	for in := range ssax.Instructions(fn) {
		at, ok := in.(*ssa.IndexAddr)
		if !ok || isOnlyWritten(at) {
			continue
		}
		if _, constant := at.Index.(*ssa.Const); constant {
			continue
		}
		key, ok := listKey(pass, at.X).(string)
		if !ok || !slices.ContainsFunc(info.Catalogue().Lookup(key), isVectors) || isChecked(pass, info.Flow(), key, at, callDepth) {
			continue
		}
		index, _ := syntax(pass, at.Pos())
		if index == nil {
			continue
		}
		pass.Report(rule.Finding{
			Pos: index.Pos(), End: index.End(), Cites: principles.DataQuality,
			Message: fmt.Sprintf("%s assumes one embedding for each input, in order; compare len(%s) with the number of inputs first",
				types.ExprString(index), types.ExprString(index.X)),
		})
		return
	}
}

package loopinvariant

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// hoist moves "re := regexp.MustCompile(pattern)" before the outermost loop that repeats it. It is offered only where this cannot
// change what the program does: the pattern is a constant that compiles, on each platform and also before the loop, so that the
// call neither fails nor has an effect; the variable is not set again, and nothing but methods that leave it as it is get hold of it, so that one is as good as one a turn;
// its name means nothing else there; and no goto jumps over the new place. Lines move whole, with their comments.
func hoist(pass *rule.Pass, c inspector.Cursor, l *loop) *analysis.SuggestedFix {
	call := c.Node().(*ast.CallExpr)
	assign, ok := c.Parent().Node().(*ast.AssignStmt)
	if !ok || assign.Tok != token.DEFINE || len(assign.Lhs) != 1 || typeutil.Callee(pass.TypesInfo, call).(*types.Func).FullName() != "regexp.MustCompile" {
		return nil
	}
	pattern, ok := pass.ConstantString(call.Args[0])
	if !ok {
		return nil
	}
	if _, err := regexp.Compile(pattern); err != nil {
		return nil
	}
	for next := loopAround(pass.TypesInfo, l.at); next != nil && next.repeats(call, compiles); next = loopAround(pass.TypesInfo, l.at) {
		l = next
	}
	id := assign.Lhs[0].(*ast.Ident)
	scope := pass.Pkg.Scope().Innermost(l.stmt.Pos())
	if scope == nil || !inList(l.at) || !inList(c.Parent()) || !only(pass.TypesInfo, c, id) || hasGoto(c) {
		return nil
	}
	if _, taken := scope.LookupParent(id.Name, token.NoPos); taken != nil {
		return nil
	}
	if ignored, _, err := rule.Unseen(pass.Pass); err != nil || !isFixed(pass, call.Args[0], l.stmt.Pos(), ignored) {
		return nil
	}
	file := pass.Fset.File(assign.Pos())
	src, err := pass.ReadFile(file.Name())
	if err != nil || len(src) != file.Size() {
		return nil
	}
	syntax := pass.Enclosing(assign.Pos())
	text := lines{file, src, syntax[len(syntax)-1].(*ast.File).Comments}
	start, end, ok := text.own(assign)
	at, begins := text.start(l.stmt)
	if !ok || !begins {
		return nil
	}
	return &analysis.SuggestedFix{
		Message: fmt.Sprintf("Move %s before the loop", id.Name),
		TextEdits: []analysis.TextEdit{
			{Pos: file.Pos(at), End: file.Pos(at), NewText: slices.Clone(src[start:end])},
			{Pos: file.Pos(start), End: file.Pos(end)},
		},
	}
}

// lines are those of a file, with its comments.
type lines struct {
	*token.File
	src      []byte
	comments []*ast.CommentGroup
}

// start returns where the line starts on which a statement begins, or the first line of the comment right above it, which speaks
// of it. It is not ok if other code stands on that line.
func (l lines) start(stmt ast.Stmt) (offset int, ok bool) {
	first := l.Line(stmt.Pos())
	if !l.blank(l.Offset(l.LineStart(first)), l.Offset(stmt.Pos())) {
		return 0, false
	}
	for _, g := range l.comments {
		if line := l.Line(g.Pos()); l.Line(g.End()) == first-1 && l.blank(l.Offset(l.LineStart(line)), l.Offset(g.Pos())) {
			first = line
			break
		}
	}
	return l.Offset(l.LineStart(first)), true
}

// own returns where the lines start and end that a statement has to itself, with the comments right above and behind it.
func (l lines) own(stmt ast.Stmt) (start, end int, ok bool) {
	last, after := l.Line(stmt.End()), l.Offset(stmt.End())
	for _, g := range l.comments {
		switch {
		case stmt.Pos() < g.Pos() && g.Pos() < stmt.End():
			return 0, 0, false
		case g.Pos() >= stmt.End() && l.Line(g.Pos()) == last:
			last, after = l.Line(g.End()), l.Offset(g.End())
		}
	}
	start, ok = l.start(stmt)
	if !ok || last == l.LineCount() {
		return 0, 0, false
	}
	end = l.Offset(l.LineStart(last + 1))
	return start, end, l.blank(after, end)
}

func (l lines) blank(start, end int) bool { return len(bytes.TrimSpace(l.src[start:end])) == 0 }

// changing are the methods that change a regular expression.
var changing = []string{"Longest", "UnmarshalText"}

// only says whether, in the function around c, id is the one place that sets its variable, no other has its name, and the
// variable is only asked to match.
func only(info *types.Info, c inspector.Cursor, id *ast.Ident) bool {
	for fn := range c.Enclosing((*ast.FuncDecl)(nil)) {
		for other := range fn.Preorder((*ast.Ident)(nil)) {
			use := other.Node().(*ast.Ident)
			if use == id || use.Name != id.Name {
				continue
			}
			sel, ok := other.Parent().Node().(*ast.SelectorExpr)
			if info.Uses[use] != info.Defs[id] || !ok || slices.Contains(changing, sel.Sel.Name) ||
				other.Parent().ParentEdgeKind() != edge.CallExpr_Fun {
				return false
			}
		}
		return true
	}
	return false
}

// hasGoto reports whether the function around c has a goto: none may jump over the declaration of a variable.
func hasGoto(c inspector.Cursor) bool {
	for fn := range c.Enclosing((*ast.FuncDecl)(nil)) {
		for b := range fn.Preorder((*ast.BranchStmt)(nil)) {
			if b.Node().(*ast.BranchStmt).Tok == token.GOTO {
				return true
			}
		}
	}
	return false
}

// inList reports whether a statement stands in a block, where another can be put before it.
func inList(c inspector.Cursor) bool {
	switch c.Parent().Node().(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		return true
	}
	return false
}

package closedswitch

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A choice compares one expression with constants, with an alternative for each.
type choice struct {
	at           ast.Node
	key          ast.Expr
	alternatives []ast.Node
	fallback     []ast.Stmt // what runs where none fits
}

// hasKey reports whether a further comparison is of the same key.
func (c *choice) hasKey(key ast.Expr) bool {
	if key == nil || c.key != nil && types.ExprString(c.key) != types.ExprString(key) {
		return false
	}
	c.key = key
	return true
}

// choices returns the switches and if-chains of a function.
func choices(info *types.Info, fn *ast.FuncDecl) []choice {
	var out []choice
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			for i := 0; i < len(n.List); {
				c := choice{at: n.List[i]}
				// Ifs in a row are a chain too, and so is the return behind them.
				end := i
				for end < len(n.List) && c.fallback == nil && c.chain(info, n.List[end]) {
					end++
				}
				if len(c.alternatives) > 0 {
					if c.fallback == nil && n == fn.Body {
						c.fallback = finalReturn(n.List[end:])
					}
					out = append(out, c)
				}
				i = max(end, i+1)
			}
		case *ast.SwitchStmt:
			if c := fromSwitch(info, n); c != nil {
				if c.fallback == nil {
					c.fallback = returnAfter(fn.Body, n)
				}
				out = append(out, *c)
			}
		}
		return true
	})
	return out
}

// chain adds an if and its else-ifs while they compare the same key.
func (c *choice) chain(info *types.Info, stmt ast.Stmt) bool {
	s, ok := stmt.(*ast.IfStmt)
	if !ok || !c.hasKey(comparedExpr(info, s.Cond)) {
		return false
	}
	c.alternatives = append(c.alternatives, s.Body)
	if e, ok := s.Else.(*ast.BlockStmt); ok {
		c.fallback = e.List
	} else if s.Else != nil {
		c.chain(info, s.Else)
	}
	return true
}

func fromSwitch(info *types.Info, s *ast.SwitchStmt) *choice {
	c := &choice{at: s, key: s.Tag}
	for _, clause := range s.Body.List {
		clause := clause.(*ast.CaseClause)
		if clause.List == nil {
			c.fallback = clause.Body
			continue
		}
		for _, label := range clause.List {
			if s.Tag != nil {
				if info.Types[label].Value == nil {
					return nil
				}
			} else if !c.hasKey(comparedExpr(info, label)) {
				return nil
			}
		}
		c.alternatives = append(c.alternatives, &ast.BlockStmt{Lbrace: clause.Colon, List: clause.Body, Rbrace: clause.End()})
	}
	if c.key == nil {
		return nil
	}
	return c
}

// comparedExpr returns the expression that a condition compares with constants, as in p == "a" || p == "b", or nil.
func comparedExpr(info *types.Info, cond ast.Expr) ast.Expr {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok {
		return nil
	}
	switch b.Op {
	case token.LOR:
		c := choice{key: comparedExpr(info, b.X)}
		if c.key != nil && c.hasKey(comparedExpr(info, b.Y)) {
			return c.key
		}
	case token.EQL:
		switch {
		case info.Types[b.Y].Value != nil:
			return b.X
		case info.Types[b.X].Value != nil:
			return b.Y
		}
	}
	return nil
}

// returnAfter returns the return that follows a switch at the end of a function.
func returnAfter(body *ast.BlockStmt, s ast.Stmt) []ast.Stmt {
	for i, stmt := range body.List {
		if stmt == s {
			return finalReturn(body.List[i+1:])
		}
	}
	return nil
}

// finalReturn returns the statements if they consist of a single return, or nil.
func finalReturn(list []ast.Stmt) []ast.Stmt {
	if len(list) == 1 {
		if _, ok := list[0].(*ast.ReturnStmt); ok {
			return list
		}
	}
	return nil
}

package extract

import (
	"go/ast"
	"go/constant"
	"go/token"
	"path/filepath"
)

// constants are the values of the string constants of a package, by name.
type constants map[string]ast.Expr

// constantsOf lists the constants that are declared once, each with a value: of others the value may depend on the build.
func constantsOf(files map[string]*file) constants {
	out, times := constants{}, map[string]int{}
	for _, src := range files {
		for name := range src.declared() {
			times[name]++
		}
	}
	for _, src := range files {
		for _, d := range src.syntax.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.CONST {
				continue
			}
			for _, s := range decl.Specs {
				spec := s.(*ast.ValueSpec)
				for i, name := range spec.Names {
					if times[name.Name] == 1 && i < len(spec.Values) && plainString(spec.Type) {
						out[name.Name] = spec.Values[i]
					}
				}
			}
		}
	}
	return out
}

// fold is the value of a string literal, of a constant that is known, or of a sum of such.
func (c constants) fold(e ast.Expr) (string, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			v := constant.MakeFromLiteral(e.Value, token.STRING, 0)
			return constant.StringVal(v), v.Kind() == constant.String
		}
	case *ast.Ident:
		if value, ok := c[e.Name]; ok {
			return c.fold(value)
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			x, ok1 := c.fold(e.X)
			y, ok2 := c.fold(e.Y)
			return x + y, ok1 && ok2
		}
	}
	return "", false
}

// wholeConstant is the path to the value of the package's constant that a text stands in, if that is made of the text and other
// constants: it is folded. In all other cases the path stays as it is: elsewhere a name may mean something local.
func (f *file) wholeConstant(path []ast.Node, known constants) []ast.Node {
	if len(path) < 4 {
		return path
	}
	decl, isDecl := path[1].(*ast.GenDecl)
	spec, isSpec := path[2].(*ast.ValueSpec)
	if !isDecl || !isSpec || decl.Tok != token.CONST || len(spec.Values) != 1 {
		return path
	}
	if _, ok := known.fold(spec.Values[0]); !ok {
		return path
	}
	return append(path[:3:3], spec.Values[0])
}

// mainPiece is the prompt that a prompt of several pieces comes down to: the one piece that holds its words, where those of all others
// together would not be reported. A prompt of which there is no such piece is returned as it is.
func (f *folder) mainPiece(one Prompt, sources Sources) Prompt {
	if len(one.Pieces) < 2 {
		return one
	}
	main, others := one, ""
	seen := map[ast.Expr]bool{}
	for _, at := range one.Pieces {
		src := f.files[at.Filename]
		if src == nil || filepath.Dir(at.Filename) != f.dir {
			return one
		}
		path := src.find(at.Line, at.Column)
		if path == nil {
			return one
		}
		path = src.wholeConstant(path, f.constants)
		// An operand of a sum that is a piece as a whole has been met with its first one.
		for i := len(path) - 2; i >= 0; i-- {
			sum, ok := path[i].(*ast.BinaryExpr)
			if _, folds := f.constants.fold(path[len(path)-1].(ast.Expr)); !ok || !folds || !seen[sum] {
				break
			}
			path = path[:i+1]
		}
		e := path[len(path)-1].(ast.Expr)
		if seen[e] {
			continue
		}
		seen[e] = true
		text, _ := f.constants.fold(e)
		switch {
		case !sources.IsPrompt(text):
			others += text + " "
		case len(main.Pieces) == 1:
			return one // there are two
		default:
			main = Prompt{Pos: at, Pieces: []token.Position{at}}
		}
	}
	if len(main.Pieces) != 1 || sources.IsPrompt(others) {
		return one
	}
	return main
}

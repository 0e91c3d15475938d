package check

import (
	"go/ast"
	"go/token"
	"math"
)

const (
	// maxConstant is how long a string constant may be. The type checker builds one that it takes the length or a part of, and
	// forty lines can double a word until no machine holds it.
	maxConstant = 64 << 20
	// unknownConstant is how long one is taken for that the package does not declare.
	unknownConstant = 1 << 10
)

// constants are the values that a package declares for constants, by their names, in all scopes.
type constants map[string][]ast.Expr

func (c constants) add(decl *ast.GenDecl) {
	if decl.Tok != token.CONST {
		return
	}
	for _, spec := range decl.Specs {
		if spec, ok := spec.(*ast.ValueSpec); ok && len(spec.Values) == len(spec.Names) {
			for i, name := range spec.Names {
				c[name.Name] = append(c[name.Name], spec.Values[i])
			}
		}
	}
}

// tooLong returns the name of a constant that is longer than we can afford, or "": the first of them by name.
func (c constants) tooLong() (name string) {
	known := map[string]int{}
	for n := range c {
		if c.length(n, known) > maxConstant && (name == "" || n < name) {
			name = n
		}
	}
	return name
}

// length bounds the length of a constant, if it is a string. One that depends on itself is an error that is found elsewhere.
func (c constants) length(name string, known map[string]int) int {
	n, ok := known[name]
	if !ok {
		known[name] = 0
		for _, value := range c[name] {
			n = max(n, c.of(value, known))
		}
		known[name] = n
	}
	return n
}

func (c constants) of(e ast.Expr, known map[string]int) int {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return 0
		}
		return len(e.Value) - len(`""`)
	case *ast.Ident:
		if c[e.Name] != nil || e.Name == "iota" {
			return c.length(e.Name, known)
		}
	case *ast.ParenExpr:
		return c.of(e.X, known)
	case *ast.CallExpr: // a conversion
		if len(e.Args) == 1 {
			return c.of(e.Args[0], known)
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return min(c.of(e.X, known)+c.of(e.Y, known), math.MaxInt/2)
		}
	}
	return unknownConstant
}

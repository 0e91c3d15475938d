package stubapi

import (
	"go/ast"
	docs "go/doc"
	"go/types"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

var (
	// notImplementedWords are the words for code that is not written yet. "Not supported" is not one of them: it is an answer.
	notImplementedWords = regexp.MustCompile(`(?i)\b(not (yet )?implemented|unimplemented|implement me|todo:? implement)\b`)
	// noopWords are the words in documentation or a name for code that does nothing on purpose.
	noopWords = regexp.MustCompile(`(?i)mock|fake|stub|dummy|no-?op|\bnop|not (yet |currently )?(supported|implemented|needed|used)|unsupported|unimplemented|deprecated|does nothing|do nothing|nothing to|ignore|always (returns|succeeds)|read-?only|immutable|placeholder|discard`)
	// doubleName are type and package names of test doubles and null objects.
	doubleName = regexp.MustCompile(`(?i)mock|fake|stub|dummy|noop|^nop|null|test|unimplemented|discard`)
	// baseTypeName are names of types to embed, whose methods are defaults.
	baseTypeName = regexp.MustCompile(`^(Base|Abstract)[A-Z]`)
	// doubleWords are the words for a test double in the first sentence of a package comment.
	doubleWords = regexp.MustCompile(`(?i)\b(mock|fake|stub|dummy|deprecated)`)
)

// A stub is the statement that says "not implemented".
type stub struct {
	node   ast.Stmt
	arg    ast.Expr // the argument of panic, or the error
	text   string
	panics bool
}

// outcome describes the result of a call of the stub.
func (s *stub) outcome() string {
	if s.panics {
		return "panics with " + rule.Quote(s.text)
	}
	return "fails with " + rule.Quote(s.text)
}

// wantsFiles reports whether files contain such words, or a method whose body is one return, which contradictingGetter checks.
func wantsFiles(pass *rule.Pass) bool {
	found := false
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				found = found || notImplementedWords.MatchString(n.Value)
			case *ast.FuncDecl:
				found = found || n.Recv != nil && returnsOnlyNil(n.Body)
			}
			return !found
		})
	}
	return found
}

// notImplemented returns the stub that ends a list of statements, or nil. An error that wraps errors.ErrUnsupported, or
// has a status code, is an answer that programs can handle and no stub.
func notImplemented(pass *rule.Pass, list []ast.Stmt) *stub {
	if len(list) == 0 {
		return nil
	}
	s := &stub{node: list[len(list)-1]}
	switch last := s.node.(type) {
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || typeutil.Callee(pass.TypesInfo, call) != types.Universe.Lookup("panic") {
			return nil
		}
		s.arg, s.panics = call.Args[0], true
	case *ast.ReturnStmt:
		if len(last.Results) == 0 {
			return nil
		}
		s.arg = last.Results[len(last.Results)-1]
		if !typex.IsError(pass.TypesInfo.TypeOf(s.arg)) {
			return nil
		}
	default:
		return nil
	}
	readable := false
	ast.Inspect(s.arg, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			readable = readable || n.Name == "ErrUnsupported" || n.Name == "Unimplemented" || n.Name == "StatusNotImplemented"
		case ast.Expr:
			if s.text == "" {
				s.text, _ = pass.ConstantString(n)
			}
		}
		return true
	})
	if readable || !notImplementedWords.MatchString(s.text) || strings.Contains(s.text, "deprecated") {
		return nil
	}
	return s
}

// canSucceed reports whether a function has a return without an error: its last result is nil or not an error.
func canSucceed(body *ast.BlockStmt) bool {
	ok := false
	for _, s := range body.List[:len(body.List)-1] {
		ast.Inspect(s, func(n ast.Node) bool {
			if r, isReturn := n.(*ast.ReturnStmt); isReturn {
				if len(r.Results) == 0 {
					ok = true
					return false
				}
				id, named := r.Results[len(r.Results)-1].(*ast.Ident)
				ok = ok || !named || id.Name == "nil"
			}
			return !ok
		})
	}
	return ok
}

// isTestDouble reports whether fn is a test double, a null object or a default to override, or documents that it does nothing.
func isTestDouble(pass *rule.Pass, fn *ast.FuncDecl) bool {
	if noopWords.MatchString(fn.Doc.Text()) || doubleName.MatchString(pass.Pkg.Path()) {
		return true
	}
	for _, f := range pass.Files {
		if doubleWords.MatchString(new(docs.Package).Synopsis(f.Doc.Text())) {
			return true
		}
	}
	recv := pass.TypesInfo.Defs[fn.Name].(*types.Func).Signature().Recv()
	return recv != nil && (doubleName.MatchString(typeName(recv.Type())) || baseTypeName.MatchString(typeName(recv.Type())) ||
		doubleWords.MatchString(new(docs.Package).Synopsis(typeDoc(pass, typeName(recv.Type())))))
}

// fix wraps errors.ErrUnsupported in the error that a stub creates, if the file imports both packages.
// A panic has no fix: turning it into an error changes the program's behaviour.
func fix(pass *rule.Pass, f *ast.File, s *stub) *analysis.SuggestedFix {
	call, ok := s.arg.(*ast.CallExpr)
	if !ok || s.panics || len(call.Args) == 0 || !imports(f, "errors") || !imports(f, "fmt") {
		return nil
	}
	lit, ok := call.Args[0].(*ast.BasicLit)
	if !ok {
		return nil
	}
	text, _ := strconv.Unquote(lit.Value)
	fn, _ := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
	switch {
	case fn == nil:
		return nil
	case fn.FullName() == "errors.New":
		text = strings.ReplaceAll(text, "%", "%%")
	case fn.FullName() != "fmt.Errorf" || call.Ellipsis.IsValid():
		return nil
	}
	return &analysis.SuggestedFix{
		Message: "Wrap errors.ErrUnsupported",
		TextEdits: []analysis.TextEdit{
			{Pos: call.Fun.Pos(), End: call.Fun.End(), NewText: []byte("fmt.Errorf")},
			{Pos: lit.Pos(), End: lit.End(), NewText: []byte(strconv.Quote(text + ": %w"))},
			{Pos: call.Rparen, End: call.Rparen, NewText: []byte(", errors.ErrUnsupported")},
		},
	}
}

// imports reports whether a file imports a package under its own name.
func imports(f *ast.File, path string) bool {
	for _, i := range f.Imports {
		if i.Path.Value == strconv.Quote(path) && i.Name == nil {
			return true
		}
	}
	return false
}

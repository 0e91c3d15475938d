package htmlprompt

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

const (
	htmlTemplate = `"html/template"`
	textTemplate = `"text/template"`
)

// swap changes the import of the file that a finding stands in, if nothing but that file can notice: no other file of
// the package has the import, nothing exported mentions its types, all that the file names is in text/template too, and
// files that are compiled on other platforms or with tests name nothing that has such a type.
func swap(pass *rule.Pass, pos token.Pos) *analysis.SuggestedFix {
	var spec *ast.ImportSpec
	for _, f := range pass.Files {
		for _, i := range f.Imports {
			switch here := f.FileStart <= pos && pos < f.FileEnd; {
			case i.Path.Value == htmlTemplate && here:
				spec = i
			case i.Path.Value == htmlTemplate, i.Path.Value == textTemplate && here:
				return nil
			}
		}
	}
	if spec == nil || shows(pass.Pkg) || slices.ContainsFunc(pass.Pkg.Imports(), shows) {
		return nil
	}
	for _, obj := range pass.TypesInfo.Uses {
		if obj.Pkg() != nil && obj.Pkg().Path() == "html/template" && obj.Parent() == obj.Pkg().Scope() && !slices.Contains(shared, obj.Name()) {
			return nil
		}
	}
	if noticed(pass) {
		return nil
	}
	return &analysis.SuggestedFix{
		Message:   "Use text/template",
		TextEdits: []analysis.TextEdit{{Pos: spec.Path.Pos(), End: spec.Path.End(), NewText: []byte(textTemplate)}},
	}
}

// shared is what both packages have and what means the same in them.
var shared = []string{"FuncMap", "HTMLEscape", "HTMLEscapeString", "HTMLEscaper", "IsTrue", "JSEscape", "JSEscapeString", "JSEscaper",
	"Must", "New", "ParseFS", "ParseFiles", "ParseGlob", "Template", "URLQueryEscaper"}

// shows reports whether something that a package exports mentions a type of html/template.
func shows(pkg *types.Package) bool {
	if pkg.Path() == "html/template" {
		return false
	}
	for _, name := range pkg.Scope().Names() {
		if obj := pkg.Scope().Lookup(name); obj.Exported() && mentions(obj) {
			return true
		}
	}
	return false
}

// mentions reports whether a type of html/template is a part of what an object is.
func mentions(obj types.Object) bool {
	return strings.Contains(obj.String(), "html/template.") || strings.Contains(types.TypeString(obj.Type().Underlying(), nil), "html/template.")
}

// noticed reports whether a file of the package that is not compiled here may notice that a type of html/template is gone.
func noticed(pass *rule.Pass) bool {
	ignored, tests, err := rule.Unseen(pass.Pass)
	if err != nil {
		return true
	}
	named := map[string]bool{} // what has to do with such a type, by its name: of a package, a field, a method, a parameter
	for id, obj := range pass.TypesInfo.Defs {
		if obj != nil && obj.Type() != nil && mentions(obj) {
			named[id.Name] = true
		}
	}
	return slices.ContainsFunc(slices.Concat(ignored, tests), func(f *ast.File) bool {
		found := false
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				found = found || n.Path.Value == htmlTemplate
			case *ast.Ident:
				found = found || named[n.Name]
			}
			return !found
		})
		return found
	})
}

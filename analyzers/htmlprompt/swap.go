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
// the package has the import, nothing exported mentions its types, and all that the file names is in text/template too.
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
		obj := pkg.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		if strings.Contains(obj.String(), "html/template.") || strings.Contains(types.TypeString(obj.Type().Underlying(), nil), "html/template.") {
			return true
		}
	}
	return false
}

package llm

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// An Embedded is a file that a model reads: a go:embed directive makes it part of the program.
type Embedded struct {
	File string // path of the file that is embedded
	Name string // of the variable
	Role string
	Sink string // the parameter, field or function that it reaches
}

// Directives returns the files that go:embed directives name, by the variables that hold them. A file is the absolute path as the
// directive gives it, which may be a pattern or a folder.
func Directives(files []*ast.File, fset *token.FileSet, info *types.Info) map[types.Object][]string {
	out := map[types.Object][]string{}
	for name, patterns := range astx.Embeds(files) {
		dir := filepath.Dir(fset.PositionFor(name.Pos(), false).Filename)
		for _, p := range patterns {
			out[info.Defs[name]] = append(out[info.Defs[name]], filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(p, "all:"))))
		}
	}
	return out
}

// embedAt returns the embedded file that a place holds, as a literal without words: a variable of this package with a go:embed
// directive, or what one of type embed.FS gives for a constant name.
func (b *builder) embedAt(at flow.Loc) (Literal, bool) {
	if b.embeds == nil {
		b.embeds = Directives(b.pass.Files, b.pass.Fset, b.pass.TypesInfo)
	}
	if len(b.embeds) == 0 {
		return Literal{}, false
	}
	name := ""
	v := at.Value
	if call, _ := flow.CallOf(v); call != nil {
		fn := flow.FuncObject(call.Common())
		if fn == nil || fn.FullName() != "(embed.FS).ReadFile" || len(call.Call.Args) != 2 {
			return Literal{}, false
		}
		text, ok := b.flow.String(call.Call.Args[1])
		load, isLoad := call.Call.Args[0].(*ssa.UnOp)
		if !ok || !isLoad {
			return Literal{}, false
		}
		name, v = text, load.X
	}
	g, ok := v.(*ssa.Global)
	if !ok || g.Object() == nil {
		return Literal{}, false
	}
	files := b.embeds[g.Object()]
	switch {
	case len(files) == 0:
		return Literal{}, false
	case name != "":
		dir := filepath.Dir(b.pass.Fset.PositionFor(g.Object().Pos(), false).Filename)
		return Literal{File: filepath.Join(dir, filepath.FromSlash(name)), Name: g.Name(), Embedded: true}, true
	case len(files) != 1 || !b.flow.CarriesText(g.Object().Type()):
		return Literal{}, false
	}
	return Literal{File: files[0], Name: g.Name(), Embedded: true}, true
}

// addEmbedded records the embedded files among literals, and returns the others.
func (b *builder) addEmbedded(s sink, all []Literal) (rest []Literal) {
	for _, l := range all {
		if !l.Embedded {
			rest = append(rest, l)
			continue
		}
		e := Embedded{l.File, l.Name, s.role, s.name}
		if !slices.ContainsFunc(b.embedded, func(o Embedded) bool { return o.File == e.File && o.Role == e.Role }) {
			b.embedded = append(b.embedded, e)
		}
	}
	return rest
}

// sortedEmbedded returns the embedded files that a model reads. A role that is known hides that one is not.
func (b *builder) sortedEmbedded() []Embedded {
	out := slices.DeleteFunc(slices.Clone(b.embedded), func(e Embedded) bool {
		return e.Role == "any" && slices.ContainsFunc(b.embedded, func(o Embedded) bool { return o.File == e.File && o.Role != "any" })
	})
	slices.SortFunc(out, func(a, b Embedded) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Role, b.Role)) })
	return out
}

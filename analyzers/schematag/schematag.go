// Package schematag finds struct tags that a schema reflector reads otherwise than they look, so that a model gets half a sentence.
//
// It is long because each reflector reads tags in its own way, and because it judges descriptions, required fields, references, strict schemas
// and tools apart, one file each.
package schematag

import (
	"cmp"
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/analyzers/surface"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "schematag", Group: rule.Prompts, Cites: principles.DeclarativePipelines, Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Wants: wants,
		Requires: []*analysis.Analyzer{surface.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

// reflecting returns the packages whose functions make schemas of struct tags, and those by which tools are declared.
func reflecting(known *catalogue.Catalogue) map[string]bool {
	pkgs := map[string]bool{}
	for _, e := range known.Kind("declarative") {
		if e.Role == "schema" || e.Role == "partial" {
			pkgs[e.Package()] = true
		}
	}
	for _, e := range known.Kind("toolname") {
		pkgs[e.Package()] = true
	}
	return pkgs
}

// wants reports whether a package can call a reflector or declare a tool.
func wants(pass *rule.Pass) bool {
	pkgs := reflecting(pass.Catalogue())
	return astx.Imports(pass.Files, func(path string) bool { return pkgs[path] })
}

func run(pass *rule.Pass) error {
	c := &checker{pass: pass, tags: map[token.Pos]*ast.BasicLit{}, structs: map[types.Type]bool{}, read: map[token.Pos][]string{}}
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if field, ok := n.(*ast.Field); ok && field.Tag != nil {
				for _, name := range field.Names {
					c.tags[name.Pos()] = field.Tag
				}
			}
			return true
		})
	}
	all := reflections(pass)
	for _, r := range all {
		c.note(r)
	}
	c.exposed = sync.OnceValue(func() map[token.Pos]bool { return exposed(pass, all) }) // few tags have a fix
	for _, r := range all {
		c.check(r, r.typ)
		brokenReference(pass, r)
	}
	values := onlyValues(pass)
	strict(pass, all, values)
	partial(pass, values)
	checkTools(pass, pass.ResultOf[surface.Analyzer].(*surface.Package).Tools)
	return nil
}

// A checker looks at the fields of the types that are reflected.
type checker struct {
	pass    *rule.Pass
	tags    map[token.Pos]*ast.BasicLit // of the fields that this package declares, by where their names stand
	structs map[types.Type]bool         // whose fields were judged: the first reflector speaks
	read    map[token.Pos][]string      // the dialects that the tag of a field is read in, by where its name stands
	exposed func() map[token.Pos]bool   // see exposed
}

// note notes in which dialect a reflection reads the tags of a struct and of the structs in it.
func (c *checker) note(r reflection) {
	typex.Walk(r.typ, func(t types.Type) []types.Type {
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return typex.Elems(t)
		}
		var inner []types.Type
		for f := range st.Fields() {
			if !slices.Contains(c.read[f.Pos()], r.dialect) {
				c.read[f.Pos()] = append(c.read[f.Pos()], r.dialect)
			}
			inner = append(inner, f.Type())
		}
		return inner
	})
}

// check judges the tags of a struct and of the structs in it.
func (c *checker) check(r reflection, t types.Type) {
	typex.Walk(t, func(t types.Type) []types.Type {
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return typex.Elems(t)
		}
		if c.structs[t] || ownSchema(t) && r.json != "document" {
			return nil
		}
		c.structs[t] = true
		var inner []types.Type
		unmarked := firstUnmarked(r.method, st)
		d := &describer{r.dialect, map[string]string{}}
		for i := range st.NumFields() {
			if c.field(r, st.Field(i), st.Tag(i), d, i == unmarked) && r.json == "document" {
				return nil // one says it
			}
			if name, _, _ := strings.Cut(tagOf(st.Tag(i), "json"), ","); name != "-" {
				inner = append(inner, st.Field(i).Type())
			}
		}
		return inner
	})
}

// ownSchema reports whether a type says itself what its schema is, or how it is written as JSON.
func ownSchema(t types.Type) bool {
	methods := types.NewMethodSet(types.NewPointer(t))
	for m := range methods.Methods() {
		switch name := m.Obj().Name(); {
		case strings.HasPrefix(name, "JSONSchema"), name == "MarshalJSON", name == "MarshalText", name == "GetFieldDocString":
			return true
		}
	}
	return false
}

// field reports the fault of a tag, at the tag if this package has it, else where this package asks for the schema. It reports whether
// there is one.
func (c *checker) field(r reflection, v *types.Var, tag string, d *describer, unmarked bool) bool {
	if json := tagOf(tag, "json"); json == "-" || strings.HasPrefix(json, "-,") || !v.Exported() {
		return false
	}
	fault := judge(r.dialect, tag)
	if fault == nil {
		fault = shape(r.method, v, tag)
	}
	if fault == nil && unmarked {
		fault = &unmarkedField
	}
	if fault == nil {
		fault = d.judge(v, tag)
	}
	if fault == nil {
		return false
	}
	f := rule.Finding{
		Message: "the " + cmp.Or(fault.of, "tag") + " of " + v.Name() + " " + fault.wrong + " (" + r.name + "); " + fault.cure,
		Trace:   []rule.Step{{Pos: r.call.Pos(), Message: "the schema is made by " + r.name}},
	}
	switch {
	case fault.fails:
		f.Severity = rule.Error
	case fault.minor:
		f.Severity = rule.Info
	}
	lit := c.tags[v.Pos()]
	switch {
	case fault.of != "" && v.Pkg() == c.pass.Pkg:
		f.Pos, f.End = v.Pos(), v.Pos()+token.Pos(len(v.Name()))
	case lit != nil:
		f.Pos, f.End = lit.Pos(), lit.End()
		if len(c.read[v.Pos()]) == 1 { // what one dialect asks for may be wrong in another
			f.Fix = fault.fix(lit, r.dialect, c.exposed()[v.Pos()])
		}
	default:
		f.Pos, f.End = r.call.Pos(), r.call.Fun.End()
		f.Trace = []rule.Step{{Pos: v.Pos(), Message: "the tag is here"}}
	}
	c.pass.Report(f)
	return true
}

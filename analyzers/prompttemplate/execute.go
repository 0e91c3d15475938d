package prompttemplate

import (
	"fmt"
	"go/token"
	"text/template/parse"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// Functions of text/template; html/template has the same.
const (
	parseText = "(*text/template.Template).Parse"
	parseHTML = "(*html/template.Template).Parse"
)

var (
	executes = map[string]int{"(*text/template.Template).Execute": 2, "(*html/template.Template).Execute": 2}
	// passed are what a template goes through without a change to its text that matters here.
	passed = map[string]bool{
		"text/template.New": true, "text/template.Must": true, parseText: true, "(*text/template.Template).Funcs": true, "(*text/template.Template).Option": true,
		"html/template.New": true, "html/template.Must": true, parseHTML: true, "(*html/template.Template).Funcs": true, "(*html/template.Template).Option": true,
	}
)

// checkParse reports a constant template that does not parse. Unknown functions are no error.
func (c *checker) checkParse(call ssa.CallInstruction, recv, arg ssa.Value) {
	source, ok := c.template(arg)
	if !ok {
		return
	}
	if _, plain := c.templateSources(recv); !plain {
		return // with other delimiters, say
	}
	if _, err := parseSource(source.text); err != nil {
		c.report(call, fmt.Sprintf("the template does not parse (%v), so the program fails when it runs; correct the template", err),
			rule.Step{Pos: source.pos, Message: "this is the template"})
	}
}

// A source is the text of a template, and where it stands: the literal, or the variable that its file is embedded into.
type source struct {
	text string
	pos  token.Pos
}

// template returns the text of a constant, or of the file that is embedded into a variable, also as its bytes are converted.
func (c *checker) template(v ssa.Value) (source, bool) {
	switch v := v.(type) {
	case *ssa.Const:
		if text, ok := c.flow.String(v); ok {
			return source{text, c.flow.Literal(v).Pos()}, true
		}
	case *ssa.Convert:
		return c.template(v.X)
	case *ssa.Extract:
		return c.fileText(v)
	case *ssa.UnOp:
		if global, ok := v.X.(*ssa.Global); ok && global.Object() != nil {
			text, ok := c.embeddedText(global.Object())
			return source{text, global.Pos()}, ok
		}
	}
	return source{}, false
}

// templateSources returns the texts that a template may be parsed from; ok is false where there may be others, or other delimiters.
func (c *checker) templateSources(tmpl ssa.Value) (sources []source, ok bool) {
	ok = true
	complete := c.flow.Walk([]flow.Loc{{Value: tmpl}}, func(at flow.Visit) bool {
		switch v := at.Loc.Value.(type) {
		case *ssa.Const, *ssa.UnOp, *ssa.Extract:
			if s, isText := c.template(v); isText {
				sources = append(sources, s)
				return false
			}
		case *ssa.Call:
			if fn := flow.FuncObject(v.Common()); fn == nil || !passed[fn.FullName()] {
				ok = false
			}
		case *ssa.Parameter, *ssa.FreeVar, *ssa.Lookup, *ssa.IndexAddr, *ssa.TypeAssert:
			ok = false
		}
		return ok
	}, 500)
	return sources, ok && complete
}

func parseSource(source string) (*parse.Tree, error) {
	t := parse.New("template")
	t.Mode = parse.SkipFuncCheck
	return t.Parse(source, "", "", map[string]*parse.Tree{})
}

// checkExecute checks the fields that a constant template names against the type of its data.
func (c *checker) checkExecute(call ssa.CallInstruction, tmpl, data ssa.Value) {
	if sources, ok := c.templateSources(tmpl); ok && len(sources) == 1 {
		c.checkData(call, sources[0], data)
	} else if files, first := c.parsedFiles(tmpl); first && len(files) > 0 {
		c.checkData(call, files[0].source, data)
	}
}

// checkData checks the fields that a template names against the type of the data.
func (c *checker) checkData(call ssa.CallInstruction, from source, data ssa.Value) {
	boxed, ok := data.(*ssa.MakeInterface)
	if !ok {
		return
	}
	tree, err := parseSource(from.text)
	if err != nil {
		return // said where it is parsed
	}
	check := &fieldChecker{pkg: c.pass.Pkg, root: boxed.X.Type(), keys: c.mapKeys(boxed)}
	check.optional = conditions(tree.Root)
	check.list(tree.Root, check.root)
	for _, m := range check.missing {
		c.report(call, m, rule.Step{Pos: from.pos, Message: "this is the template"})
	}
}

// mapKeys returns the keys of a map that is created and filled in one function and passed nowhere else, or nil.
func (c *checker) mapKeys(data *ssa.MakeInterface) map[string]bool {
	made, ok := data.X.(*ssa.MakeMap)
	if change, isNamed := data.X.(*ssa.ChangeType); isNamed {
		made, ok = change.X.(*ssa.MakeMap)
	}
	if !ok {
		return nil
	}
	keys := map[string]bool{}
	for _, in := range flow.Uses(made) {
		switch in := in.(type) {
		case *ssa.MapUpdate:
			key, ok := c.flow.String(in.Key)
			if !ok {
				return nil
			}
			keys[key] = true
		case *ssa.MakeInterface, *ssa.ChangeType, *ssa.DebugRef:
		default:
			return nil
		}
	}
	return keys
}

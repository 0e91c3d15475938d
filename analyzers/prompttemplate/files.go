package prompttemplate

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// parsesFiles maps the functions that parse files of a file system to the index of that argument; the patterns follow it. Those with a receiver
// keep the name of the template that it is.
var parsesFiles = map[string]int{
	"text/template.ParseFS": 0, "(*text/template.Template).ParseFS": 1, "html/template.ParseFS": 0, "(*html/template.Template).ParseFS": 1,
}

// executesNamed maps the functions that render one of several templates to the index of its name; the data follow it.
var executesNamed = map[string]int{"(*text/template.Template).ExecuteTemplate": 2, "(*html/template.Template).ExecuteTemplate": 2}

// readsFile maps the functions that read one file to the index of the file system; the name follows it.
var readsFile = map[string]int{"(embed.FS).ReadFile": 0, "io/fs.ReadFile": 0}

// fileText returns the text of a constant file that a call reads from a file system which is embedded into a variable of this package.
func (c *checker) fileText(v ssa.Value) (source, bool) {
	x, ok := v.(*ssa.Extract)
	if !ok || x.Index != 0 {
		return source{}, false
	}
	call, ok := x.Tuple.(*ssa.Call)
	if !ok {
		return source{}, false
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return source{}, false
	}
	i, ok := readsFile[fn.FullName()]
	if !ok {
		return source{}, false
	}
	args := flow.Arguments(call.Common())
	name, ok := c.flow.String(args[i+1])
	if !ok {
		return source{}, false
	}
	files := c.embeddedIn(args[i], []string{name})
	if len(files) != 1 {
		return source{}, false
	}
	return files[0].source, true
}

// A file is one of an embedded file system.
type file struct {
	name string
	source
}

// embeddedIn returns the files of the file system in a variable of this package whose names match one of the patterns, in the order of ParseFS.
func (c *checker) embeddedIn(fsys ssa.Value, patterns []string) (files []file) {
	load, ok := ssax.Unboxed(fsys).(*ssa.UnOp)
	if !ok {
		return nil
	}
	global, ok := load.X.(*ssa.Global)
	if !ok {
		return nil
	}
	from, ok := c.files[global.Object()]
	if !ok || global.Object().Pkg() != c.pass.Pkg {
		return nil
	}
	for _, f := range c.readFiles(from.pos, patterns) {
		if matchesFile(from.patterns, f.name) {
			files = append(files, file{f.name, source{f.text, global.Pos()}})
		}
	}
	return files
}

// parsedFiles returns the files that a template is parsed from, and whether the template itself is the first of them.
func (c *checker) parsedFiles(tmpl ssa.Value) (files []file, first bool) {
	calls := map[*ssa.Call]bool{}
	c.flow.Walk([]flow.Loc{{Value: tmpl}}, func(at flow.Visit) bool {
		call, ok := at.Loc.Value.(*ssa.Call)
		if x, isExtract := at.Loc.Value.(*ssa.Extract); isExtract {
			call, ok = x.Tuple.(*ssa.Call)
		}
		if !ok || calls[call] {
			return true
		}
		fn := flow.FuncObject(call.Common())
		if fn == nil {
			return true
		}
		i, ok := parsesFiles[fn.FullName()]
		if !ok {
			return true
		}
		calls[call] = true
		args := flow.Arguments(call.Common())
		var patterns []string
		for _, v := range elements(args[i+1]) {
			p, ok := c.flow.String(v)
			if !ok {
				return false
			}
			patterns = append(patterns, p)
		}
		files = append(files, c.embeddedIn(args[i], patterns)...)
		first = i == 0
		return i > 0
	}, 500)
	return files, first && len(calls) == 1
}

// checkExecuteTemplate checks the fields that an embedded template names against the type of its data.
func (c *checker) checkExecuteTemplate(call ssa.CallInstruction, tmpl, name, data ssa.Value) {
	want, ok := c.flow.String(name)
	if !ok {
		return
	}
	files, _ := c.parsedFiles(tmpl)
	at := slices.IndexFunc(files, func(f file) bool { return path.Base(f.name) == want })
	if at < 0 || slices.ContainsFunc(files, func(f file) bool { return strings.Contains(f.text, "define") && strings.Contains(f.text, `"`+want+`"`) }) {
		return
	}
	c.checkData(call, files[at].source, data)
}

package prompttemplate

import (
	"fmt"
	"go/token"
	"go/types"
	"path"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// fileReaders maps the functions that read named files of a file system to the index of that argument; the names follow it.
var fileReaders = map[string]int{
	"(embed.FS).ReadFile": 0, "(embed.FS).Open": 0, "io/fs.ReadFile": 0,
	"text/template.ParseFS": 0, "(*text/template.Template).ParseFS": 1, "html/template.ParseFS": 0, "(*html/template.Template).ParseFS": 1,
}

// An embedding is a variable with embedded files, and their patterns.
type embedding struct {
	pos      token.Pos
	patterns []string
}

// embeddedFiles returns the embedded file systems of the package.
func (c *checker) embeddedFiles() map[types.Object]embedding {
	out := map[types.Object]embedding{}
	for name, patterns := range astx.Embeds(c.pass.Files) {
		out[c.pass.TypesInfo.Defs[name]] = embedding{name.Pos(), patterns}
	}
	return out
}

// checkFileNames reports constant file names that no pattern of the embedded file system matches.
func (c *checker) checkFileNames(call ssa.CallInstruction, fsys, names ssa.Value, embedded map[types.Object]embedding) {
	if boxed, ok := fsys.(*ssa.MakeInterface); ok {
		fsys = boxed.X
	}
	load, ok := fsys.(*ssa.UnOp)
	if !ok {
		return
	}
	global, ok := load.X.(*ssa.Global)
	if !ok {
		return
	}
	from, ok := embedded[global.Object()]
	if !ok {
		return
	}
	for _, v := range elements(names) {
		if name, ok := c.flow.String(v); ok && !strings.ContainsAny(name, `*?[\`) && !matchesFile(from.patterns, name) {
			c.report(call, fmt.Sprintf("no pattern of %s embeds %s, so reading it fails when the program runs; correct the name or the pattern", global.Name(), rule.Quote(name)),
				rule.Step{Pos: from.pos, Message: global.Name() + " embeds " + strings.Join(from.patterns, " ")})
		}
	}
}

// elements returns the values of a variadic argument, or the argument itself.
func elements(v ssa.Value) []ssa.Value {
	if _, ok := v.(*ssa.Slice); !ok {
		return []ssa.Value{v}
	}
	return ssax.Elements(v)
}

// matchesFile reports whether patterns embed a file: the file matches one, or is not hidden in a folder that does.
func matchesFile(patterns []string, name string) bool {
	for _, p := range patterns {
		p, all := strings.CutPrefix(p, "all:")
		hidden := false
		for at := name; ; at = path.Dir(at) {
			if ok, _ := path.Match(p, at); ok && (all || !hidden || at == name) {
				return true
			}
			hidden = hidden || path.Base(at)[0] == '.' || path.Base(at)[0] == '_'
			if at == "." || at == "/" {
				break
			}
		}
	}
	return false
}

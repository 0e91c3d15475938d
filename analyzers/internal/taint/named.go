package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// readers are the functions that read a file by its name.
var readers = []string{"os.ReadFile", "os.Open", "(embed.FS).ReadFile", "io/fs.ReadFile", "io/ioutil.ReadFile"}

// namesFile reports whether a text gets on along an edge only where a file was read that it names: then it is the name of a file that is there, and no more.
func (t *tracker) namesFile(e flow.Edge) bool {
	text, use := e.From.Value, e.Instr
	if e.Store != nil {
		use = e.Store
	}
	if text == nil || use == nil || use.Parent() != text.Parent() || use.Parent() == nil || !typex.IsString(text.Type()) {
		return false
	}
	read := readEdges(text)
	return len(read) > 0 && !reaches(use.Parent().Blocks[0], use.Block(), read)
}

// readEdges returns the edges that are taken if a file was read that a text names, alone or as a part of its path.
func readEdges(text ssa.Value) (out []edge) {
	names := []ssa.Value{text}
	for n := 0; n < len(names) && n < variantWidth; n++ {
		for _, use := range flow.Uses(names[n]) {
			var next ssa.Value
			switch use := use.(type) {
			case *ssa.BinOp:
				if use.Op == token.ADD {
					next = use
				}
			case *ssa.MakeInterface, *ssa.Slice:
				next = use.(ssa.Value)
			case *ssa.Store:
				if at, ok := use.Addr.(*ssa.IndexAddr); ok && use.Val == names[n] {
					next = at.X
				}
			case *ssa.Call:
				fn := flow.FuncObject(use.Common())
				switch {
				case fn == nil:
				case slices.Contains(readers, fn.FullName()):
					out = append(out, nilErrorEdges(use, fn)...)
				case fn.FullName() == "path/filepath.Join" || fn.FullName() == "path.Join" || fn.FullName() == "fmt.Sprintf":
					next = use
				}
			}
			if next != nil && !slices.Contains(names, next) {
				names = append(names, next)
			}
		}
	}
	return out
}

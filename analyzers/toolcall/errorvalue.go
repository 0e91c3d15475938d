package toolcall

import (
	"fmt"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// resultWidth bounds the places that the result of a tool is followed through.
const resultWidth = 2000

// checkErrorValues judges what is encoded as JSON for a model as the result of a tool: a value of type error becomes {}.
func (c *checker) checkErrorValues() {
	seen := map[ssa.Instruction]bool{}
	report := func(in ssa.Instruction, what string) {
		if !seen[in] {
			seen[in] = true
			c.pass.ReportAround(in.Pos(), rule.Finding{Message: fmt.Sprintf("%s is encoded as {} in JSON, so the model never learns what failed; encode its Error() text", what)})
		}
	}
	for _, v := range c.info.ToolResults() {
		c.info.Flow().Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
			switch w := at.Loc.Value.(type) {
			case *ssa.MakeMap:
				for _, r := range flow.Uses(w) {
					if u, ok := r.(*ssa.MapUpdate); ok && u.Map == w && isErrorValue(u.Value) {
						key, _ := c.info.Flow().String(u.Key)
						report(u, fmt.Sprintf("the error under %q", key))
					}
				}
			case *ssa.MakeInterface:
				if at.Edge.Kind != flow.Encoded {
					break
				}
				if name := errorField(w.X.Type()); name != "" && at.Edge.Instr != nil {
					report(at.Edge.Instr, "the error in field "+name)
				}
			}
			return true
		}, resultWidth)
	}
}

// isErrorValue reports whether a value of type error was put into an interface.
func isErrorValue(v ssa.Value) bool {
	c, ok := v.(*ssa.ChangeInterface)
	return ok && typex.IsError(c.X.Type())
}

// errorField returns a field of a struct that holds an error and is encoded, or "".
func errorField(t types.Type) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for i := range st.NumFields() {
		name, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
		if f := st.Field(i); f.Exported() && typex.IsError(f.Type()) && name != "-" {
			return f.Name()
		}
	}
	return ""
}

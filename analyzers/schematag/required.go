package schematag

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// What makes a field required, where it is not the usual: what has neither omitempty nor omitzero.
const (
	byTag      = "tag"         // the flag required in its tag, and nothing else
	noOmitzero = "no-omitzero" // what has no omitempty
)

// required reads the key of the catalogue of that name: one of the constants, or the release since which omitzero is known.
func required(pass *rule.Pass, fn *types.Func, key string) string {
	since, ok := strings.CutPrefix(key, "no-omitzero-until-")
	if !ok {
		return key
	}
	if used := llm.ModuleVersion(pass.Fset, fn.Pos()); used != "" && semver.Compare(used, since) < 0 {
		return noOmitzero
	}
	return ""
}

// unmarkedField is the fault of a struct none of whose fields is required, though none of their tags says so.
var unmarkedField = fault{minor: true, of: "schema", wrong: `leaves it optional, like all fields without jsonschema:"required", so the tool may run on zero values`,
	cure: "add it to what the tool needs"}

// firstUnmarked returns the first field that nothing makes optional, of a struct of which the reflector takes all fields for optional, or -1.
func firstUnmarked(m method, st *types.Struct) int {
	if m.required != byTag {
		return -1
	}
	first := -1
	for i := range st.NumFields() {
		if slices.Contains(splitTag(tagOf(st.Tag(i), schemaTag)), "required") {
			return -1
		}
		json, isPointer := tagOf(st.Tag(i), "json"), false
		switch st.Field(i).Type().Underlying().(type) {
		case *types.Pointer, *types.Slice, *types.Map, *types.Interface:
			isPointer = true
		}
		if first < 0 && st.Field(i).Exported() && json != "-" && !strings.Contains(json, ",omit") && !isPointer {
			first = i
		}
	}
	return first
}

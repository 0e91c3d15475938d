package catalogue

import (
	"go/importer"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

// TestStandardLibrary resolves each row about the standard library. Those of SDKs are resolved in testdata/catalogue.
func TestStandardLibrary(t *testing.T) {
	from := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, e := range Default().Entries() {
		if e.SDK.Name != "std" {
			continue
		}
		pkg, err := from.Import(e.Package())
		if err != nil {
			t.Fatal(err)
		}
		name, member, _ := strings.Cut(strings.TrimPrefix(strings.TrimLeft(e.Symbol, "(*"), e.Package()+"."), ".")
		obj := pkg.Scope().Lookup(strings.TrimSuffix(name, ")"))
		if obj != nil && member != "" {
			obj, _, _ = types.LookupFieldOrMethod(obj.Type(), true, pkg, member)
		}
		switch obj := obj.(type) {
		case *types.Func:
			if obj.FullName() != e.Symbol {
				t.Errorf("%s: %s is declared as %s", e.Pos, e.Symbol, obj.FullName())
			}
			for _, place := range []string{e.Place, e.To} {
				if _, ok := SlotOf(obj.Signature(), place); !ok && place != "" {
					t.Errorf("%s: no %s in %s", e.Pos, place, obj.Signature())
				}
			}
		case *types.Var:
			if e.Place != "field" {
				t.Errorf("%s: %s is a field", e.Pos, e.Symbol)
			}
		case *types.TypeName:
			if e.Place != "type" {
				t.Errorf("%s: %s is a type", e.Pos, e.Symbol)
			}
		default:
			t.Errorf("%s: no such thing as %s", e.Pos, e.Symbol)
		}
	}
}

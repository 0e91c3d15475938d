package shape

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// TestShapes judges each declaration of the files in testdata by the comment after its first line.
func TestShapes(t *testing.T) {
	for _, name := range []string{"testdata/models.go.txt", "testdata/others.go.txt"} {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		info := &types.Info{Defs: map[*ast.Ident]types.Object{}}
		conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
		if _, err := conf.Check(file.Name.Name, fset, []*ast.File{file}, info); err != nil {
			t.Fatal(err)
		}
		want := map[int]string{}
		for _, g := range file.Comments {
			for _, c := range g.List {
				want[fset.Position(c.Pos()).Line] = strings.TrimSpace(strings.TrimPrefix(c.Text, "//"))
			}
		}
		var j Judge
		for id, obj := range info.Defs {
			got := ""
			switch obj := obj.(type) {
			case *types.TypeName:
				got = kind(&j, obj.Type())
			case *types.Func:
				if j.CallOf(obj.Name(), obj.Signature()) != nil {
					got = "call"
				}
			default:
				continue
			}
			if pos := fset.Position(id.Pos()); got != want[pos.Line] {
				t.Errorf("%s: %s is %q, want %q", pos, id.Name, got, want[pos.Line])
			}
		}
	}
}

func TestWords(t *testing.T) {
	for name, want := range map[string][]string{
		"":             nil,
		"systemPrompt": {"system", "prompt"},
		"LLMMock":      {"llm", "mock"},
		"HTTPClient":   {"http", "client"},
		"default_MSG_": {"default", "msg"},
	} {
		if got := Words(name); !slices.Equal(got, want) {
			t.Errorf("the words of %q are %q, want %q", name, got, want)
		}
	}
}

func kind(j *Judge, t types.Type) string {
	switch _, _, call := ToolCallOf(t); {
	case j.IsMessage(t):
		return "message"
	case j.RequestOf(t).Score > 0:
		return "request"
	case j.IsResponse(t):
		return "response"
	case call:
		return "toolcall"
	}
	return ""
}

// TestRecursiveTypes ends.
func TestRecursiveTypes(t *testing.T) {
	const src = `package p
type List []List
type Map map[string]Map
type Ptr *Ptr
type Node struct { *Node; Role string; Content []Node; Usage *Node; Choices []Node; Parts Ptr }
type Fn func() Fn
type Chan chan Chan
type I interface { Recv() I; Role() string; Content() I }
func F(a List, b Map, c Ptr, d Node, e Fn, f Chan, g I) (Node, I, Chan, error) { panic("") }
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var j Judge
	for _, name := range pkg.Scope().Names() {
		kind(&j, pkg.Scope().Lookup(name).Type())
	}
	f := pkg.Scope().Lookup("F").(*types.Func)
	if inputs := j.CallOf("F", f.Signature()); inputs != nil {
		t.Errorf("F asks a model by %v", inputs)
	}
}

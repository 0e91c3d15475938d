package catalogue

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

// What of a row does not exist in its package is named, with the nearest name that does.
func TestUnresolved(t *testing.T) {
	const src = `package acme

type Client struct{ inner }

type inner struct{ Name string }

func (*inner) Close() {}

func (*Client) Ask(instructions, question string) string { return "" }

type Asker interface{ Ask(text string) string }

type Box[T any] struct{ Value T }

func (*Box[T]) Put(value T) {}

const Model = "m"

var Default = &Client{}

func Run(script string, args ...string) error { return nil }
`
	fset := token.NewFileSet()
	f, err := goparser.ParseFile(fset, "acme.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("example.com/acme", fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ row, want string }{
		{"prompt system (*$.Client).Ask arg:instructions", ""},
		{"prompt system (*$.Client).Ask arg:0", ""},
		{"prompt system (*$.Client).Ask arg:2", "it has no parameter 2; want one of instructions, question"},
		{"prompt system (*$.Client).Ask arg:instruction", `it has no parameter instruction; did you mean "instructions"?`},
		{"prompt system (*$.Client).Aks arg:instructions", `Client has no Aks; did you mean "Ask"?`},
		{"prompt system (*$.Cliant).Ask arg:instructions", `package example.com/acme has no Cliant; did you mean "Client"?`},
		{"prompt system (*$.Client).Close arg:instructions", "it is declared as (*example.com/acme.inner).Close"},
		{"prompt system ($.Asker).Ask arg:text", ""},
		{"prompt system (*$.Box).Put arg:value", ""},
		{"prompt system $.Box.Value field", ""},
		{"prompt system $.Box.Valeu field", `Box has no Valeu; did you mean "Value"?`},
		{"prompt system $.Model.Value field", "Model is not a type"},
		{"output text (*$.Client).Ask result:1", "it has no result:1: func(instructions string, question string) string"},
		{"sink exec $.Run arg:script", ""},
		{"sink exec $.Run arg:args...", ""},
		{"sink exec $.Model arg:script", "Model is not a function"},
		{"flow text $.Run arg:script -> result:2", "it has no result:2: func(script string, args ...string) error"},
		{"vendor client $.Run type", "Run is not a type"},
		{"vendor client $.Client type", ""},
	} {
		c := New()
		if err := c.Add("test.llm", strings.NewReader("sdk s vendor=v class=model\nmodule example.com/acme v1.0.0\n"+test.row)); err != nil {
			t.Errorf("%s: %v", test.row, err)
			continue
		}
		if got := c.Entries()[0].Unresolved(pkg); got != test.want {
			t.Errorf("%s: %q, want %q", test.row, got, test.want)
		}
	}
}

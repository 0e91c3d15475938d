// Package cataloguecheck resolves every symbol of the SDK catalogue in the real SDKs, so that no entry rots.
package cataloguecheck

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// TestSymbols checks each release that the Go module proxy serves. Releases that share a module path with another
// cannot be required together: those that the catalogue holds apart are required by the module in the folder alpha.
func TestSymbols(t *testing.T) {
	entries := catalogue.Default().Entries()
	for _, dir := range []string{".", "alpha"} {
		t.Run(dir, func(t *testing.T) {
			byModule := map[catalogue.Module][]*catalogue.Entry{}
			for _, e := range entries {
				if e.SDK.Name == "std" {
					continue // checked where the catalogue is
				}
				for _, m := range e.In {
					if m.Unavailable == "" && m.Apart == (dir == "alpha") {
						byModule[m] = append(byModule[m], e)
					}
				}
			}
			pkgs, err := load(dir, byModule)
			if err != nil {
				t.Fatal(err)
			}
			modules := slices.SortedFunc(maps.Keys(byModule), func(a, b catalogue.Module) int {
				return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Version, b.Version))
			})
			for _, m := range modules {
				good := 0
				for _, e := range byModule[m] {
					if err := check(pkgs, m, e); err != nil {
						t.Errorf("%s: %s %s: %v", e.Pos, e.Kind, e.Symbol, err)
					} else {
						good++
					}
				}
				t.Logf("checked %d of %d symbols of %s %s", good, len(byModule[m]), m.Path, m.Version)
			}
		})
	}
	for _, s := range slices.Concat(catalogue.Default().SDKs(), catalogue.Default().Libraries()) {
		for _, m := range s.Modules {
			if m.Unavailable != "" && s.Binding == "" {
				t.Logf("unchecked: %s %s: %s", m.Path, m.Version, m.Unavailable)
			}
		}
	}
}

// TestMisspelt shows that the check can fail.
func TestMisspelt(t *testing.T) {
	const head = "sdk s vendor=v class=model\nmodule github.com/sashabaranov/go-openai v1.43.0\n"
	for _, test := range []struct{ line, want string }{
		{"call chat (*$.Client).CreateChatCompletion arg:request ctx=ctx", ""},
		{"call chat (*$.Client).CreateChatCompletoin arg:request ctx=ctx", "no such method"},
		{"call chat (*$.Client).CreateChatCompletion arg:req ctx=ctx", "no parameter at arg:req"},
		{"call chat (*$.Client).CreateChatCompletion arg:request", "has a context.Context"},
		{"call chat (*$.Client).CreateChatCompletion arg:request ctx=request", "is no context.Context"},
		{"call chat (*$.Client).CreateChatCompletion arg:request... ctx=ctx", "is variadic: false"},
		{"prompt any $.ChatCompletionMessage.Contents field", "no such field"},
		{"prompt any $.ChatCompletionMessage.Content field role-field=Rolle", "no field Rolle"},
		{"vendor client $.Klient type", "no such type"},
		{"output stream (*$.ChatCompletionStream).Recv result:0", "declared as (*github.com/sashabaranov/go-openai.streamReader).Recv"},
	} {
		c := catalogue.New()
		if err := c.Add("test.llm", strings.NewReader(head+test.line)); err != nil {
			t.Fatal(err)
		}
		e := c.Entries()[0]
		pkgs, err := load(".", map[catalogue.Module][]*catalogue.Entry{e.In[0]: {e}})
		if err != nil {
			t.Fatal(err)
		}
		err = check(pkgs, e.In[0], e)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: got %v, want %q", test.line, err, test.want)
		}
	}
}

// load type-checks the packages of the entries from source. It drops function bodies: declarations are all that
// the catalogue talks about, and compiling some hundred dependencies for their export data takes minutes.
func load(dir string, byModule map[catalogue.Module][]*catalogue.Entry) (map[string]*packages.Package, error) {
	paths := map[string]bool{}
	for _, es := range byModule {
		for _, e := range es {
			paths[e.Package()] = true
		}
	}
	loaded, err := packages.Load(&packages.Config{
		Dir:  dir,
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedModule,
		ParseFile: func(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
			file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
			if file != nil {
				for _, d := range file.Decls {
					if f, ok := d.(*ast.FuncDecl); ok {
						f.Body = nil
					}
				}
			}
			return file, err
		},
	}, slices.Sorted(maps.Keys(paths))...)
	pkgs := map[string]*packages.Package{}
	for _, p := range loaded {
		pkgs[p.PkgPath] = p
	}
	return pkgs, err
}

// check resolves one entry in one release.
func check(pkgs map[string]*packages.Package, m catalogue.Module, e *catalogue.Entry) error {
	p := pkgs[e.Package()]
	if p == nil || p.Types == nil || p.Types.Scope().Len() == 0 {
		return errors.New("no such package")
	}
	if p.Module == nil {
		return errors.New("in no module")
	}
	// A helper of another module, such as aws.String, has no release in the catalogue.
	if inside := strings.HasPrefix(e.Package()+"/", m.Path+"/"); inside && p.Module.Version != m.Version {
		return fmt.Errorf("the catalogue has release %s, go.mod has %s", m.Version, p.Module.Version)
	}
	name := strings.TrimPrefix(strings.TrimLeft(e.Symbol, "(*"), e.Package()+".")
	typeName, member, _ := strings.Cut(name, ".")
	typeName = strings.TrimSuffix(typeName, ")")
	obj := p.Types.Scope().Lookup(typeName)
	switch e.Place {
	case "type":
		if _, ok := obj.(*types.TypeName); !ok {
			return errors.New("no such type")
		}
		return nil
	case "const":
		if _, ok := obj.(*types.Const); !ok {
			return errors.New("no such constant")
		}
		return nil
	case "var":
		if _, ok := obj.(*types.Var); !ok {
			return errors.New("no such variable")
		}
		return nil
	case "field":
		return checkField(obj, member, e)
	}
	return checkCallee(obj, member, e)
}

func checkField(obj types.Object, name string, e *catalogue.Entry) error {
	if obj == nil {
		return errors.New("no such type")
	}
	s, ok := obj.Type().Underlying().(*types.Struct)
	if !ok {
		return errors.New("no struct type")
	}
	f := fieldOf(s, name)
	if f == nil {
		if v, _, _ := types.LookupFieldOrMethod(obj.Type(), true, obj.Pkg(), name); v != nil {
			return fmt.Errorf("the field is promoted: name the type that declares it (%s)", v.Pkg().Path())
		}
		return errors.New("no such field")
	}
	if sibling := e.Attrs["role-field"]; sibling != "" && fieldOf(s, sibling) == nil {
		return fmt.Errorf("role-field: no field %s", sibling)
	}
	return checkInput(f.Type(), e)
}

func fieldOf(s *types.Struct, name string) *types.Var {
	for f := range s.Fields() {
		if f.Name() == name {
			return f
		}
	}
	return nil
}

func checkCallee(obj types.Object, method string, e *catalogue.Entry) error {
	var sig *types.Signature
	switch {
	case obj == nil:
		return errors.New("no such name")
	case method == "":
		var ok bool
		if sig, ok = obj.Type().Underlying().(*types.Signature); !ok {
			return errors.New("no function")
		}
	default:
		f, _, _ := types.LookupFieldOrMethod(obj.Type(), true, obj.Pkg(), method)
		fn, ok := f.(*types.Func)
		if !ok {
			return errors.New("no such method")
		}
		if full := brackets.ReplaceAllString(fn.Origin().FullName(), ""); full != e.Symbol {
			return fmt.Errorf("declared as %s", full)
		}
		sig = fn.Signature()
	}
	if strings.HasPrefix(e.Place, "arg:") {
		i := e.Param(sig)
		if i < 0 {
			return fmt.Errorf("no parameter at %s in %s", e.Place, sig)
		}
		if last := sig.Variadic() && i == sig.Params().Len()-1; e.Variadic() != last {
			return fmt.Errorf("the parameter is variadic: %v", last)
		}
		if err := checkInput(sig.Params().At(i).Type(), e); err != nil {
			return err
		}
	}
	if n, ok := strings.CutPrefix(e.Place, "result:"); ok {
		i, err := strconv.Atoi(n)
		if err != nil || i >= sig.Results().Len() {
			return fmt.Errorf("no result at %s in %s", e.Place, sig)
		}
		if t := sig.Results().At(i).Type().String(); e.Kind == "output" && (t == "error" || t == "bool") {
			return fmt.Errorf("no output in the %s of %s", t, sig)
		}
	}
	if e.Place == "recv" && sig.Recv() == nil {
		return errors.New("no receiver")
	}
	if _, ok := catalogue.SlotOf(sig, e.To); e.To != "" && !ok {
		return fmt.Errorf("no value at %s in %s", e.To, sig)
	}
	if arg := e.Attrs["role-arg"]; arg != "" && catalogue.Param(sig, arg) < 0 {
		return fmt.Errorf("role-arg: no parameter %s in %s", arg, sig)
	}
	return checkContext(sig, e)
}

// checkInput checks that a handler is a function and has the parameters that the model fills.
func checkInput(handler types.Type, e *catalogue.Entry) error {
	input := e.Attrs["input"]
	if input == "" {
		return nil
	}
	fn, ok := handler.Underlying().(*types.Signature)
	if !ok {
		return fmt.Errorf("%s is no function", handler)
	}
	for n := range strings.SplitSeq(input, ",") {
		if j, err := strconv.Atoi(n); err != nil || j >= fn.Params().Len() {
			return fmt.Errorf("input=%s: no parameter %s in %s", input, n, fn)
		}
	}
	return nil
}

var brackets = regexp.MustCompile(`\[[^\]]*\]`)

func checkContext(sig *types.Signature, e *catalogue.Entry) error {
	isContext := func(i int) bool { return types.Unalias(sig.Params().At(i).Type()).String() == "context.Context" }
	if e.Ctx != "" {
		if i := catalogue.Param(sig, e.Ctx); i < 0 || !isContext(i) {
			return fmt.Errorf("ctx=%s is no context.Context in %s", e.Ctx, sig)
		}
		return nil
	}
	for i := range sig.Params().Len() {
		if e.Kind == "call" && isContext(i) {
			return fmt.Errorf("has a context.Context: say ctx=%s", cmp.Or(sig.Params().At(i).Name(), strconv.Itoa(i)))
		}
	}
	return nil
}

// Package surface describes what a model can read, call and cost in a Go package: its prompts, the models that it names,
// the SDKs by which it reaches them, and the tools that it offers, with the schema of their arguments and the
// functions behind them.
//
// [Analyzer] makes the description of one package. A driver that sees a whole module joins them and follows the tools'
// handlers through [Package.Functions] to what they can reach; see [Link].
package surface

import (
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
)

// Analyzer describes a package. Its result is a *[Package]; for a package that is not part of the code under check it is
// empty.
var Analyzer = &analysis.Analyzer{
	Name:       "zcsurface",
	Doc:        "describe what a model can read, call and cost",
	Requires:   []*analysis.Analyzer{llm.Analyzer},
	ResultType: reflect.TypeFor[*Package](),
	Run: func(pass *analysis.Pass) (any, error) {
		return describe(pass, pass.ResultOf[llm.Analyzer].(*llm.Info)), nil
	},
}

// A Package is the surface of one package. All lists are in the order of the source.
type Package struct {
	Types     *types.Package
	Prompts   []Prompt
	Embedded  []Embedded
	Models    []Model
	Services  []Service
	Tools     []Tool
	Loops     []Loop
	Bindings  map[string]string    // handlers by the variables of other packages that hold the declaration of their tool
	Functions map[string]*Function // by full name, see [FuncName]; those that handlers may reach; of a package without tools see AddFunctions
}

// A Prompt is a text in the code that a model reads.
type Prompt struct {
	Pos    token.Pos
	Role   string      // system, user, assistant, template, fewshot, completion or any
	Name   string      // what it stands in, such as "constant systemPrompt" or "text in Ask"
	Sink   string      // what it is passed to
	Pieces []token.Pos // of the literals that it is made of, in the order of the text; in this package or another
}

// An Embedded is a file that a go:embed directive makes part of the program, and that a model reads.
type Embedded struct {
	File string // its path
	Name string // of the variable
	Role string // as of a prompt
	Sink string // what it is passed to
}

// A Model is the ID of a model in the code.
type Model struct {
	Pos  token.Pos
	ID   string
	Role string // chat, embed …
	Sink string // what takes it
}

// A Service is an SDK that the package imports.
type Service struct {
	Pos     token.Pos // of the import
	SDK     string    // its name in the catalogue
	Vendor  string
	Class   string // model, framework, vectorstore, cloud or protocol
	Package string // the import path
}

// A Tool is a function that a model may call.
type Tool struct {
	Pos         token.Pos // where it is declared
	Name        string    // "" if it is computed
	Description string    // "" if there is none or it is computed
	// DescriptionFile is the path of the embedded file that the description is, if Description is "".
	DescriptionFile string

	Schema      []byte // the JSON schema of its arguments in the form that the SDK makes, or nil if unknown
	SchemaBy    string // what made the schema: the reflector's name, "literal", or why there is none
	Annotations map[string]bool
	By          string // the function or type by which it is declared
	Handler     string // FuncName of the function behind it, or "" if unknown
	Var         string // of the package, that holds the declaration: its path and name, or ""
}

// A Loop calls a model each turn, and the model's answer can end it.
type Loop struct {
	Pos   token.Pos
	Func  string // FuncName of what it stands in
	Calls string // the model call
	Bound string // what else ends it, see agentloop
}

// Words counts the words of a text as the rules do: also of scripts without spaces, and without what is left to be filled in.
func Words(text string) int { return llm.CountWords(text) }

// describe makes the surface of a package.
func describe(pass *analysis.Pass, info *llm.Info) *Package {
	p := &Package{Types: pass.Pkg, Functions: map[string]*Function{}}
	if !info.InModule() {
		return p
	}
	for _, prompt := range info.Prompts {
		one := Prompt{Pos: prompt.Pos, Role: prompt.Role, Name: prompt.What(), Sink: prompt.Sink}
		for _, piece := range prompt.Parts {
			one.Pieces = append(one.Pieces, piece.Pos)
		}
		if len(one.Pieces) == 0 {
			one.Pieces = []token.Pos{prompt.Pos}
		}
		p.Prompts = append(p.Prompts, one)
	}
	for _, e := range info.Embedded {
		p.Embedded = append(p.Embedded, Embedded(e))
	}
	for _, m := range info.Models {
		if strings.ContainsAny(m.ID, "% {\n") {
			continue // a format, or a template
		}
		p.Models = append(p.Models, Model{Pos: m.Pos, ID: m.ID, Role: m.Role, Sink: m.Sink})
	}
	p.Services = services(pass, info)
	p.Tools, p.Bindings = tools(pass, info)
	if len(p.Tools) > 0 {
		p.AddFunctions(pass)
	}
	return p
}

// AddFunctions sets the functions of a package, which take long to list, and which only tools of other packages need where it has no
// tools itself.
func (p *Package) AddFunctions(pass *analysis.Pass) { p.Functions = functions(pass) }

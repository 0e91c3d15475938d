package llm

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

const (
	// maxProgramSteps bounds the search for the name of a program. Most name it where they start it, or in a default that a
	// constructor stores.
	maxProgramSteps = 200

	// maxProgramName bounds the literals that are read as the name of a program, with its path.
	maxProgramName = 200
)

// programRows returns the rows of a function that starts programs, those that say which program hands its input to a model.
func (b *builder) programRows(fn *types.Func) (out []*catalogue.Entry) {
	for _, e := range b.catalogue.Lookup(fn.FullName()) {
		if e.Attrs["program"] != "" {
			out = append(out, e)
		}
	}
	return out
}

// startsProgram reports whether a function starts programs, and the package has the name of one that hands its input to a model.
func (b *builder) startsProgram(fn *types.Func) bool {
	for _, e := range b.programRows(fn) {
		for expr := range b.pass.TypesInfo.Types {
			lit, ok := expr.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING || len(lit.Value) > maxProgramName {
				continue
			}
			if file, err := strconv.Unquote(lit.Value); err == nil && isProgram(e, file) {
				return true
			}
		}
	}
	return false
}

// programOf returns the name of the program that a call starts, if it is one of those that a row names, or "".
func (b *builder) programOf(e *catalogue.Entry, sig *types.Signature, args []ssa.Value) (name string) {
	i := catalogue.Param(sig, "name")
	if i < 0 || i >= len(args) {
		return ""
	}
	b.flow.Walk([]flow.Loc{{Value: args[i]}}, func(at flow.Visit) bool {
		if at.Loc.Value != nil && name == "" {
			if file, ok := b.flow.String(at.Loc.Value); ok && isProgram(e, file) {
				name = programName(file)
			}
		}
		return name == ""
	}, maxProgramSteps)
	return name
}

// programSinks returns the sinks that the arguments of a program are, as the sink that all of them together would be says more of them.
func (b *builder) programSinks(e *catalogue.Entry, whole sink, sig *types.Signature, args []ssa.Value) (out []sink) {
	program := b.programOf(e, sig, args)
	if program == "" {
		return nil
	}
	whole.passTo(program)
	for _, arg := range b.programArgs(whole.loc.Value, map[ssa.Value]bool{}) {
		s := whole
		s.loc, s.role = flow.Loc{Value: arg.value}, arg.role
		out = append(out, s)
	}
	return out
}

// passTo makes a sink one of a program.
func (s *sink) passTo(program string) {
	s.name = "the program " + program
	s.sender, s.isRun = "passed to "+s.name, true
}

// A programArg is an argument of a program, with the role of the prompt that it may be.
type programArg struct {
	value ssa.Value
	role  string
}

// otherFlags are parts of the names of flags whose value is no talk: lists of tools, schemas, paths, names of models.
var otherFlags = []string{"tool", "schema", "config", "setting", "agents", "dir", "model", "format", "permission", "sandbox", "profile", "session", "resume", "file"}

// programArgs returns the arguments of a program that may be prompts. A list that is built elsewhere is one.
func (b *builder) programArgs(list ssa.Value, seen map[ssa.Value]bool) (out []programArg) {
	if seen[list] {
		return nil
	}
	seen[list] = true
	switch v := list.(type) {
	case *ssa.Phi:
		for _, e := range v.Edges {
			out = append(out, b.programArgs(e, seen)...)
		}
		return out
	case *ssa.Call:
		if fn, ok := v.Call.Value.(*ssa.Builtin); ok && fn.Name() == "append" {
			return append(b.programArgs(v.Call.Args[0], seen), b.programArgs(v.Call.Args[1], seen)...)
		}
	case *ssa.Const: // nil
		return nil
	}
	args := ssax.Elements(list)
	if len(args) == 0 {
		return []programArg{{list, "any"}}
	}
	flag := ""
	for _, a := range args {
		if !slices.ContainsFunc(otherFlags, func(part string) bool { return strings.Contains(flag, part) }) {
			role := "any"
			if strings.Contains(flag, "system") {
				role = "system"
			}
			out = append(out, programArg{a, role})
		}
		flag, _ = b.flow.String(a)
		if !strings.HasPrefix(flag, "-") {
			flag = ""
		}
		flag = strings.ToLower(flag)
	}
	return out
}

// programBehind returns the name of the program that a command starts, if one of the rows of what made the command names it, or "".
func (b *builder) programBehind(cmd ssa.Value) (name string) {
	b.flow.Walk([]flow.Loc{{Value: cmd}}, func(at flow.Visit) bool {
		call, _ := flow.CallOf(at.Loc.Value)
		if call == nil || name != "" {
			return name == ""
		}
		if fn := flow.FuncObject(call.Common()); fn != nil {
			for _, e := range b.programRows(fn) {
				name = b.programOf(e, fn.Signature(), flow.ArgumentsOf(fn, call.Common()))
			}
		}
		return name == ""
	}, maxProgramSteps)
	return name
}

func isProgram(e *catalogue.Entry, file string) bool {
	return slices.Contains(strings.Split(e.Attrs["program"], ","), programName(file))
}

func programName(file string) string {
	return strings.TrimSuffix(path.Base(strings.ReplaceAll(file, `\`, "/")), ".exe")
}

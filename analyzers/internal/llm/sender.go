package llm

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// callerDepth bounds the levels of callers that are searched for the model call that sends a text.
const callerDepth = 3

// sender says how a prompt in the declaration decl gets to the model: "sent by" the vendor's call, the interface's method or the
// wrapper that the package calls, "passed to" a function that stores it, or "sent through" the field or constructor where no call
// is visible, or none that is known to read it.
func (b *builder) sender(s sink, decl string) string {
	if s.sender != "" {
		return s.sender
	}
	if s.instr == nil || strings.HasPrefix(s.role, "server-") { // what a server says of itself goes to whoever connects
		return "sent through " + s.name
	}
	if call, ok := s.instr.(ssa.CallInstruction); ok {
		if name := b.sendingCall(call); name != "" {
			return "sent by " + name
		}
		if b.requestPosts[s.instr] {
			if top := ssax.Outermost(s.instr.Parent()); top.Name() != decl {
				return "sent by " + shortFunc(top)
			}
			return "sent by " + s.name
		}
		fn, _, _, entries := b.lookupCall(call.Common())
		if fn != nil && len(entries) == 0 {
			return "passed to " + flow.ShortName(fn)
		}
		if fn == nil {
			return "sent by " + s.name
		}
	}
	if name := b.nearbyCall(s.instr); name != "" {
		return "sent by " + name
	}
	return "sent through " + s.name
}

// sendingCall returns the name of a call that sends a request to a model, or "".
func (b *builder) sendingCall(call ssa.CallInstruction) string {
	if c := b.knownCall(call); c != nil {
		if strings.HasPrefix(c.Role, "embed") || c.isNonModel() {
			return ""
		}
		return c.Name
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return ""
	}
	_, inferred := b.inferredCalls[call]
	if inferred || (b.callsModel[fn.FullName()] || b.in.callsModel(fn.FullName())) && takesText(fn.Signature()) {
		return flow.ShortName(fn)
	}
	return ""
}

// takesText reports whether a function has a parameter, other than a context, that can hold text.
func takesText(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if _, basic := p.Type().Underlying().(*types.Basic); !flow.IsContext(p.Type()) && (!basic || typex.IsText(p.Type())) {
			return true
		}
	}
	return false
}

// nearbyCall returns the name of the model call nearest to an instruction: the next one in its function, else the last one before,
// else one in a caller.
func (b *builder) nearbyCall(in ssa.Instruction) string {
	level := []ssa.Instruction{in}
	seen := map[*ssa.Function]bool{}
	for range callerDepth {
		var next []ssa.Instruction
		for _, in := range level {
			fn := ssax.Outermost(in.Parent())
			if seen[fn] {
				continue
			}
			seen[fn] = true
			if name := b.nearestCall(fn, in); name != "" {
				return name
			}
			for _, call := range b.flow.Callers(fn) {
				next = append(next, call)
			}
		}
		level = next
	}
	return ""
}

// nearestCall returns the name of the first sending call from an instruction on in a function and its literals, else of the last one
// before it. A call follows what fills in its arguments, wherever these are written.
func (b *builder) nearestCall(fn *ssa.Function, from ssa.Instruction) string {
	before, behind, reached := "", "", false
	each(fn, func(in ssa.Instruction) {
		reached = reached || in == from
		call, ok := in.(ssa.CallInstruction)
		if !ok || behind != "" {
			return
		}
		if name := b.sendingCall(call); name != "" {
			if reached {
				behind = name
			} else {
				before = name
			}
		}
	})
	return cmp.Or(behind, before)
}

// shortFunc names a function as messages do.
func shortFunc(f *ssa.Function) string {
	if obj, ok := f.Object().(*types.Func); ok {
		return flow.ShortName(obj)
	}
	return f.Name()
}

// each visits the instructions of a function and of its function literals.
func each(f *ssa.Function, do func(ssa.Instruction)) {
	for in := range ssax.Instructions(f) {
		do(in)
	}
	for _, lit := range f.AnonFuncs {
		each(lit, do)
	}
}

// An enclosingDecl is the declaration around a literal.
type enclosingDecl struct {
	decl string // the top-level function or variable
	name string // the variable that it is assigned to, or else the declaration
}

// enclosing returns the declaration around a position.
func (b *builder) enclosing(pos token.Pos) enclosingDecl {
	for _, f := range b.pass.Files {
		if pos < f.FileStart || pos > f.FileEnd {
			continue
		}
		for _, d := range f.Decls {
			if pos < d.Pos() || pos > d.End() {
				continue
			}
			switch d := d.(type) {
			case *ast.FuncDecl:
				if name := assignedName(d, pos); name != "" {
					return enclosingDecl{d.Name.Name, name}
				}
				return enclosingDecl{d.Name.Name, d.Name.Name}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if v, ok := s.(*ast.ValueSpec); ok && pos >= v.Pos() && pos <= v.End() && len(v.Names) > 0 {
						return enclosingDecl{v.Names[0].Name, v.Names[0].Name}
					}
				}
			}
		}
	}
	return enclosingDecl{}
}

// minTellingName is the length from which the name of a local variable is taken to say more than the function's.
const minTellingName = 6

// isFormatCall reports whether a call is of package fmt or strings, whose result is made of its arguments.
func isFormatCall(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return ok && (pkg.Name == "fmt" || pkg.Name == "strings")
}

// assignedName returns the name of the local variable that the text at a position is assigned to, if it is long enough to tell.
func assignedName(fn *ast.FuncDecl, pos token.Pos) (name string) {
	ast.Inspect(fn, func(n ast.Node) bool {
		if n == nil || pos < n.Pos() || pos >= n.End() {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, e := range n.Rhs {
				if len(n.Lhs) != len(n.Rhs) || pos < e.Pos() || pos >= e.End() {
					continue
				}
				name = ""
				if id, ok := n.Lhs[i].(*ast.Ident); ok && len(id.Name) >= minTellingName {
					name = id.Name
				}
			}
		case *ast.ValueSpec:
			if len(n.Names) == 1 && len(n.Names[0].Name) >= minTellingName {
				name = n.Names[0].Name
			}
		case *ast.CallExpr:
			if !isFormatCall(n) {
				name = ""
			}
		case *ast.CompositeLit, *ast.FuncLit:
			name = ""
		}
		return true
	})
	return name
}

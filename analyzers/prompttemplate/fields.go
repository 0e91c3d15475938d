package prompttemplate

import (
	"fmt"
	"go/types"
	"strings"
	"text/template/parse"
)

// fieldChecker follows the type of dot through a template. A nil type is unknown and not checked.
type fieldChecker struct {
	pkg      *types.Package
	root     types.Type
	keys     map[string]bool // of the map at the root; nil if they are not known
	optional map[string]bool // names that the template itself asks for
	lenient  bool            // inside a pipeline that may well do without
	missing  []string        // messages
}

func (f *fieldChecker) list(l *parse.ListNode, dot types.Type) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			f.pipe(n.Pipe, dot)
		case *parse.IfNode:
			f.pipe(n.Pipe, dot)
			f.list(n.List, dot)
			f.list(n.ElseList, dot)
		case *parse.RangeNode:
			f.list(n.List, elementType(f.pipe(n.Pipe, dot)))
			f.list(n.ElseList, dot)
		case *parse.WithNode:
			f.list(n.List, f.pipe(n.Pipe, dot))
			f.list(n.ElseList, dot)
		case *parse.TemplateNode:
			if n.Pipe != nil {
				f.pipe(n.Pipe, dot)
			}
		}
	}
}

// pipe checks a pipeline and returns its type, if it is one operand.
func (f *fieldChecker) pipe(p *parse.PipeNode, dot types.Type) (t types.Type) {
	single := len(p.Cmds) == 1 && len(p.Cmds[0].Args) == 1
	defer func(was bool) { f.lenient = was }(f.lenient)
	f.lenient = f.lenient || !single
	for _, cmd := range p.Cmds {
		for _, arg := range cmd.Args {
			t = f.operand(arg, dot)
		}
	}
	if !single {
		return nil
	}
	return t
}

func (f *fieldChecker) operand(n parse.Node, dot types.Type) types.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return f.chain(dot, n.Ident)
	case *parse.VariableNode:
		if n.Ident[0] == "$" {
			return f.chain(f.root, n.Ident[1:])
		}
	case *parse.PipeNode:
		return f.pipe(n, dot)
	}
	return nil
}

// chain returns the type of .A.B.C below t, and reports a missing field or method.
func (f *fieldChecker) chain(t types.Type, names []string) types.Type {
	for i, name := range names {
		if t == nil {
			return nil
		}
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, f.pkg, name)
		m, isMap := t.Underlying().(*types.Map)
		_, isStruct := t.Underlying().(*types.Struct)
		path := "." + strings.Join(names[:i+1], ".")
		switch obj := obj.(type) {
		case *types.Func:
			return nil // what a method returns may depend on its arguments
		case *types.Var:
			if !obj.Exported() {
				f.report("the template uses %s, which %s does not export, so executing it fails; export it", path, f.typeName(t))
				return nil
			}
			t = obj.Type()
			continue
		}
		switch {
		case isMap:
			if t == f.root && f.keys != nil && !f.keys[name] && !f.optional[name] && !f.lenient {
				f.report("the template uses %s, a key that the map never gets, so the model reads <no value>; add the key or remove it", path)
			}
			t = m.Elem()
		case isStruct:
			f.report("the template uses %s, but %s has no such field or method, so executing it fails; correct the name", path, f.typeName(t))
			return nil
		default:
			return nil
		}
	}
	return t
}

func (f *fieldChecker) typeName(t types.Type) string {
	return types.TypeString(t, types.RelativeTo(f.pkg))
}

func (f *fieldChecker) report(format string, args ...any) {
	f.missing = append(f.missing, fmt.Sprintf(format, args...))
}

// elementType returns the type of dot in a range over t.
func elementType(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return u.Elem()
	case *types.Array:
		return u.Elem()
	case *types.Map:
		return u.Elem()
	}
	return nil
}

// conditions returns the names in the conditions of a template, which are optional data.
func conditions(l *parse.ListNode) map[string]bool {
	names := map[string]bool{}
	var list func(l *parse.ListNode)
	var pipe func(p *parse.PipeNode)
	pipe = func(p *parse.PipeNode) {
		for _, cmd := range p.Cmds {
			for _, arg := range cmd.Args {
				switch arg := arg.(type) {
				case *parse.FieldNode:
					names[arg.Ident[0]] = true
				case *parse.PipeNode:
					pipe(arg)
				}
			}
		}
	}
	branch := func(b *parse.BranchNode) {
		pipe(b.Pipe)
		list(b.List)
		list(b.ElseList)
	}
	list = func(l *parse.ListNode) {
		if l == nil {
			return
		}
		for _, n := range l.Nodes {
			switch n := n.(type) {
			case *parse.IfNode:
				branch(&n.BranchNode)
			case *parse.WithNode:
				branch(&n.BranchNode)
			case *parse.RangeNode:
				branch(&n.BranchNode)
			}
		}
	}
	list(l)
	return names
}

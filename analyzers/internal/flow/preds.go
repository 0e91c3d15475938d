package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// stepper collects the steps into a place.
type stepper struct {
	p    *Program
	at   Loc
	out  []step
	seen map[alias]bool // see writes.go
}

// preds returns the steps into a place. They do not depend on the walk and are cached, except for those of
// [Program.argsToField] and of functions of other packages, whose world may answer some walks only.
func (p *Program) preds(at Loc) []step {
	out := p.cachedPreds(at)
	if slices.ContainsFunc(out, func(st step) bool { return st.foreign != nil }) {
		s := &stepper{p: p, at: at}
		for _, st := range out {
			if st.foreign != nil {
				s.foreignPort(st)
			} else {
				s.out = append(s.out, st)
			}
		}
		out = s.out
	}
	if at.Key != "" {
		out = slices.Concat(out, p.argsToField(at.Key, at.Path))
	}
	return out
}

func (p *Program) cachedPreds(at Loc) []step {
	out, ok := p.steps[at]
	if !ok {
		s := &stepper{p: p, at: at, seen: map[alias]bool{}}
		if at.Key != "" {
			s.field()
		} else {
			s.value(at.Value, at.Path)
		}
		out = s.out
		p.steps[at] = out
	}
	return out
}

// add adds an edge from a part of a value.
func (s *stepper) add(e Edge, v ssa.Value, path *Path) {
	if v == nil {
		return
	}
	if path == nil && !s.p.CarriesText(v.Type()) || !s.p.canHavePart(v.Type(), path) {
		return
	}
	e.From = Loc{Value: v, Path: path}
	s.out = append(s.out, step{Edge: e})
}

// addFilled adds an edge from an argument whose text a call fills into another text; for a struct that is the data of a template,
// edges from its fields.
func (s *stepper) addFilled(e Edge, v ssa.Value, path *Path) {
	s.add(e, v, path)
	if e.Kind != Filled || path != nil {
		return
	}
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	st := structBelow(v.Type())
	if st == nil || s.p.foreignStruct(st) {
		return
	}
	fields := st.Underlying().(*types.Struct)
	for i := range fields.NumFields() {
		if s.p.CarriesText(fields.Field(i).Type()) {
			s.add(e, v, s.p.path(Sel{Kind: Field, Name: s.p.key(st, i)}, nil))
		}
	}
}

func (s *stepper) addCopies(path *Path, vs ...ssa.Value) {
	for _, v := range vs {
		s.add(Edge{}, v, path)
	}
}

// value adds what a value is made of, and what is stored in what it points to.
func (s *stepper) value(v ssa.Value, path *Path) {
	if mi, ok := v.(*ssa.MakeInterface); ok && !s.p.canHavePart(mi.X.Type(), path) || !s.p.canHavePart(v.Type(), path) {
		return
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		fn := v.Parent()
		for _, call := range s.p.callersOf(fn) {
			if arg := argument(call, v); arg != nil {
				s.add(Edge{Kind: ArgToParam, Instr: call, outward: true}, arg, path)
			}
		}
		if fn.Signature.Recv() != nil && v == fn.Params[0] {
			for _, mc := range s.p.index.bound[fn] {
				s.add(Edge{Kind: ArgToParam, Instr: mc, outward: true}, mc.Bindings[0], path)
			}
		}
		if s.p.hasUnknownCallers(fn) {
			s.addCallersField(v, path)
		}
	case *ssa.FreeVar:
		for i, fv := range v.Parent().FreeVars {
			if fv == v {
				for _, mc := range s.p.index.closures[v.Parent()] {
					s.add(Edge{Kind: Heap, Instr: mc, outward: true}, mc.Bindings[i], path)
				}
			}
		}
	case *ssa.Global:
		if v.Pkg == nil || v.Pkg.Pkg != s.p.Types || v.Object() != nil && v.Object().Exported() {
			s.addTypeField(path, nil)
		}
	case *ssa.Phi:
		s.addCopies(path, v.Edges...)
	case *ssa.BinOp:
		if v.Op == token.ADD && path == nil {
			s.add(Edge{Sum: v}, v.X, nil)
			s.add(Edge{Sum: v}, v.Y, nil)
		}
	case *ssa.UnOp:
		s.unOp(v, path)
	case *ssa.FieldAddr:
		s.fieldRead(v, v.X, v.Field, path)
	case *ssa.Field:
		s.fieldRead(v, v.X, v.Field, path)
	case *ssa.Lookup:
		s.lookup(v, path)
	case *ssa.Extract:
		s.extract(v, path)
	case *ssa.ChangeType:
		s.addCopies(s.convertPath(path, v.Type(), v.X.Type()), v.X)
	case *ssa.Function:
		s.funcValue(v, nil, path)
	case *ssa.MakeClosure:
		if f, ok := v.Fn.(*ssa.Function); ok {
			s.funcValue(f, v, path)
		}
	case *ssa.Call:
		s.result(v, 0, path)
	default:
		if x := viewedValue(v); x != nil {
			s.addCopies(path, x)
		}
	}
	if mutable(v.Type()) {
		s.writes(alias{v, path, false})
	}
}

// viewedValue returns the value that v is a view of, that is one with the same parts, or nil.
func viewedValue(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.IndexAddr:
		return v.X
	case *ssa.Index:
		return v.X
	case *ssa.Slice:
		return v.X
	case *ssa.Convert:
		return v.X
	case *ssa.MultiConvert:
		return v.X
	case *ssa.ChangeInterface:
		return v.X
	case *ssa.MakeInterface:
		return v.X
	case *ssa.SliceToArrayPointer:
		return v.X
	case *ssa.TypeAssert:
		return v.X
	case *ssa.Range:
		return v.X
	}
	return nil
}

func (s *stepper) unOp(v *ssa.UnOp, path *Path) {
	switch v.Op {
	case token.MUL:
		if value, decided := s.p.element(v); decided {
			s.addCopies(path, value)
			return
		}
		addr, isField := v.X.(*ssa.FieldAddr)
		last, rest, decided := s.p.lastStore(v, path)
		rest, within := s.p.rebuildPath(rest)
		switch {
		case decided && last == nil: // the zero value: no text
		case decided && !within:
			s.addTypeField(path, v)
		case decided && isField:
			s.add(Edge{Kind: Heap, Instr: addr, Store: last, Field: s.p.key(addr.X.Type(), addr.Field)}, last.Val, rest)
		case decided:
			kind := Copy
			if _, part := last.Addr.(*ssa.FieldAddr); part {
				kind = Heap
			}
			s.add(Edge{Kind: kind, Instr: last}, last.Val, rest)
		case isField:
			s.fieldRead(addr, addr.X, addr.Field, path)
		default:
			s.addCopies(path, v.X)
		}
	case token.ARROW:
		s.addCopies(path, v.X)
	}
}

// fieldRead adds what a field of a struct holds.
func (s *stepper) fieldRead(in ssa.Instruction, x ssa.Value, field int, path *Path) {
	key := s.p.key(x.Type(), field)
	e := Edge{Kind: Heap, Instr: in, Field: key}
	if longer, ok := s.p.cons(Sel{Kind: Field, Name: key}, path); ok {
		s.add(e, x, longer)
		return
	}
	e.From, e.Unsure = Loc{Key: Loc{Key: key, Path: path}.Field()}, true
	s.out = append(s.out, step{Edge: e})
}

// addExtended adds an edge from the value of which the place is a part, with a path that is longer by one selector. Where that is
// too long, it falls back on the field that the path ends in.
func (s *stepper) addExtended(e Edge, head Sel, v ssa.Value, path *Path) {
	if more, ok := s.p.cons(head, path); ok {
		s.add(e, v, more)
	} else {
		s.addTypeField(path, e.Instr)
	}
}

// lookup adds the entry of a map, or a byte of a string.
func (s *stepper) lookup(v *ssa.Lookup, path *Path) {
	if _, isMap := v.X.Type().Underlying().(*types.Map); isMap {
		s.addExtended(Edge{}, s.p.mapKey(v.X, v.Index), v.X, path)
	} else {
		s.addCopies(path, v.X)
	}
}

// mapKey returns the selector of a map's entry under a key.
func (p *Program) mapKey(m, key ssa.Value) Sel {
	nested := holdsInterfaces(m)
	if mi, ok := key.(*ssa.MakeInterface); ok {
		key = mi.X
	}
	if text, ok := p.String(key); ok {
		return Sel{Kind: MapKey, Name: strconv.Quote(text), Nested: nested}
	}
	if c, ok := key.(*ssa.Const); ok && c.Value != nil && p.Literal(c) == nil {
		return Sel{Kind: MapKey, Name: c.Value.ExactString(), Nested: nested}
	}
	return Sel{Kind: MapAny, Nested: nested}
}

func holdsInterfaces(m ssa.Value) bool {
	t, ok := m.Type().Underlying().(*types.Map)
	return ok && types.IsInterface(t.Elem())
}

func (s *stepper) extract(v *ssa.Extract, path *Path) {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		s.result(t, v.Index, path)
	case *ssa.UnOp:
		s.unOp(t, path)
	case *ssa.Next:
		r, ok := t.Iter.(*ssa.Range)
		if _, isMap := r.X.Type().Underlying().(*types.Map); !ok || !isMap {
			s.addCopies(path, t.Iter)
		} else if v.Index == 1 {
			s.addExtended(Edge{}, Sel{Kind: MapKeys}, r.X, path)
		} else {
			s.addExtended(Edge{}, Sel{Kind: MapAny, Nested: holdsInterfaces(r.X)}, r.X, path)
		}
	case *ssa.Lookup:
		s.lookup(t, path)
	case *ssa.TypeAssert:
		s.addCopies(path, t.X)
	}
}

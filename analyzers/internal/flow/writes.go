package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// An alias is a value through which an object can be written to, with the path to the wanted part.
type alias struct {
	v    ssa.Value
	path *Path
	part bool // the object is a part of the one that the search began with
}

// writes adds what is stored in an object through a value and its aliases: a builder, map, slice, cell, channel or struct.
func (s *stepper) writes(a alias) {
	if s.seen[a] {
		return
	}
	s.seen[a] = true
	for _, in := range s.p.referrers(a.v) {
		switch in := in.(type) {
		case *ssa.Store:
			if in.Addr == a.v {
				kind := Copy
				if a.part {
					kind = Heap
				}
				s.add(Edge{Kind: kind, Instr: in}, in.Val, a.path)
			} else {
				s.followStore(in.Addr, a)
			}
		case *ssa.MapUpdate:
			if in.Map == a.v {
				s.mapUpdate(in, a.path)
			} else if in.Value == a.v {
				s.addEscaped(a)
			}
		case *ssa.Send:
			if in.Chan == a.v {
				s.add(Edge{Instr: in}, in.X, a.path)
			} else {
				s.addEscaped(a)
			}
		case *ssa.IndexAddr:
			if in.X == a.v {
				s.writes(alias{in, a.path, a.part})
			}
		case *ssa.FieldAddr:
			s.fieldAddr(in, a)
		case *ssa.UnOp: // a reference kept in a cell
			if in.Op == token.MUL && mutable(in.Type()) {
				s.writes(alias{in, a.path, a.part})
			}
		case *ssa.Phi, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.Slice, *ssa.TypeAssert:
			s.writes(alias{in.(ssa.Value), a.path, a.part})
		case *ssa.ChangeType:
			s.writes(alias{in, s.convertPath(a.path, in.X.Type(), in.Type()), a.part})
		case *ssa.Lookup:
			if mutable(in.Type()) && in.X == a.v {
				for _, path := range a.path.entries(s.p.mapKey(in.X, in.Index)) {
					s.writes(alias{in, path, a.part})
				}
			}
		case *ssa.Extract:
			if mutable(in.Type()) {
				s.writes(alias{in, a.path, a.part})
			}
		case *ssa.Range:
			s.rangeValues(in, a)
		case *ssa.MakeClosure:
			if f, ok := in.Fn.(*ssa.Function); ok {
				for i, b := range in.Bindings {
					if b == a.v && i < len(f.FreeVars) {
						s.writes(alias{f.FreeVars[i], a.path, a.part})
					}
				}
			}
		case ssa.CallInstruction:
			s.callWrites(in, a)
		}
	}
}

// fieldAddr continues with a field's address, if the wanted part is that field or in it.
func (s *stepper) fieldAddr(in *ssa.FieldAddr, a alias) {
	if in.X != a.v {
		return
	}
	key := s.p.key(in.X.Type(), in.Field)
	if path, ok := a.path.field(key); ok {
		s.writes(alias{in, path, true})
		if a.path.Head.Recursive {
			s.writes(alias{in, a.path, true})
		}
	} else if a.path == nil && s.p.foreignStruct(in.X.Type()) && s.p.world.CarriesField(key) {
		s.writes(alias{in, nil, a.part}) // a struct of another module is one place with all its fields
	}
}

func (s *stepper) mapUpdate(in *ssa.MapUpdate, path *Path) {
	if path != nil && path.Head.Kind == MapKeys {
		s.add(Edge{Kind: MapEntry, Instr: in}, in.Key, path.Tail)
		return
	}
	for _, rest := range path.entries(s.p.mapKey(in.Map, in.Key)) {
		s.add(Edge{Kind: MapEntry, Instr: in}, in.Value, rest)
	}
}

// rangeValues continues with the values of a map that a loop ranges over.
func (s *stepper) rangeValues(r *ssa.Range, a alias) {
	if _, isMap := r.X.Type().Underlying().(*types.Map); !isMap {
		return
	}
	paths := a.path.entries(Sel{Kind: MapAny})
	for _, in := range Uses(r) {
		next, ok := in.(*ssa.Next)
		if !ok {
			continue
		}
		for _, in := range Uses(next) {
			if value, ok := in.(*ssa.Extract); ok && value.Index == 2 && mutable(value.Type()) {
				for _, path := range paths {
					s.writes(alias{value, path, a.part})
				}
			}
		}
	}
}

// followStore continues where a reference to the object is stored, with the values read from there.
func (s *stepper) followStore(addr ssa.Value, a alias) {
	switch addr := addr.(type) {
	case *ssa.Alloc:
		s.readFrom(addr, a)
		return
	case *ssa.FieldAddr:
		for _, in := range s.p.referrers(addr.X) {
			if other, ok := in.(*ssa.FieldAddr); ok && other.X == addr.X && other.Field == addr.Field {
				s.readFrom(other, a)
			}
		}
	}
	s.addEscaped(a)
}

// readFrom continues with the references that are read from a cell.
func (s *stepper) readFrom(cell ssa.Value, a alias) {
	for _, in := range s.p.referrers(cell) {
		switch in := in.(type) {
		case *ssa.UnOp:
			if in.Op == token.MUL && mutable(in.Type()) {
				s.writes(alias{in, a.path, a.part})
			}
		case *ssa.MakeClosure:
			if f, ok := in.Fn.(*ssa.Function); ok {
				for i, b := range in.Bindings {
					if b == cell && i < len(f.FreeVars) {
						s.readFrom(f.FreeVars[i], a)
					}
				}
			}
		}
	}
}

// addEscaped adds what is stored in the object after it escaped: the field in all unknown objects of its type.
func (s *stepper) addEscaped(a alias) {
	if a.path != nil && a.path.Head.Kind == Field && mutable(a.v.Type()) {
		from := Loc{Key: a.path.Head.Name, Path: a.path.Tail, shared: true}
		s.out = append(s.out, step{Edge: Edge{From: from, Kind: Heap, Unsure: true}})
	}
}

// callWrites adds what a call writes into one of its arguments.
func (s *stepper) callWrites(call ssa.CallInstruction, a alias) {
	c := call.Common()
	args := arguments(c)
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "copy" && args[0] == a.v {
			s.add(Edge{Instr: call}, args[1], a.path)
		}
		return
	}
	fn := FuncObject(c)
	for i, arg := range args {
		if arg != a.v {
			continue
		}
		if fn != nil {
			for _, t := range s.p.writers(fn, i) {
				if t.From.Index < len(args) {
					s.addFilled(Edge{Kind: t.Kind, Instr: call}, args[t.From.Index], a.path)
				}
			}
			if !s.p.hasBody(call) {
				s.addForeign(call, fn, Sel{Kind: Out, Index: i}, arg.Type(), a.path)
			}
			if s.p.aliases(fn, i) && call.Value() != nil {
				s.writes(alias{call.Value(), a.path, a.part})
			}
		}
		for _, f := range s.p.calleesOf(call) {
			j := i + len(f.Params) - len(args)
			if f.Blocks == nil || j < 0 || j >= len(f.Params) {
				continue
			}
			s.calleeWrites(f, Sel{Kind: Out, Index: j}, a.path, step{call: call})
			if s.p.returnsParam(f, j) && call.Value() != nil {
				s.writes(alias{call.Value(), a.path, a.part})
			}
		}
		if isDynamic(c) {
			s.addExtended(Edge{Instr: call}, Sel{Kind: Out, Index: i}, c.Value, a.path)
		}
	}
}

// referrers is Uses for package variables too.
func (p *Program) referrers(v ssa.Value) []ssa.Instruction {
	if g, ok := v.(*ssa.Global); ok {
		return p.index.globals[g]
	}
	return Uses(v)
}

package flow

import (
	"golang.org/x/tools/go/ssa"
)

// field adds what is stored in a field of any object, or of an unknown one.
func (s *stepper) field() {
	for _, addr := range s.p.index.fields[s.at.Key] {
		if fa, ok := addr.(*ssa.FieldAddr); ok {
			if _, known := fa.X.(*ssa.Alloc); known && s.at.shared || s.at.outside && s.p.staysInside(fa.X) {
				continue
			}
		}
		s.writes(alias{addr, s.at.Path, true})
	}
	if len(s.p.StoredInField(s.at.Key)) == 0 { // only other packages store there
		s.addTypeField(s.at.Path, nil)
	}
}

// addTypeField adds, for a part of an unknown object, the field in all objects of its type.
func (s *stepper) addTypeField(path *Path, in ssa.Instruction) {
	for path != nil && path.Head.Kind != Field {
		path = path.Tail // of an unknown function or map: anything it stores in the field
	}
	if path == nil {
		return
	}
	s.out = append(s.out, step{Edge: Edge{From: Loc{Key: path.Head.Name, Path: path.Tail}, Kind: Heap, Instr: in, Unsure: true}})
}

// addCallersField adds the field in the objects that callers in other packages may pass.
func (s *stepper) addCallersField(v *ssa.Parameter, path *Path) {
	n := len(s.out)
	s.addTypeField(path, nil)
	for i := range s.out[n:] {
		e := &s.out[n+i].Edge
		e.outward = true
		e.From.outside = path.Head.Kind == Field && s.p.IsRecord(v.Type())
	}
}

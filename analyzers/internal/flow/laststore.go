package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// lastStore returns the store whose value a load reads at a path: the last one before it, where only one path of control leads to
// the load and nothing on it may write there through an alias. If decided is true and the store is nil, nothing was stored since
// the object was created. Rest is the path left to follow from the stored value.
func (p *Program) lastStore(load *ssa.UnOp, path *Path) (last *ssa.Store, rest *Path, decided bool) {
	root, want, ok := p.accessOf(load.X, path)
	if !ok {
		return nil, nil, false
	}
	block, i := load.Block(), indexOf(load)
	if i < 0 {
		return nil, nil, false
	}
	looked := 0
	for {
		for i--; i >= 0; i-- {
			if looked++; looked > maxStraight {
				return nil, nil, false
			}
			switch in := block.Instrs[i].(type) {
			case *ssa.Store:
				r, at, ok := p.accessOf(in.Addr, nil)
				if !ok {
					return nil, nil, false
				}
				if r != root {
					if surelyDistinct(r, root) || p.isPrivate(root) {
						continue
					}
					return nil, nil, false
				}
				switch rest, related := relate(at, want); related {
				case covers:
					return in, rest, true
				case overlaps:
					return nil, nil, false
				}
			case *ssa.Alloc:
				if in == root {
					return nil, nil, true
				}
			case ssa.CallInstruction:
				if _, builtin := in.Common().Value.(*ssa.Builtin); !builtin && !p.isPrivate(root) {
					return nil, nil, false
				}
			case *ssa.RunDefers, *ssa.Select:
				if !p.isPrivate(root) {
					return nil, nil, false
				}
			}
		}
		if len(block.Preds) != 1 {
			return nil, nil, false
		}
		block = block.Preds[0]
		i = len(block.Instrs)
		if looked++; looked > maxStraight {
			return nil, nil, false
		}
	}
}

// maxStraight bounds the instructions searched for the last store. Code that fills in a struct and sends it does both within a few
// dozen lines.
const maxStraight = 400

func indexOf(in ssa.Instruction) int {
	for i, other := range in.Block().Instrs {
		if other == in {
			return i
		}
	}
	return -1
}

// accessOf returns the object that an address points into, and the path of fields from there, followed by path. It fails for
// elements.
func (p *Program) accessOf(addr ssa.Value, path *Path) (ssa.Value, *Path, bool) {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			path = p.path(Sel{Kind: Field, Name: p.key(a.X.Type(), a.Field)}, path)
			addr = a.X
		case *ssa.IndexAddr, *ssa.Global, *ssa.FreeVar:
			return nil, nil, false
		default:
			return addr, path, true
		}
	}
}

type relation uint8

const (
	disjoint relation = iota
	covers            // the store writes all of the place
	overlaps          // the store writes a part of it
)

// relate compares the place that a store writes with the wanted one.
func relate(at, want *Path) (rest *Path, r relation) {
	for ; at != nil; at, want = at.Tail, want.Tail {
		switch {
		case want == nil, want.Head.Recursive:
			return nil, overlaps
		case want.Head.Kind != Field:
			return nil, overlaps
		case want.Head != at.Head:
			return nil, disjoint
		}
	}
	return want, covers
}

// surelyDistinct reports whether two objects cannot be the same.
func surelyDistinct(a, b ssa.Value) bool {
	_, isA := a.(*ssa.Alloc)
	_, isB := b.(*ssa.Alloc)
	return isA && isB
}

// isPrivate reports whether an object is only read and written through its own address, which never escapes.
func (p *Program) isPrivate(v ssa.Value) bool {
	if is, ok := p.privates[v]; ok {
		return is
	}
	_, is := v.(*ssa.Alloc)
	is = is && isOnlyAccessed(v)
	p.privates[v] = is
	return is
}

func isOnlyAccessed(v ssa.Value) bool {
	for _, in := range Uses(v) {
		switch in := in.(type) {
		case *ssa.UnOp:
			if in.Op != token.MUL {
				return false
			}
		case *ssa.Store:
			if in.Addr != v {
				return false
			}
		case *ssa.FieldAddr:
			if !isOnlyAccessed(in) {
				return false
			}
		case *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

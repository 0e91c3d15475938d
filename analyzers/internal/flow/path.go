package flow

import (
	"fmt"
	"strings"
)

// A Sel is one step from an object to a part of it.
type Sel struct {
	Kind      SelKind
	Name      string // of a Field its key, of a MapKey the key as Go writes it
	Index     int    // of a Result or an Out
	Recursive bool   // of a Field: it may be taken any number of times, as the next of a list
}

// A SelKind says what a step leads to.
type SelKind uint8

// The elements of a slice, array or channel, and what a pointer points to, take no step: they are one with it.
const (
	Field   SelKind = iota + 1 // a field of a struct
	MapKey                     // the entry of a map under a constant key
	MapAny                     // the entry of a map under some key
	MapKeys                    // the keys of a map
	Result                     // what a function value gives back
	Out                        // what a function value writes into one of its parameters
)

// A Path leads from an object to a part of it; nil is the object itself, with all that is one with it. Paths of one program
// are equal if and only if their pointers are.
type Path struct {
	Head Sel
	Tail *Path
	size int
}

// maxPath bounds the steps of a path. Objects that hold others of their kind, such as lists and decorators, would need ever longer
// ones, and what n of these can be told apart by grows with n to that power. Whoever needs more steps gets the field of
// all objects of its type.
const maxPath = 3

type pathKey struct {
	head Sel
	tail *Path
}

// cons returns the path that takes one step and then goes on as tail does; ok is false if it would be too long or come
// back to a field.
func (p *Program) cons(head Sel, tail *Path) (path *Path, ok bool) {
	if head.Kind == Field && tail != nil && tail.Head.Kind == Field && tail.Head.Name == head.Name {
		head.Recursive = true
		return p.path(head, tail.Tail), true
	}
	if tail != nil && tail.size >= maxPath {
		return nil, false
	}
	for at := tail; at != nil; at = at.Tail {
		if head.Kind == Field && at.Head.Kind == Field && at.Head.Name == head.Name {
			return nil, false
		}
	}
	return p.path(head, tail), true
}

// rebuildPath returns a path as [Program.cons] would have made it, step by step.
func (p *Program) rebuildPath(path *Path) (*Path, bool) {
	if path == nil {
		return nil, true
	}
	tail, ok := p.rebuildPath(path.Tail)
	if !ok {
		return nil, false
	}
	return p.cons(path.Head, tail)
}

func (p *Program) path(head Sel, tail *Path) *Path {
	key := pathKey{head, tail}
	path := p.paths[key]
	if path == nil {
		path = &Path{Head: head, Tail: tail, size: 1}
		if tail != nil {
			path.size += tail.size
		}
		p.paths[key] = path
	}
	return path
}

// field returns what is left of a path that is asked of an object when the field is taken; ok is false if it leads elsewhere.
func (path *Path) field(key string) (rest *Path, ok bool) {
	if path == nil {
		return nil, false
	}
	return path.Tail, path.Head.Kind == Field && path.Head.Name == key
}

// entry returns what is left of a path that is asked of a map when the entry is taken that was stored under a key.
func (path *Path) entry(key Sel) (rest *Path, ok bool) {
	switch {
	case path == nil:
		return path, true
	case path.Head.Kind == MapAny:
		return path.Tail, true
	case path.Head.Kind == MapKey:
		return path.Tail, key.Kind == MapAny || key == path.Head
	case path.Head.Kind == MapKeys:
		return nil, false
	}
	return path, true // of what a function made of the map's values
}

// InField reports whether a path leads through a field.
func (path *Path) InField() bool {
	for ; path != nil; path = path.Tail {
		if path.Head.Kind == Field {
			return true
		}
	}
	return false
}

// has reports whether a path leads through a field of that key.
func (path *Path) has(key string) bool {
	for ; path != nil; path = path.Tail {
		if path.Head.Kind == Field && path.Head.Name == key {
			return true
		}
	}
	return false
}

// onlyEntries reports whether a path leads through maps only.
func (path *Path) onlyEntries() bool {
	for ; path != nil; path = path.Tail {
		switch path.Head.Kind {
		case MapKey, MapAny, MapKeys:
		default:
			return false
		}
	}
	return true
}

func (path *Path) String() string {
	var b strings.Builder
	for ; path != nil; path = path.Tail {
		switch s := path.Head; s.Kind {
		case Field:
			b.WriteString("." + s.Name)
		case MapKey:
			fmt.Fprintf(&b, "[%s]", s.Name)
		case MapAny:
			b.WriteString("[*]")
		case MapKeys:
			b.WriteString("[keys]")
		case Result:
			fmt.Fprintf(&b, "()%d", s.Index)
		case Out:
			fmt.Fprintf(&b, "(&%d)", s.Index)
		}
	}
	return b.String()
}

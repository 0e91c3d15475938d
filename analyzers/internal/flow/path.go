package flow

import (
	"fmt"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A Sel selects a part of an object.
type Sel struct {
	Kind      SelKind
	Name      string // of a Field its key, of a MapKey the key as Go writes it
	Index     int    // of a Result or an Out
	Recursive bool   // it may be selected any number of times, as the next of a list; of a map: after entries of maps around it
	Nested    bool   // of a MapKey or a MapAny: the map holds interfaces, so an entry may be such a map again, as in decoded JSON
}

// A SelKind says which part is selected.
type SelKind uint8

// Elements of a slice, array or channel and the target of a pointer need no selector: they are one place with it.
const (
	Field   SelKind = iota + 1 // a field of a struct
	MapKey                     // the entry of a map under a constant key
	MapAny                     // the entry of a map under some key
	MapKeys                    // the keys of a map
	Result                     // what a function value returns
	Out                        // what a function value writes into one of its parameters
)

// A Path leads from an object to a part of it; nil is the object itself. Paths of one program are equal if and only if their
// pointers are.
type Path struct {
	Head Sel
	Tail *Path
	size int
	code string // see Code
}

// maxPath bounds the length of a path. Objects that hold others of their kind, such as lists and decorators, would need ever longer
// paths, and the number of places grows exponentially with the length. A longer path is replaced by the field in all objects of its
// type.
const maxPath = 3

type pathKey struct {
	head Sel
	tail *Path
}

// cons prepends a selector to a path; ok is false if the path would be too long or could come back to where it began: a chain
// of objects that hold each other, such as the nodes of a syntax tree, is not told apart.
func (p *Program) cons(head Sel, tail *Path) (path *Path, ok bool) {
	if head.Kind == Field && tail != nil && tail.Head.Kind == Field && tail.Head.Name == head.Name {
		head.Recursive = true
		return p.path(head, tail.Tail), true
	}
	if head.Nested && tail != nil && tail.Head.Nested {
		inner := tail.Head
		inner.Recursive = true
		return p.path(inner, tail.Tail), true
	}
	if tail != nil && tail.size >= maxPath {
		return nil, false
	}
	for at := tail; at != nil; at = at.Tail {
		if head.Nested && at.Head.Nested {
			return nil, false
		}
		if head.Kind == Field && at.Head.Kind == Field && (at.Head.Name == head.Name || p.comesBack(at.Head.Name, head.Name)) {
			return nil, false
		}
	}
	return p.path(head, tail), true
}

// A field is what [Program.cons] has to know of one.
type field struct {
	owner types.Type // the struct
	typ   types.Type
}

// comesBack reports whether what is in a field, given by its key, may be an object that has the other field: of that type, or,
// where it is an interface, of one that implements it.
func (p *Program) comesBack(key, other string) bool {
	in, of := p.fields[key], p.fields[other]
	if in == nil || of == nil {
		return false
	}
	t := elementOf(in.typ)
	if iface, ok := t.Underlying().(*types.Interface); ok {
		return iface.NumMethods() > 0 && !typex.IsError(t) && (types.Implements(of.owner, iface) || types.Implements(types.NewPointer(of.owner), iface))
	}
	if n, ok := t.(*types.Named); ok {
		t = n.Origin()
	}
	return types.Identical(t, of.owner)
}

// rebuildPath returns a path with the limits of [Program.cons].
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
		path = &Path{Head: head, Tail: tail, size: 1, code: head.code() + tail.Code()}
		if tail != nil {
			path.size += tail.size
		}
		p.paths[key] = path
	}
	return path
}

// field returns the rest of a path after the field; ok is false if the path leads elsewhere.
func (path *Path) field(key string) (rest *Path, ok bool) {
	if path == nil {
		return nil, false
	}
	return path.Tail, path.Head.Kind == Field && path.Head.Name == key
}

// entries returns what remains of a path after a map's entry with a key is selected; nothing if the path selects other entries.
func (path *Path) entries(key Sel) (rest []*Path) {
	if path == nil {
		return []*Path{nil}
	}
	switch head := path.Head; head.Kind {
	case MapAny, MapKey:
		if head.Kind == MapAny || key.Kind == MapAny || key.Name == head.Name {
			rest = append(rest, path.Tail)
		}
		if head.Recursive {
			rest = append(rest, path)
		}
	case MapKeys:
	default:
		rest = append(rest, path) // of a value that a function made of the map's values
	}
	return rest
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

// Code is a text for a path, which a fact can hold: a line for each selector. Different paths have different codes.
func (path *Path) Code() string {
	if path == nil {
		return ""
	}
	return path.code
}

// code is [Path.Code] for a path of one selector.
func (s Sel) code() string {
	mark := func(is bool) string {
		if is {
			return "+"
		}
		return "-"
	}
	return fmt.Sprint(s.Kind, mark(s.Recursive), mark(s.Nested), s.Index, " ", s.Name, "\n")
}

// PathOf returns the path with that code.
func (p *Program) PathOf(code string) (path *Path) {
	lines := strings.SplitAfter(code, "\n")
	for _, line := range slices.Backward(lines[:len(lines)-1]) {
		head, ok := p.selectors[line]
		if !ok {
			head = parseSel(line)
			p.selectors[line] = head
		}
		path = p.path(head, path)
	}
	return path
}

// parseSel parses the code of a selector.
func parseSel(line string) (s Sel) {
	front, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
	at := strings.IndexAny(front, "+-")
	kind, _ := strconv.Atoi(front[:at])
	s.Kind, s.Name = SelKind(kind), name
	s.Recursive, s.Nested = front[at] == '+', front[at+1] == '+'
	s.Index, _ = strconv.Atoi(front[at+2:])
	return s
}

package flow

import (
	"go/types"
	"strings"
)

// A Slot is a value of a call: an argument, counted with the receiver of a method first, or a result.
type Slot struct {
	Result bool
	Index  int
}

// A Transfer says that a function without a body moves text from one slot of a call to another. Kind is Copy, Filled, Encoded,
// Decoded or Alias.
type Transfer struct {
	From, To Slot
	Kind     Kind
}

// resultOf returns the transfers to a result of a function without a body; ok is false if the function has no model.
func (p *Program) resultOf(fn *types.Func, result int) (from []Transfer, ok bool) {
	transfers, ok := p.world.Library(fn)
	for _, t := range transfers {
		if t.To == (Slot{true, result}) && !t.From.Result && t.Kind != Alias {
			from = append(from, t)
		}
	}
	return from, ok
}

// writers returns the transfers into an argument of fn.
func (p *Program) writers(fn *types.Func, arg int) (from []Transfer) {
	transfers, _ := p.world.Library(fn)
	for _, t := range transfers {
		if t.To == (Slot{false, arg}) && t.Kind != Decoded {
			from = append(from, t)
		}
	}
	return from
}

// aliases reports whether the result of fn writes through to the argument.
func (p *Program) aliases(fn *types.Func, arg int) bool {
	transfers, _ := p.world.Library(fn)
	for _, t := range transfers {
		if t.Kind == Alias && t.From == (Slot{false, arg}) {
			return true
		}
	}
	return false
}

// Standard reports whether an import path belongs to the standard library, by its first element.
func Standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return libraryRoots[first]
}

var libraryRoots = map[string]bool{
	"bufio": true, "bytes": true, "cmp": true, "context": true, "encoding": true, "errors": true, "fmt": true, "html": true, "io": true,
	"iter": true, "log": true, "maps": true, "math": true, "mime": true, "net": true, "os": true, "path": true, "regexp": true, "slices": true,
	"sort": true, "strconv": true, "strings": true, "sync": true, "text": true, "time": true, "unicode": true, "reflect": true, "runtime": true,
	"database": true, "crypto": true, "hash": true, "go": true, "embed": true, "flag": true, "testing": true, "container": true, "compress": true,
	"archive": true, "image": true, "index": true, "plugin": true, "unsafe": true, "unique": true, "weak": true, "syscall": true, "debug": true, "expvar": true,
}

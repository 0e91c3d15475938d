package rule

import (
	"go/types"
	"sync"
)

// Alone lets no two analyzers that call it work on one package at once: what they share of it, the flow through its functions, keeps
// what it has found out, and is not locked. Drivers such as go vet run the analyzers of a package side by side. The function that
// is returned ends the work.
func Alone(pkg *types.Package) (done func()) {
	working.Lock()
	t := working.turns[pkg]
	if t == nil {
		t = new(turn)
		working.turns[pkg] = t
	}
	t.waiting++
	working.Unlock()
	t.Lock()
	return func() {
		t.Unlock()
		working.Lock()
		if t.waiting--; t.waiting == 0 {
			delete(working.turns, pkg)
		}
		working.Unlock()
	}
}

// A turn is that of one analyzer among those that work on a package or wait for it.
type turn struct {
	sync.Mutex
	waiting int
}

var working = struct {
	sync.Mutex
	turns map[*types.Package]*turn
}{turns: map[*types.Package]*turn{}}

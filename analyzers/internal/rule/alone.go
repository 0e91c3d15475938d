package rule

import (
	"go/types"
	"sync"
)

// Alone waits until no other analyzer that calls it works on the package, and returns the function that ends the work. Drivers such as
// go vet run the analyzers of a package side by side, and the flow through its functions, which they share, has memos without locks.
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

// A turn is the lock of a package, with the number of analyzers that hold it or wait for it.
type turn struct {
	sync.Mutex
	waiting int
}

var working = struct {
	sync.Mutex
	turns map[*types.Package]*turn
}{turns: map[*types.Package]*turn{}}

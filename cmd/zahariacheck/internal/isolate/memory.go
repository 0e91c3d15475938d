package isolate

import (
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	softLimit = 896 << 20
	maxStack  = 256 << 20 // at the default, a recursion that runs away takes a gigabyte, and half of one more on its way
)

// tuneMemory lets the heap grow to five times what is live before it is collected. A run lasts seconds and its
// garbage is mostly syntax that dies with its package: at the default most of the time would go to the collector.
// The limit keeps large modules from paying for that with memory. It is soft, and watchMemory raises it where what is live
// takes five eighths of it: with less left, the collector would take most of the time. GOGC and GOMEMLIMIT in the environment win.
func tuneMemory() {
	most := limit()
	stack := uint64(maxStack)
	if most > 0 {
		stack = min(stack, most/8)
	}
	debug.SetMaxStack(int(stack))
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" && debug.SetMemoryLimit(-1) == math.MaxInt64 {
		soft := uint64(softLimit)
		if most > 0 {
			soft = min(soft, most/10*7)
		}
		debug.SetMemoryLimit(int64(soft))
	}
}

// limit is the memory that we may have, in bytes, or 0 if that is not known. Tests lower it.
var limit = available

// Memory is the memory that this program and all that it starts may have, in bytes, or 0 if that is not known.
func Memory() uint64 { return limit() }

// watchMemory calls stop, if it is not nil, when nine tenths of the memory that we may have are taken: before the kernel's
// OOM killer acts. The collector is set to stay well below, however much is live, so what is taken then is in use. Polling is
// cheap, and fresh memory cannot be filled much faster.
func watchMemory(stop func()) {
	soft, most := uint64(debug.SetMemoryLimit(-1)), limit()/10*9
	if most == 0 || most < soft { // nobody knows what we may have, or the user allows more
		stop, most = nil, math.MaxInt64
	}
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}, {Name: "/gc/heap/live:bytes"}}
	for range time.Tick(50 * time.Millisecond) {
		metrics.Read(sample)
		if stop != nil && sample[0].Value.Uint64()-sample[1].Value.Uint64() > most {
			stop()
			return
		}
		if sample[2].Value.Uint64() > soft/8*5 && os.Getenv("GOMEMLIMIT") == "" { // or the collector would run all the time
			soft = min(2*soft, most/9*7)
			debug.SetMemoryLimit(int64(soft))
		}
	}
}

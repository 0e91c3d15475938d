// Package isolate keeps what Go's runtime cannot recover from, a stack that overflows or memory that runs out, from costing
// more than the package whose check brings it about.
//
// The process that was started does not check: it supervises another one, the worker, which does. The worker says which
// packages it is at. If it dies, a worker is started anew that leaves out the package which was to blame and checks all
// others; where several were being checked, it first checks them one at a time, to find that out. A worker writes its report
// when all packages are done, so that nothing of a run that died is seen. What the runtime writes when a process dies is kept
// from the user, who reads one line.
package isolate

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"sync"
)

// Run runs a command that checks packages, in a worker if there can be one, and returns its exit status. The function is to
// take standard output and standard error from the package os when it runs, not before.
func Run(command func() int) (status int) {
	if current = newWorker(); current == nil {
		if status, ok := supervise(); ok {
			return status
		}
	}
	tuneMemory()
	w := current
	if w == nil {
		go watchMemory(nil)
		return command()
	}
	go watchMemory(func() {
		w.send(memoryFull, "")
		os.Exit(failed)
	})
	defer w.send(goodbye, "")
	return command()
}

// failed is the exit status where something could not be checked.
const failed = 2

// workerVar is set in the environment of a worker, to the process ID of its supervisor.
const workerVar = "ZAHARIACHECK_WORKER"

// Stages of the work on a package, in their order, in the words that a failure is told with.
const (
	Reading   = "reading"
	Analysing = "analysing"
)

// What a worker says beside the stage that it is at.
const (
	done       = "done"
	memoryFull = "full" // memory is
	goodbye    = "bye"  // it ends because it is done, with whatever status
	format     = "%s %q\n"
)

// Orders are what a worker is told: what the fate of those before it has taught.
type workerConfig struct {
	Skip       map[string]skipReason // packages to leave out, by ID
	Only       map[string]bool       // if not nil, the only packages to check
	Sequential bool                  // check one package at a time
}

type skipReason struct{ Stage, Reason string }

// A Worker is the process that checks, as far as it is supervised. A nil Worker is not.
type Worker struct {
	workerConfig
	mu sync.Mutex
	to io.Writer // the supervisor
}

var current *Worker

// Current is the worker that this process is, or nil.
func Current() *Worker { return current }

// Begin tells the supervisor that a stage of the work on a package begins. An error says that the stage is to be left out,
// and why.
func (w *Worker) Begin(pkg, stage string) error {
	if w == nil {
		return nil
	}
	if h, ok := w.Skip[pkg]; ok && h.Stage == stage {
		return errors.New(h.Reason)
	}
	if w.Only != nil && !w.Only[pkg] {
		return fmt.Errorf("left out, since %d other packages ended the process", len(w.Skip))
	}
	w.send(stage, pkg)
	return nil
}

// End tells the supervisor that the work on a package is over.
func (w *Worker) End(pkg string) {
	if w != nil {
		w.send(done, pkg)
	}
}

func (w *Worker) send(word, pkg string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	fmt.Fprintf(w.to, format, word, pkg) // if it fails, the supervisor is gone, and this process ends soon
}

// readConfig takes the orders that come first from the supervisor.
func (w *Worker) readConfig(from io.Reader) error {
	if err := json.NewDecoder(from).Decode(&w.workerConfig); err != nil {
		return err
	}
	if w.Sequential {
		runtime.GOMAXPROCS(1) // as many packages as there are processors are checked side by side
	}
	return nil
}

// Work is what is being done for a package.
type work struct{ pkg, stage string }

// A progress is what a supervisor knows of a worker.
type progress struct {
	running     []work // in the order in which they began
	done        []string
	outOfMemory bool
	completed   bool // it has said that it is done
}

// listen records the progress of a worker until the worker is gone.
func listen(from io.Reader) *progress {
	l := new(progress)
	for in := bufio.NewScanner(from); in.Scan(); {
		var word, pkg string
		if n, _ := fmt.Sscanf(in.Text(), format, &word, &pkg); n < 2 {
			continue // the last line of a worker that died
		}
		switch word {
		case done:
			l.remove(pkg)
			l.done = append(l.done, pkg)
		case memoryFull:
			l.outOfMemory = true
		case goodbye:
			l.completed = true
		default:
			l.remove(pkg)
			l.running = append(l.running, work{pkg, word})
		}
	}
	return l
}

func (l *progress) remove(pkg string) {
	l.running = slices.DeleteFunc(l.running, func(w work) bool { return w.pkg == pkg })
}

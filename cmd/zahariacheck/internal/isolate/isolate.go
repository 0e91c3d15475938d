// Package isolate limits fatal errors that Go cannot recover from, a stack overflow or lack of memory, to the package whose check
// causes them.
//
// The process that the user starts only supervises a worker process, which checks and reports its progress. If the worker dies, a
// new one is started without the package to blame; if several packages were in progress, the new worker first checks them one at a
// time to find it. A worker writes its report after the last package, so nothing of a dead run is shown. Of the output of the
// runtime when a process dies, the user sees one line.
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

// Run runs a command that checks packages, in a worker if possible, and returns its exit status. The function must read os.Stdout
// and os.Stderr when it runs, not before.
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

// failed is the exit status if something could not be checked.
const failed = 2

// workerVar is set in the environment of a worker, to the process ID of its supervisor.
const workerVar = "ZAHARIACHECK_WORKER"

// Stages of the work on a package, in order, in the words of failures.
const (
	Reading   = "reading"
	Analysing = "analysing"
)

// Messages of a worker other than stages.
const (
	done       = "done"
	memoryFull = "full" // out of memory
	goodbye    = "bye"  // it completed, with any status
	format     = "%s %q\n"
)

// workerConfig configures a worker by what was learnt from its predecessors.
type workerConfig struct {
	Skip       map[string]skipReason // packages to leave out, by ID
	Only       map[string]bool       // if not nil, the only packages to check
	Sequential bool                  // check one package at a time
}

type skipReason struct{ Stage, Reason string }

// A Worker is the process that checks, if it is supervised; else it is nil.
type Worker struct {
	workerConfig
	mu sync.Mutex
	to io.Writer // the supervisor
}

var current *Worker

// Current returns the worker that this process is, or nil.
func Current() *Worker { return current }

// Begin reports to the supervisor that a stage of the work on a package begins. An error is the reason to skip the stage.
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

// End reports to the supervisor that the work on a package has ended.
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

// readConfig reads the configuration that the supervisor sends first.
func (w *Worker) readConfig(from io.Reader) error {
	if err := json.NewDecoder(from).Decode(&w.workerConfig); err != nil {
		return err
	}
	if w.Sequential {
		runtime.GOMAXPROCS(1) // as many packages as there are processors are checked side by side
	}
	return nil
}

// work is a stage of the work on a package.
type work struct{ pkg, stage string }

// progress is what a supervisor knows about a worker.
type progress struct {
	running     []work // in the order in which they began
	done        []string
	outOfMemory bool
	completed   bool // it reported completion
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

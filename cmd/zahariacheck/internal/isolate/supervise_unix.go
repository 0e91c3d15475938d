//go:build unix

package isolate

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
)

// The open files of a worker in addition to the standard ones. Only the output of the runtime when the process dies goes to standard
// error, 2.
const (
	reportFile = 3 + iota // to the supervisor
	stderrFile            // to the user
	configFile            // from the supervisor; it ends when the supervisor does
)

// maxDeaths bounds the workers that may die before only packages are checked that one of them completed.
const maxDeaths = 5

// supervise runs workers until one is done, and returns its exit status; ok is false if none can be started.
func supervise() (status int, ok bool) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	o := workerConfig{Skip: map[string]skipReason{}}
	finished := map[string]bool{}
	for deaths := 1; ; deaths++ {
		w, err := start(o)
		switch {
		case err != nil && deaths > 1:
			fmt.Fprintf(os.Stderr, "zahariacheck: the run ended, and another cannot be started: %v\n", err)
			return failed, true
		case err != nil:
			return 0, false
		}
		l := w.wait(signals)
		switch {
		case l.completed:
			w.trace.copyToStderr()
			return w.cmd.ProcessState.ExitCode(), true
		case w.signal != 0:
			return 128 + int(w.signal), true
		}
		if os.Getenv("GOTRACEBACK") != "" { // the user wants the trace
			w.trace.copyToStderr()
		}
		d := exitCause{l.outOfMemory, w.state().Signal() == syscall.SIGKILL, w.trace.text}
		if len(l.running) == 0 || o.Only != nil {
			return w.giveUp(d), true
		}
		for _, pkg := range l.done {
			finished[pkg] = true
		}
		if o.Sequential || len(l.running) == 1 { // one at a time, but work on one package may need work on another
			last := l.running[len(l.running)-1]
			o.Skip[last.pkg] = skipReason{last.stage, last.stage + " it " + d.reason()}
		}
		o.Sequential = o.Sequential || len(l.running) > 1
		if deaths == maxDeaths {
			o.Only = finished
		}
	}
}

// A worker process, as its supervisor sees it.
type process struct {
	cmd    *child.Cmd
	report *os.File // what it says
	config *os.File // open for as long as we live
	trace  limitedBuffer
	signal syscall.Signal // that ended it on purpose, or 0
}

func start(o workerConfig) (*process, error) {
	cmd, err := child.Self()
	if err != nil {
		return nil, err
	}
	reports, report, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer report.Close()
	from, to, err := os.Pipe()
	if err != nil {
		reports.Close()
		return nil, err
	}
	defer from.Close()
	w := &process{cmd: cmd, report: reports, config: to}
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d", workerVar, os.Getpid()))
	cmd.Stdout, cmd.Stderr = os.Stdout, &w.trace
	cmd.ExtraFiles = []*os.File{report, os.Stderr, from}
	if err := cmd.Start(); err != nil {
		reports.Close()
		to.Close()
		return nil, err
	}
	go json.NewEncoder(to).Encode(o)
	return w, nil
}

// wait waits for the end of the process. The first signal to this process is forwarded; the second kills the worker.
func (w *process) wait(signals <-chan os.Signal) *progress {
	gone := make(chan struct{})
	stopped := make(chan syscall.Signal)
	go func() {
		var first syscall.Signal
		for {
			select {
			case s := <-signals:
				if first != 0 {
					s = syscall.SIGKILL
				} else {
					first = s.(syscall.Signal)
				}
				w.cmd.Process.Signal(s)
			case <-gone:
				stopped <- first
				return
			}
		}
	}()
	l := listen(w.report)
	w.cmd.Wait() // for the status; the error says no more
	close(gone)
	w.signal = <-stopped
	switch s := w.state().Signal(); s {
	case syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE:
		w.signal = s
	}
	w.report.Close()
	w.config.Close()
	return l
}

func (w *process) state() syscall.WaitStatus { return w.cmd.ProcessState.Sys().(syscall.WaitStatus) }

// giveUp says why there is no report.
func (w *process) giveUp(d exitCause) int {
	fmt.Fprintf(os.Stderr, "zahariacheck: %s\n", analyzers.Clean("the run "+d.reason(), 1024))
	return failed
}

// newWorker makes this process a worker if its parent started it as one, else it returns nil.
func newWorker() *Worker {
	value := os.Getenv(workerVar)
	os.Unsetenv(workerVar)
	if value != strconv.Itoa(os.Getppid()) {
		return nil
	}
	for _, fd := range []int{reportFile, stderrFile, configFile} {
		syscall.CloseOnExec(fd)
	}
	os.Stderr = os.NewFile(stderrFile, "/dev/stderr")
	log.SetOutput(os.Stderr)
	w := &Worker{to: os.NewFile(reportFile, "report")}
	from := os.NewFile(configFile, "orders")
	if err := w.readConfig(from); err != nil {
		return nil
	}
	go func() {
		io.Copy(io.Discard, from)
		syscall.Kill(os.Getpid(), syscall.SIGTERM) // the supervisor is gone
	}()
	return w
}

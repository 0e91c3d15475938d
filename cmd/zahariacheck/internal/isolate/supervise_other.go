//go:build !unix

package isolate

// supervise and newWorker do nothing on systems where a process cannot pass open files to another: a fatal error ends the run.
func supervise() (status int, ok bool) { return 0, false }

func newWorker() *Worker { return nil }

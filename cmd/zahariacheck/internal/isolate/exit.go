package isolate

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

// exitCause describes a worker that exited without reporting completion.
type exitCause struct {
	full   bool   // it ended itself because memory ran out
	killed bool   // another ended it by force, as the kernel does where memory runs out
	trace  []byte // the beginning of what the runtime wrote
}

// reason says, as the end of a sentence that begins with what the worker was doing, what that led to.
func (d exitCause) reason() string {
	fatal := d.line("fatal error: ", "panic: ")
	switch {
	case d.full:
		return fmt.Sprintf("took more than %d MB, nine tenths of the memory that there is: give it more, or check it on a larger machine", limit()/10*9>>20)
	case d.killed:
		return "was ended from outside, as happens where memory runs out: give it more, or check it on a larger machine"
	case strings.Contains(fatal, "out of memory"), strings.Contains(fatal, "cannot allocate memory"):
		return "took more memory than there is: give it more, or check it on a larger machine"
	case fatal == "fatal error: stack overflow":
		return "overflowed the stack" + d.function() + ", please report it"
	case fatal == "":
		return "ended the process, please report it"
	}
	return "ended the process" + d.function() + ", please report it: " + fatal
}

// line returns the first line of the trace with one of these words in front.
func (d exitCause) line(starts ...string) string {
	for line := range bytes.Lines(d.trace) {
		for _, start := range starts {
			if bytes.HasPrefix(line, []byte(start)) {
				return strings.TrimSpace(string(line))
			}
		}
	}
	return ""
}

// function names the function that the trace of the goroutine which failed has most often, outside the runtime: a
// recursion has no other place.
func (d exitCause) function() string {
	_, trace, _ := bytes.Cut(d.trace, []byte("[running"))
	trace, _, _ = bytes.Cut(trace, []byte("\n\n"))
	times := map[string]int{}
	var most string
	for line := range bytes.Lines(trace) {
		i := bytes.LastIndexByte(line, '(')
		if i < 0 || line[0] == '\t' || bytes.HasPrefix(line, []byte("runtime.")) || bytes.HasPrefix(line, []byte("panic(")) ||
			bytes.HasPrefix(line, []byte("created by ")) {
			continue
		}
		name := string(line[:i])
		if times[name]++; most == "" || times[name] > times[most] {
			most = name
		}
	}
	if most == "" {
		return ""
	}
	return " in " + most
}

// A limitedBuffer keeps the beginning of what is written to it. The trace of a process can be long.
type limitedBuffer struct{ text []byte }

const maxTrace = 256 << 10

func (h *limitedBuffer) Write(p []byte) (int, error) {
	h.text = append(h.text, p[:min(len(p), maxTrace-len(h.text))]...)
	return len(p), nil
}

func (h *limitedBuffer) copyToStderr() { os.Stderr.Write(h.text) }

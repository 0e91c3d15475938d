package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"
)

const (
	limit     = time.Minute      // of processor time for an analysis; a run is stopped after five times as long, as on a busy machine
	fillLimit = 20 * time.Minute // for compiling what a module depends on: that of ollama has C++
)

type wide struct {
	tool, work string
	buildCache string // of the go command
	fixes      bool
}

// A run is what one run of the tool came to.
type run struct {
	stdout, stderr []byte
	seconds        float64 // of processor time, with that of the go commands that it started
	peak           int     // MB, of the tool or a go command that it started
	status         int
	late           bool // it was stopped
}

// run runs the tool, which can keep no report of an earlier run: the second would be compared with itself. One that takes too long is
// asked for a trace of what it does.
func (w *wide) run(c *code, limit time.Duration, processors int, args ...string) run {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, w.tool, args...)
	cmd.Dir = c.dir
	cmd.Env = append(slices.Clip(c.env), fmt.Sprint("GOMAXPROCS=", processors), "GOCACHE="+w.buildCache, "XDG_CACHE_HOME="+os.DevNull)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGQUIT) }
	cmd.WaitDelay = 10 * time.Second
	cmd.Run()
	r := run{stdout: stdout.Bytes(), stderr: stderr.Bytes(), late: ctx.Err() != nil, status: -1}
	if s := cmd.ProcessState; s != nil {
		r.status = s.ExitCode()
		r.seconds = (s.UserTime() + s.SystemTime()).Seconds()
		if usage, ok := s.SysUsage().(*syscall.Rusage); ok {
			r.peak = int(usage.Maxrss >> 10)
		}
	}
	return r
}

var (
	internal = regexp.MustCompile(`internal error in [^\n]*, please report it[^\n"]*`)
	trace    = regexp.MustCompile(`(?m)^(panic:|fatal error:|goroutine \d+ \[).*`)
)

// wrong says what no run may do.
func (r run) wrong() string {
	switch {
	case r.late:
		return "hang"
	case r.seconds > limit.Seconds():
		return fmt.Sprintf("%.0f s of processor time", r.seconds)
	}
	for _, re := range []*regexp.Regexp{internal, trace} {
		if m := re.Find(append(slices.Clip(r.stdout), r.stderr...)); m != nil {
			return string(m)
		}
	}
	if r.status != 0 && r.status != 2 {
		return fmt.Sprintf("exit status %d", r.status)
	}
	return ""
}

// check checks the modules of a line of the list.
func (w *wide) check(modules string) (row Row) {
	row.Applied = untried
	dir := filepath.Join(w.work, "module")
	check(os.RemoveAll(dir))
	defer os.RemoveAll(dir)
	c, err := unpack(dir, strings.Fields(modules))
	if err != nil {
		return row.skip(err.Error())
	}
	row.Lines = c.lines
	// One quick rule alone has the go command compile all that the code depends on, and does not count.
	if fill := w.run(c, fillLimit, 2, append([]string{"-allow"}, c.patterns...)...); fill.late {
		return row.skip("its dependencies take too long to compile")
	}
	args := append([]string{"-json", "-preview"}, c.patterns...)
	one, two := w.run(c, 5*limit, 1, args...), w.run(c, 5*limit, 2, args...)
	name := filepath.Join(w.work, "reports", strings.Map(flat, modules))
	check(os.WriteFile(name+".json", one.stdout, 0o644))
	check(os.WriteFile(name+".stderr", append(one.stderr, two.stderr...), 0o644))

	row.Seconds, row.Seconds2, row.Peak = one.seconds, two.seconds, max(one.peak, two.peak)
	found, failed := decode(one.stdout)
	row.Findings, row.Unchecked = map[string]int{}, len(failed)
	for _, f := range found {
		row.Findings[f.rule]++
		row.Fixes += len(f.Fixes)
	}
	switch {
	case one.wrong() != "":
		return row.bad(one.wrong())
	case two.wrong() != "":
		return row.bad("with two processors: " + two.wrong())
	case !bytes.Equal(one.stdout, two.stdout):
		check(os.WriteFile(name+".second.json", two.stdout, 0o644))
		return row.bad("the reports differ")
	case len(one.stdout) == 0, len(failed) >= c.folders:
		return row.skip("nothing of it could be checked: " + firstLine(string(one.stderr)))
	}
	if w.fixes {
		row.Applied = 0
		if row.Fixes > 0 {
			w.tryFixes(c, found, failed, &row)
		}
	}
	return row
}

// A finding is a diagnostic of go vet -json.
type finding struct {
	pkg, rule string
	Posn      string
	Message   string
	Fixes     []fix `json:"suggested_fixes"`
}

type fix struct{ Edits []edit }

type edit struct {
	Filename   string
	Start, End int
	New        string
}

// decode reads a report, and the names of the packages that could not be checked.
func decode(out []byte) (found []finding, failed map[string]bool) {
	failed = map[string]bool{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var pkgs map[string]map[string]json.RawMessage
		if dec.Decode(&pkgs) != nil {
			return found, failed
		}
		for pkg, rules := range pkgs {
			for rule, raw := range rules {
				var list []finding
				if json.Unmarshal(raw, &list) != nil {
					failed[pkg] = true
				}
				for _, f := range list {
					f.pkg, f.rule = pkg, rule
					found = append(found, f)
				}
			}
		}
	}
}

// flat makes a name for a file.
func flat(r rune) rune {
	if r == '/' || r == ' ' {
		return '_'
	}
	return r
}

//go:build unix

package isolate

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// packages in the environment makes the test binary a command that checks the packages so named; their names say what
// becomes of the process. It is called with a number, the exit status that it is to have.
const packages = "ZAHARIACHECK_TEST_PACKAGES"

func TestMain(m *testing.M) {
	list, ok := os.LookupEnv(packages)
	if !ok {
		os.Exit(m.Run())
	}
	limit = func() uint64 { return 256 << 20 }
	os.Exit(Run(func() int { return check(strings.Fields(list)) }))
}

// check stands for the check of packages: some side by side, and a report at the end.
func check(list []string) int {
	fmt.Fprintln(os.Stderr, "message")
	println("what the runtime writes")
	var (
		report  = make([]string, len(list))
		next    = make(chan int, len(list))
		started = make(chan bool)
		all     sync.WaitGroup
	)
	for i := range list {
		next <- i
	}
	close(next)
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := range next {
				report[i] = checkOne(list[i], started)
			}
		})
	}
	all.Wait()
	fmt.Println(strings.Join(report, "\n"))
	if slices.Contains(list, "late") {
		overflow(0)
	}
	return 7
}

func checkOne(pkg string, started chan bool) string {
	w := Current()
	if err := w.Begin(pkg, Reading); err != nil {
		return err.Error()
	}
	defer w.End(pkg)
	if strings.HasPrefix(pkg, "unreadable") {
		overflow(0)
	}
	if err := w.Begin(pkg, Analysing); err != nil {
		return err.Error()
	}
	alone := runtime.GOMAXPROCS(0) == 1
	switch kind, _, _ := strings.Cut(pkg, "/"); kind {
	case "overflow":
		overflow(0)
	case "neighbour": // of one that dies: it is at work when that happens, unless it is checked alone
		if !alone {
			close(started)
			select {}
		}
	case "overflowBeside":
		if !alone {
			<-started
		}
		overflow(0)
	case "asks": // for more about another, whose check is over, and that dies of it
		if err := w.Begin("asked", Analysing); err != nil {
			return err.Error()
		}
		overflow(0)
	case "garbage": // whose heap grows as far as the collector lets it
		live := bytes.Repeat([]byte{1}, 110<<20)
		for range 1000 {
			garbage = bytes.Repeat([]byte{1}, 4<<20)
		}
		runtime.KeepAlive(live)
	case "hog":
		var held [][]byte
		for { // until the process ends
			held = append(held, bytes.Repeat([]byte{1}, 16<<20))
			time.Sleep(time.Millisecond)
		}
	case "panic":
		go panic("a panic that nobody recovers")
		select {}
	case "killed":
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	case "exit":
		os.Exit(0)
	case "term":
		syscall.Kill(os.Getpid(), syscall.SIGTERM)
		select {}
	}
	return pkg + " is done"
}

var garbage []byte

//go:noinline
func overflow(n int) int { return overflow(n+1) + n }

// run runs the command and returns its standard output, standard error and exit status.
func run(t *testing.T, list string, env ...string) (stdout, stderr string, status int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), append(env, packages+"="+list)...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	var exit *exec.ExitError
	if err := cmd.Run(); errors.As(err, &exit) {
		status = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), status
}

func TestDeathCostsOnePackage(t *testing.T) {
	const stack = "it overflowed the stack in github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate.overflow, please report it"
	for _, c := range []struct{ list, want string }{
		{"a b c", "a is done\nb is done\nc is done\n"},
		{"a overflow c", "a is done\nanalysing " + stack + "\nc is done\n"},
		{"unreadable b", "reading " + stack + "\nb is done\n"},
		{"neighbour overflowBeside c", "neighbour is done\nanalysing " + stack + "\nc is done\n"},
		{"a overflow/1 overflow/2 overflow/3 e", "a is done\n" + strings.Repeat("analysing "+stack+"\n", 3) + "e is done\n"},
		{"asked asks c", "analysing " + stack + "\nanalysing " + stack + "\nc is done\n"},
		{"garbage b", "garbage is done\nb is done\n"},
		{"hog b", "analysing it took more than 230 MB, nine tenths of the memory that there is: give it more, or check it on a larger machine\nb is done\n"},
		{"killed b", "analysing it was ended from outside, as happens where memory runs out: give it more, or check it on a larger machine\nb is done\n"},
		{"exit b", "analysing it ended the process, please report it\nb is done\n"},
	} {
		stdout, stderr, status := run(t, c.list)
		if stdout != c.want || status != 7 {
			t.Errorf("%s: status %d, output\n%swant\n%s", c.list, status, stdout, c.want)
		}
		if got := strings.ReplaceAll(stderr, "message\n", ""); got != "what the runtime writes\n" {
			t.Errorf("%s: standard error is\n%s", c.list, stderr)
		}
	}
}

func TestPanicElsewhere(t *testing.T) {
	stdout, _, status := run(t, "panic b")
	if !strings.Contains(stdout, "please report it: panic: a panic that nobody recovers") || !strings.HasSuffix(stdout, "\nb is done\n") || status != 7 {
		t.Errorf("status %d, output\n%s", status, stdout)
	}
}

// After some deaths only what was once got done with is checked.
func TestManyDeaths(t *testing.T) {
	var list []string
	for i := range 9 {
		list = append(list, fmt.Sprintf("overflow/%d", i))
	}
	stdout, _, status := run(t, "first "+strings.Join(list, " ")+" last")
	lines := strings.Split(stdout, "\n")
	if lines[0] != "first is done" || !strings.HasPrefix(lines[1], "analysing it overflowed the stack") ||
		!strings.Contains(lines[10], "left out, since") || status != 7 {
		t.Errorf("status %d, output\n%s", status, stdout)
	}
}

func TestDeathWithoutAPackage(t *testing.T) {
	stdout, stderr, status := run(t, "late")
	want := "message\nzahariacheck: the run overflowed the stack in github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate.overflow, please report it\n"
	if stderr != want || status != failed {
		t.Errorf("status %d, standard error\n%s", status, stderr)
	}
	if stdout != "late is done\n" { // the worker had written it
		t.Errorf("output %q", stdout)
	}
}

func TestTraceForWhoAsks(t *testing.T) {
	if _, stderr, _ := run(t, "overflow", "GOTRACEBACK=single"); !strings.Contains(stderr, "\ngoroutine ") {
		t.Errorf("standard error is\n%s", stderr)
	}
}

func TestSignalIsNoAccident(t *testing.T) {
	if stdout, stderr, status := run(t, "term b"); status != 128+int(syscall.SIGTERM) || stdout != "" || stderr != "message\n" {
		t.Errorf("status %d, output %q, standard error %q", status, stdout, stderr)
	}
}

func TestReasonOfOtherDeaths(t *testing.T) {
	for trace, want := range map[string]string{
		"fatal error: runtime: out of memory: cannot allocate 4194304-byte block\n":                                                "took more memory than there is",
		"fatal error: concurrent map writes\n\ngoroutine 7 [running]:\ninternal/runtime/maps.fatal({0x1, 0x2})\n\t/x.go:1\n":       "ended the process in internal/runtime/maps.fatal, please report it: fatal error: concurrent map writes",
		"panic: oops\n\ngoroutine 7 [running]:\npanic({0x1})\n\t/panic.go:1\nmain.f(0x1)\n\t/x.go:1\ncreated by main.main\n\t/x\n": "ended the process in main.f, please report it: panic: oops",
		"": "ended the process, please report it",
	} {
		if got := (exitCause{trace: []byte(trace)}).reason(); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %s, want %s", trace, got, want)
		}
	}
}

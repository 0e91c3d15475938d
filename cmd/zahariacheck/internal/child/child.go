// Package child starts other programs: the go command, git, and this program once more. Nothing else does, so that all are
// held alike: they read nothing from our standard input, and neither they nor what they started outlive us.
package child

import (
	"context"
	"os"
	"os/exec"
	"time"
)

// A Cmd is a program that is prepared or runs.
type Cmd = exec.Cmd

// ErrNotFound is the error, possibly wrapped, of a program that is not in PATH.
var ErrNotFound = exec.ErrNotFound

// grace is how long a child that was asked to end, or that left its output to others, may take.
const grace = 2 * time.Second

// Command prepares a program as exec.CommandContext does. When the context is done, the program and what it started are
// asked to end, all of them where there are process groups. On Linux the program is killed if we are: that follows the
// thread which starts it, and the Go runtime ends no thread that goroutines are not locked to.
func Command(ctx context.Context, name string, args ...string) *Cmd {
	cmd := exec.CommandContext(ctx, name, args...) // whose standard input is the null device
	cmd.WaitDelay = grace
	makeGroup(cmd)
	return cmd
}

// Self prepares this program once more, with our arguments. It shares our process group, so that a terminal stops, resumes
// and interrupts both.
func Self() (*Cmd, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return &Cmd{Path: program, Args: os.Args, WaitDelay: grace}, nil
}

//go:build unix

package child

import (
	"os/exec"
	"strconv"
	"syscall"
)

func makeGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	dieWithParent(cmd.SysProcAttr)
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
}

// LimitMemory bounds the memory, in bytes, that a program which is prepared, and each that it starts, may take: more is refused to it.
// Where the shell cannot set that bound there is none.
func LimitMemory(cmd *Cmd, bytes uint64) {
	if cmd.Err != nil {
		return // it is not there
	}
	cmd.Args = append([]string{"sh", "-c", `ulimit -v "$0" 2>/dev/null; exec "$@"`, strconv.FormatUint(bytes>>10, 10), cmd.Path}, cmd.Args[1:]...)
	cmd.Path = "/bin/sh"
}

//go:build unix

package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// start starts zahariacheck with a go command that starts a program and waits for it, and returns the process IDs of that
// program and of the worker once they run.
func start(t *testing.T) (cmd *exec.Cmd, child, worker string) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("there is no /proc")
	}
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	slow := "#!/bin/sh\nsleep 600 &\necho $! $PPID >" + pipe + "\nwait\n"
	if err := os.WriteFile(filepath.Join(dir, "go"), []byte(slow), 0o755); err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd = &exec.Cmd{Path: program, Args: []string{"zahariacheck"}, Dir: dir}
	cmd.Env = append(os.Environ(), "PATH="+dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(pipe)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	line, _ := bufio.NewReader(f).ReadString('\n')
	ids := strings.Fields(line)
	if len(ids) != 2 {
		t.Fatalf("the go command says %q", line)
	}
	return cmd, ids[0], ids[1]
}

func TestSignals(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		cmd, child, worker := start(t)
		cmd.Process.Signal(s)
		cmd.Wait()
		if got, want := cmd.ProcessState.ExitCode(), 128+int(s); got != want {
			t.Errorf("%v: exit status %d, want %d", s, got, want)
		}
		if alive(worker) {
			t.Errorf("%v: the worker lives on", s)
		}
		untilDead(child)
	}
}

// A supervisor that is killed cannot tell its worker.
func TestKilled(t *testing.T) {
	cmd, child, worker := start(t)
	cmd.Process.Kill()
	cmd.Wait()
	untilDead(worker)
	untilDead(child)
}

// untilDead returns when a process has ended. If it does not, the test ends when its time is up.
func untilDead(pid string) {
	for alive(pid) {
		runtime.Gosched()
	}
}

func alive(pid string) bool {
	stat, err := os.ReadFile("/proc/" + pid + "/stat")
	return err == nil && !strings.Contains(string(stat), ") Z ")
}

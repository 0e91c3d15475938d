//go:build !unix

package child

import "os/exec"

// hold does nothing where there are no process groups: the program alone is killed when its context is done.
func hold(*exec.Cmd) {}

// LimitMemory does nothing: there is no such bound.
func LimitMemory(*Cmd, uint64) {}

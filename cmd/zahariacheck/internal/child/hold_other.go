//go:build !unix

package child

import "os/exec"

// makeGroup does nothing where there are no process groups: the program alone is killed when its context is done.
func makeGroup(*exec.Cmd) {}

// LimitMemory does nothing: there is no such bound.
func LimitMemory(*Cmd, uint64) {}

//go:build unix && !linux

package child

import "syscall"

// dieWithUs does nothing: other kernels do not tell a child that its parent died.
func dieWithUs(*syscall.SysProcAttr) {}

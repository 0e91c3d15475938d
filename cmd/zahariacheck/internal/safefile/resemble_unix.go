//go:build unix

package safefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// names is how many names a file has.
func names(info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Nlink)
	}
	return 1
}

// lives reports whether there is a process with that ID.
func lives(pid int) bool { return syscall.Kill(pid, 0) != syscall.ESRCH }

// resemble gives the file the owner, the group and the extended attributes of another.
func (f osFile) resemble(dir folder, name string, info fs.FileInfo) error {
	mine, err := f.Stat()
	if err != nil {
		return err
	}
	want, ok1 := info.Sys().(*syscall.Stat_t)
	have, ok2 := mine.Sys().(*syscall.Stat_t)
	if ok1 && ok2 && (want.Uid != have.Uid || want.Gid != have.Gid) {
		if err := f.Chown(int(want.Uid), int(want.Gid)); err != nil {
			return fmt.Errorf("the owner and group of %s cannot be kept: %w", name, errors.Unwrap(err))
		}
	}
	old, err := dir.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return err
	}
	from, ok := old.(osFile)
	if !ok {
		return old.Close()
	}
	if err := copyAttributes(from, f); err != nil {
		err = fmt.Errorf("the extended attributes of %s cannot be kept: %w", name, err)
		return errors.Join(err, from.Close())
	}
	return from.Close()
}

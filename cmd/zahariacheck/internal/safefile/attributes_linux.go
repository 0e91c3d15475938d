package safefile

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// kernelAttributes are set by the system as a file is made: what the policy of the machine says, and digests of the content.
var kernelAttributes = []string{"security.selinux", "security.ima", "security.evm"}

// copyAttributes makes the extended attributes of a file those of another: access lists, and what users put there. A file system
// without any has none to copy.
func copyAttributes(from, to osFile) error {
	old, err := attributes(from)
	if err != nil {
		return err
	}
	have, err := attributes(to) // which the folder may give
	if err != nil {
		return err
	}
	for name, value := range old {
		if !bytes.Equal(have[name], value) {
			if err := unix.Fsetxattr(int(to.Fd()), name, value, 0); err != nil {
				return err
			}
		}
	}
	for name := range have {
		if _, ok := old[name]; !ok {
			if err := unix.Fremovexattr(int(to.Fd()), name); err != nil {
				return err
			}
		}
	}
	return nil
}

// attributes are the extended attributes of a file that users decide on.
func attributes(f osFile) (map[string][]byte, error) {
	read := func(get func(buf []byte) (int, error)) ([]byte, error) {
		for {
			n, err := get(nil)
			if err != nil || n == 0 {
				return nil, err
			}
			buf := make([]byte, n)
			if n, err = get(buf); !errors.Is(err, unix.ERANGE) { // else it grew meanwhile
				return buf[:max(n, 0)], err
			}
		}
	}
	list, err := read(func(buf []byte) (int, error) { return unix.Flistxattr(int(f.Fd()), buf) })
	if errors.Is(err, unix.ENOTSUP) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	all := map[string][]byte{}
	for name := range strings.SplitSeq(string(list), "\x00") {
		if name == "" || slices.Contains(kernelAttributes, name) {
			continue
		}
		value, err := read(func(buf []byte) (int, error) { return unix.Fgetxattr(int(f.Fd()), name, buf) })
		if err != nil && !errors.Is(err, unix.ENODATA) {
			return nil, err
		}
		all[name] = value
	}
	return all, nil
}

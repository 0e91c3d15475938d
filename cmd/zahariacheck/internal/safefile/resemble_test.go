//go:build linux

package safefile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// A file that is there keeps all that is not its content.
func TestResembles(t *testing.T) {
	root := t.TempDir()
	file := put(t, filepath.Join(root, "f"), "old", 0o644)
	uid, gid := os.Getuid(), os.Getgid()
	if uid == 0 {
		uid, gid = 4242, 4343 // only root may give a file away
	}
	if err := os.Chown(file, uid, gid); err != nil {
		t.Fatal(err)
	}
	const mode = os.ModeSetgid | 0o754
	if err := os.Chmod(file, mode); err != nil {
		t.Fatal(err)
	}
	note := []byte("note")
	if err := unix.Setxattr(file, "user.note", note, 0); errors.Is(err, unix.ENOTSUP) {
		note = nil // the file system has no attributes
	} else if err != nil {
		t.Fatal(err)
	}
	if err := Write(root, file, []byte("new"), 0o600); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	stat := info.Sys().(*syscall.Stat_t)
	if int(stat.Uid) != uid || int(stat.Gid) != gid || info.Mode() != mode {
		t.Errorf("owner %d:%d, mode %v; want %d:%d, %v", stat.Uid, stat.Gid, info.Mode(), uid, gid, mode)
	}
	value := make([]byte, 16)
	if n, _ := unix.Getxattr(file, "user.note", value); string(value[:max(n, 0)]) != string(note) {
		t.Errorf("the attribute is %q, want %q", value[:max(n, 0)], note)
	}
	if content(t, file) != "new" {
		t.Error("the file was not written")
	}
}

// What has a second name would be parted from it.
func TestHardLink(t *testing.T) {
	root := t.TempDir()
	file := put(t, filepath.Join(root, "f"), "old", 0o644)
	second := filepath.Join(root, "second")
	if err := os.Link(file, second); err != nil {
		t.Fatal(err)
	}
	if err := Write(root, file, []byte("new"), 0o600); err == nil || !strings.Contains(err.Error(), "f has 2 names") {
		t.Errorf("error %v", err)
	}
	if content(t, file) != "old" || content(t, second) != "old" {
		t.Error("a file was changed")
	}
	if left, _ := filepath.Glob(filepath.Join(root, ".*")); len(left) > 0 {
		t.Errorf("files left: %v", left)
	}
}

// Package safefile writes files completely or not at all, and never through a symbolic link. Fixes, reports, baselines and
// configurations are written by it.
package safefile

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// Write makes data the content of the file at path, which must lie below the folder root; both may be relative to the
// working folder. At any moment, even if the program is killed or the disk is full, the file is as it was or holds all
// of data: a temporary file in the same folder is written, flushed to the disk and renamed.
//
// A new file gets mode, less the umask. A file that is there keeps its mode, its owner, its group and its extended attributes,
// access lists among them. The folder must be there.
//
// It refuses, with an error and no change: a path outside root or root itself; a symbolic link anywhere below root; what
// is there and not a regular file; a file that may not be written, that has other names too, which would keep the old
// content, or of which something cannot be kept. How root itself is reached is not looked at.
func Write(root, path string, data []byte, mode fs.FileMode) error {
	dir, name, err := open(root, path)
	if err != nil {
		return err
	}
	defer dir.Close()
	return write(osFolder{dir}, name, data, mode)
}

// Read returns the content of the file at path. It refuses what Write refuses, save files that may not be written.
func Read(root, path string) ([]byte, error) {
	dir, name, err := open(root, path)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	if _, err := regular(osFolder{dir}, name); err != nil {
		return nil, err
	}
	return dir.ReadFile(name)
}

// open opens the folder that holds path, one step at a time. Each step must be a folder, and the one that was looked
// at: a link that takes its place meanwhile is noticed.
func open(root, path string) (dir *os.Root, name string, err error) {
	rel, err := below(root, path)
	if err != nil {
		return nil, "", err
	}
	if dir, err = os.OpenRoot(root); err != nil {
		return nil, "", err
	}
	steps := strings.Split(rel, string(filepath.Separator))
	for _, step := range steps[:len(steps)-1] {
		next, err := enter(dir, step, dir.OpenRoot)
		dir.Close()
		if err != nil {
			return nil, "", err
		}
		dir = next
	}
	return dir, steps[len(steps)-1], nil
}

// below returns path relative to root.
func below(root, path string) (string, error) {
	absRoot, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(absRoot, abs)
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		return "", fmt.Errorf("%s does not lie below %s", path, root)
	}
	return rel, nil
}

func enter(dir *os.Root, step string, openRoot func(string) (*os.Root, error)) (*os.Root, error) {
	seen, err := dir.Lstat(step)
	if err != nil {
		return nil, err
	}
	if !seen.IsDir() {
		return nil, notA("folder", filepath.Join(dir.Name(), step), seen)
	}
	next, err := openRoot(step)
	if err != nil {
		return nil, err
	}
	if got, err := next.Stat("."); err != nil || !os.SameFile(seen, got) {
		next.Close()
		return nil, errors.Join(fmt.Errorf("%s changed meanwhile", filepath.Join(dir.Name(), step)), err)
	}
	return next, nil
}

func notA(what, name string, info fs.FileInfo) error {
	if info.Mode()&fs.ModeSymlink != 0 {
		return fmt.Errorf("%s is a symbolic link", name)
	}
	return fmt.Errorf("%s is not a %s", name, what)
}

// A folder is what write does to one. Tests let it fail.
type folder interface {
	Lstat(name string) (fs.FileInfo, error)
	OpenFile(name string, flag int, mode fs.FileMode) (file, error)
	Names() []string
	Rename(from, to string) error
	Remove(name string) error
	Sync() error
}

type file interface {
	io.WriteCloser
	Chmod(fs.FileMode) error
	Sync() error
	// resemble gives the file the owner, the group and the extended attributes of another.
	resemble(dir folder, name string, info fs.FileInfo) error
}

func write(dir folder, name string, data []byte, mode fs.FileMode) (err error) {
	old, err := writable(dir, name)
	if err != nil {
		return err
	}
	abandoned(dir, name)
	temp := fmt.Sprintf(".%s.%d-%s", name, os.Getpid(), rand.Text()[:8])
	f, err := dir.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if err = fill(f, data, dir, name, old); err == nil {
		err = dir.Rename(temp, name)
	}
	if err != nil {
		return errors.Join(err, dir.Remove(temp))
	}
	return dir.Sync()
}

// abandoned removes the temporary files for a file whose writers were killed. That it cannot is no reason not to write.
func abandoned(dir folder, name string) {
	for _, other := range dir.Names() {
		suffix, ours := strings.CutPrefix(other, "."+name+".")
		pid, random, ok := strings.Cut(suffix, "-")
		n, err := strconv.Atoi(pid)
		if ours && ok && err == nil && len(random) == 8 && !lives(n) {
			dir.Remove(other)
		}
	}
}

// fill writes a file to the disk and closes it. It becomes like the old one, if there is one. Its mode comes last: to change the owner
// takes bits away.
func fill(f file, data []byte, dir folder, name string, old fs.FileInfo) error {
	_, err := f.Write(data)
	if err == nil && old != nil {
		if err = f.resemble(dir, name, old); err == nil {
			err = f.Chmod(old.Mode() & (fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky))
		}
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// writable describes the file that is there, if one is. To rename over a file one needs no right to write it, so that
// is asked for.
func writable(dir folder, name string) (fs.FileInfo, error) {
	info, err := regular(dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if n := names(info); n > 1 {
		return nil, fmt.Errorf("%s has %d names (hard links): the others would keep the old content", name, n)
	}
	f, err := dir.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return info, f.Close()
}

func regular(dir folder, name string) (fs.FileInfo, error) {
	info, err := dir.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = notA("regular file", name, info)
	}
	return info, err
}

type osFolder struct{ *os.Root }

func (d osFolder) OpenFile(name string, flag int, mode fs.FileMode) (file, error) {
	f, err := d.Root.OpenFile(name, flag, mode)
	if err != nil {
		return nil, err
	}
	return osFile{f}, nil
}

// Names lists what is in the folder, as far as it can be read.
func (d osFolder) Names() []string {
	f, err := d.Root.Open(".")
	if err != nil {
		return nil
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1)
	return names
}

type osFile struct{ *os.File }

// Sync makes a rename last. Windows has no way to ask for that.
func (d osFolder) Sync() error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := d.Root.Open(".")
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

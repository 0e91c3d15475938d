package safefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func put(t *testing.T, name, text string, mode fs.FileMode) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	return name
}

func content(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWrite(t *testing.T) {
	root := t.TempDir()
	file := put(t, filepath.Join(root, "a", "b", "f"), "old", 0o640)
	if err := Write(root, file, []byte("new"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := content(t, file); got != "new" {
		t.Errorf("content %q", got)
	}
	if info, _ := os.Stat(file); info.Mode() != 0o640 {
		t.Errorf("an old file's mode became %v", info.Mode())
	}
	fresh := filepath.Join(root, "fresh")
	if err := Write(root, fresh, []byte("new"), 0o600); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(fresh); info.Mode() != 0o600 {
		t.Errorf("a new file's mode is %v", info.Mode())
	}
	if data, err := Read(root, file); err != nil || string(data) != "new" {
		t.Errorf("Read: %q, %v", data, err)
	}
	t.Chdir(root)
	if err := Write(".", filepath.Join("a", "b", "f"), []byte("relative"), 0o600); err != nil || content(t, file) != "relative" {
		t.Errorf("relative path: %q, %v", content(t, file), err)
	}
	if left, _ := filepath.Glob(filepath.Join(root, "a", "b", "*")); len(left) != 1 {
		t.Errorf("files left: %v", left)
	}
}

// What a writer left that was killed is removed by the next, and what one that lives is about to write is not.
func TestAbandoned(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there it is not known which processes live")
	}
	root := t.TempDir()
	put(t, filepath.Join(root, ".f.1-ABCDEFGH"), "of the first process", 0o644)
	put(t, filepath.Join(root, ".f.999999999-ABCDEFGH"), "half", 0o644)
	put(t, filepath.Join(root, ".f.999999999-ABC"), "of others", 0o644)
	put(t, filepath.Join(root, ".g.999999999-ABCDEFGH"), "of another file", 0o644)
	if err := Write(root, filepath.Join(root, "f"), []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	var left []string
	entries, _ := os.ReadDir(root)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if got := strings.Join(left, " "); got != ".f.1-ABCDEFGH .f.999999999-ABC .g.999999999-ABCDEFGH f" {
		t.Errorf("left: %s", got)
	}
}

func TestRefuses(t *testing.T) {
	root, outside := t.TempDir(), t.TempDir()
	target := put(t, filepath.Join(outside, "f"), "old", 0o644)
	inside := put(t, filepath.Join(root, "d", "f"), "old", 0o644)
	at := func(name string) string { return filepath.Join(root, name) }
	for link, to := range map[string]string{"out": target, "in": inside, "outdir": outside, "indir": at("d"), "dangling": at("nothing")} {
		if err := os.Symlink(to, at(link)); err != nil {
			t.Skip(err)
		}
	}
	for path, want := range map[string]string{
		target:              "does not lie below",
		at("../f"):          "does not lie below",
		root:                "does not lie below",
		at("out"):           "out is a symbolic link",
		at("in"):            "in is a symbolic link",
		at("dangling"):      "dangling is a symbolic link",
		at("outdir/f"):      "outdir is a symbolic link",
		at("indir/f"):       "indir is a symbolic link",
		at("d/f/g"):         "f is not a folder",
		at("d"):             "d is not a regular file",
		at("no/f"):          "no such file",
		at("d/bad\x00name"): "invalid argument",
	} {
		if err := Write(root, path, []byte("new"), 0o644); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Write %q: %v, want %q", path, err, want)
		}
		if _, err := Read(root, path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Read %q: %v, want %q", path, err, want)
		}
	}
	if err := Write(at("no"), at("no/f"), nil, 0o644); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("root is not there: %v", err)
	}
	if content(t, target) != "old" || content(t, inside) != "old" {
		t.Error("a file was changed")
	}
}

// The folder that was looked at is gone when it is opened, or is another one.
func TestFolderChanges(t *testing.T) {
	root, other := t.TempDir(), t.TempDir()
	put(t, filepath.Join(root, "d", "f"), "old", 0o644)
	dir, err := os.OpenRoot(root)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	if _, err := enter(dir, "d", func(string) (*os.Root, error) { return nil, errFault }); !errors.Is(err, errFault) {
		t.Errorf("gone: %v", err)
	}
	if _, err := enter(dir, "d", func(string) (*os.Root, error) { return os.OpenRoot(other) }); err == nil || !strings.Contains(err.Error(), "changed meanwhile") {
		t.Errorf("another: %v", err)
	}
	dir.Close()
	if err := (osFolder{dir}).Sync(); err == nil && runtime.GOOS != "windows" {
		t.Error("a closed folder was flushed")
	}
}

func TestNoWorkingFolder(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone")
	if err := os.Mkdir(gone, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(gone)
	if err := os.Remove(gone); err != nil {
		t.Skip(err)
	}
	for _, root := range []string{".", os.TempDir()} {
		if err := Write(root, "f", nil, 0o644); err == nil {
			t.Errorf("written below %s", root)
		}
	}
}

func TestReadOnlyFile(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	root := t.TempDir()
	file := put(t, filepath.Join(root, "f"), "old", 0o444)
	if err := Write(root, file, []byte("new"), 0o644); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v", err)
	}
	if content(t, file) != "old" {
		t.Error("it was changed")
	}
}

// A faulty folder fails at the n-th operation, and at those after it if the program is to seem killed.
type faulty struct {
	folder
	n      int
	killed bool
	ops    []string
}

var errFault = errors.New("no space left on device")

func (d *faulty) do(op string) error {
	d.ops = append(d.ops, op)
	if len(d.ops) == d.n || d.killed && len(d.ops) > d.n {
		return errFault
	}
	return nil
}

func (d *faulty) Lstat(name string) (fs.FileInfo, error) {
	if err := d.do("lstat"); err != nil {
		return nil, err
	}
	return d.folder.Lstat(name)
}

func (d *faulty) OpenFile(name string, flag int, mode fs.FileMode) (file, error) {
	if err := d.do("open"); err != nil {
		return nil, err
	}
	f, err := d.folder.OpenFile(name, flag, mode)
	return faultyFile{f, d}, err
}

func (d *faulty) Rename(from, to string) error {
	if err := d.do("rename"); err != nil {
		return err
	}
	return d.folder.Rename(from, to)
}

func (d *faulty) Remove(name string) error {
	if err := d.do("remove"); err != nil {
		return err
	}
	return d.folder.Remove(name)
}

func (d *faulty) Sync() error { return errors.Join(d.folder.Sync(), d.do("sync folder")) }

type faultyFile struct {
	file
	d *faulty
}

// Write stops in the middle, as on a full disk.
func (f faultyFile) Write(data []byte) (int, error) {
	if err := f.d.do("write"); err != nil {
		n, _ := f.file.Write(data[:len(data)/2])
		return n, err
	}
	return f.file.Write(data)
}

func (f faultyFile) Chmod(mode fs.FileMode) error {
	return errors.Join(f.file.Chmod(mode), f.d.do("chmod"))
}
func (f faultyFile) Sync() error  { return errors.Join(f.file.Sync(), f.d.do("sync")) }
func (f faultyFile) Close() error { return errors.Join(f.file.Close(), f.d.do("close")) }

// Whatever step fails, or is the last, the error is returned and the file is the old one or the new one.
func TestFaults(t *testing.T) {
	for _, killed := range []bool{false, true} {
		n := 1
		for ; ; n++ {
			root := t.TempDir()
			file := put(t, filepath.Join(root, "f"), "the old text", 0o644)
			dir, err := os.OpenRoot(root)
			if err != nil {
				t.Fatal(err)
			}
			d := &faulty{folder: osFolder{dir}, n: n, killed: killed}
			err = write(d, "f", []byte("the new text, which is longer"), 0o644)
			dir.Close()
			if len(d.ops) < n {
				if err != nil || content(t, file) != "the new text, which is longer" {
					t.Errorf("without a fault: %v", err)
				}
				break
			}
			if !errors.Is(err, errFault) {
				t.Errorf("%v fails: error %v", d.ops, err)
			}
			if got := content(t, file); got != "the old text" && (got != "the new text, which is longer" || d.ops[n-1] != "sync folder") {
				t.Errorf("%v fails: content %q", d.ops, got)
			}
			if left, _ := filepath.Glob(filepath.Join(root, ".f.*")); len(left) > 0 && !killed {
				t.Errorf("%v fails: %v is left", d.ops, left)
			}
		}
		if n < 9 {
			t.Errorf("only %d steps were let fail", n-1)
		}
	}
}

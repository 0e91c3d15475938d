package surface

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
)

// Checkout writes the files of a revision of the repository around dir into a new temporary folder and returns the folder in it
// that corresponds to dir. The repository, its work tree and its index are not touched, and no filter, hook or attribute of the
// repository has a say: the contents are those of the objects. The caller removes the folder by calling remove.
func Checkout(ctx context.Context, dir, revision string) (at string, remove func(), err error) {
	prefix, err := git(ctx, dir, "rev-parse", "--show-prefix")
	if err != nil {
		return "", nil, err
	}
	commit, err := git(ctx, dir, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return "", nil, fmt.Errorf("git does not know the revision %q", revision)
	}
	list, err := git(ctx, dir, "ls-tree", "-r", "-z", "--full-tree", strings.TrimSpace(commit))
	if err != nil {
		return "", nil, err
	}
	temp, err := os.MkdirTemp("", "zahariacheck-")
	if err != nil {
		return "", nil, err
	}
	remove = func() { os.RemoveAll(temp) }
	if err := writeBlobs(ctx, dir, temp, list); err != nil {
		remove()
		return "", nil, err
	}
	return filepath.Join(temp, filepath.FromSlash(strings.TrimSpace(prefix))), remove, nil
}

func gitCommand(ctx context.Context, dir string, args ...string) *child.Cmd {
	cmd := child.Command(ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"}, args...)...)
	cmd.Dir = dir
	return cmd
}

func git(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := gitCommand(ctx, dir, args...)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		if errors.Is(err, child.ErrNotFound) {
			return "", errors.New("the git command is not in PATH")
		}
		line, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
		return "", fmt.Errorf("git %s: %s", args[0], strings.TrimPrefix(line, "fatal: "))
	}
	return out.String(), nil
}

// writeBlobs writes the regular files of a listing below the folder temp. Links and submodules are left out.
func writeBlobs(ctx context.Context, dir, temp, list string) error {
	root, err := os.OpenRoot(temp)
	if err != nil {
		return err
	}
	defer root.Close()
	cmd := gitCommand(ctx, dir, "cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	read := bufio.NewReader(out)
	err = func() error {
		defer in.Close()
		for entry := range strings.SplitSeq(list, "\x00") {
			meta, name, ok := strings.Cut(entry, "\t")
			words := strings.Fields(meta)
			if !ok || len(words) != 3 || words[1] != "blob" || words[0] == "120000" {
				continue
			}
			if err := writeBlob(root, in, read, words[2], name); err != nil {
				return err
			}
		}
		return nil
	}()
	if err != nil {
		cmd.Cancel()
		cmd.Wait()
		return err
	}
	return cmd.Wait()
}

func writeBlob(root *os.Root, in io.Writer, out *bufio.Reader, id, name string) error {
	if _, err := io.WriteString(in, id+"\n"); err != nil {
		return err
	}
	header, err := out.ReadString('\n')
	if err != nil {
		return err
	}
	words := strings.Fields(header)
	if len(words) != 3 {
		return fmt.Errorf("git has no content of %s", name) // as in a partial clone
	}
	size, err := strconv.ParseInt(words[2], 10, 64)
	if err != nil {
		return err
	}
	path := filepath.FromSlash(name)
	if err := root.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := root.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := io.CopyN(f, out, size); err != nil {
		f.Close()
		return err
	}
	if _, err := out.Discard(1); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

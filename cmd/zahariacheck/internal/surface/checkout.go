package surface

import (
	"context"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/git"
)

// A Revision is a commit of a repository, seen from a folder of its work tree.
type Revision struct {
	Commit string
	Prefix string // the folder, from the top of the work tree, with slashes

	repo *git.Repo
}

// FindRevision asks git for a revision of the repository around dir.
func FindRevision(ctx context.Context, dir, name string) (*Revision, error) {
	repo := git.In(ctx, dir, nil)
	prefix, err := repo.Run("rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	commit, err := repo.Commit(name)
	if err != nil {
		return nil, err
	}
	return &Revision{commit, strings.TrimSpace(prefix), repo}, nil
}

// Checkout writes the files of a revision into a new temporary folder and returns the folder in it that corresponds to the prefix.
// The repository, its work tree and its index are not touched. The caller removes the folder by calling remove.
func (r *Revision) Checkout() (at string, remove func(), err error) {
	files, err := r.repo.Files(r.Commit)
	if err != nil {
		return "", nil, err
	}
	temp, err := os.MkdirTemp("", "zahariacheck-")
	if err != nil {
		return "", nil, err
	}
	remove = func() { os.RemoveAll(temp) }
	if err := writeFiles(r.repo, temp, files); err != nil {
		remove()
		return "", nil, err
	}
	return filepath.Join(temp, filepath.FromSlash(r.Prefix)), remove, nil
}

// writeFiles writes blobs below the folder temp, by their paths.
func writeFiles(repo *git.Repo, temp string, files map[string]string) error {
	root, err := os.OpenRoot(temp)
	if err != nil {
		return err
	}
	defer root.Close()
	names := slices.Sorted(maps.Keys(files))
	var ids []string
	for _, name := range names {
		ids = append(ids, files[name])
	}
	return repo.Blobs(ids, func(i int, content io.Reader) error {
		path := filepath.FromSlash(names[i])
		if err := root.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		f, err := root.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		if _, err := io.Copy(f, content); err != nil {
			f.Close()
			return err
		}
		return f.Close()
	})
}

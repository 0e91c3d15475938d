// Package git reads a repository: which commits there are, what a commit holds, and the contents of blobs. No attribute, filter, hook or
// setting of the repository, and no variable of the environment, has a say in what is read, and nothing is written.
package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
)

// A Repo is the repository around a folder.
type Repo struct {
	ctx context.Context
	Dir string
	env []string
}

// In returns the repository around a folder, which may be none: then each question fails. The environment is git's; nil is ours.
func In(ctx context.Context, dir string, env []string) *Repo {
	if env == nil {
		env = os.Environ()
	}
	env = slices.DeleteFunc(slices.Clone(env), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains(unsetVariables, name)
	})
	return &Repo{ctx, dir, append(env, "GIT_NO_REPLACE_OBJECTS=1", "GIT_OPTIONAL_LOCKS=0")}
}

// unsetVariables are variables by which git would see other files or objects than there are.
var unsetVariables = []string{"GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE"}

// command prepares git. A repository can name a program for git to start when it looks for changes; and what looks like a repository
// without a working tree can be committed to another.
func (r *Repo) command(args ...string) *child.Cmd {
	cmd := child.Command(r.ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"}, args...)...)
	cmd.Dir, cmd.Env = r.Dir, r.env
	return cmd
}

// Run runs git and returns what it prints, or the first line of its complaint if it fails.
func (r *Repo) Run(args ...string) (string, error) {
	cmd := r.command(args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return "", complaint(err, stderr.String())
	}
	return stdout.String(), nil
}

// complaint is why git failed.
func complaint(err error, stderr string) error {
	if errors.Is(err, child.ErrNotFound) {
		return errors.New("the git command is not in PATH")
	}
	if line, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n"); line != "" {
		return errors.New("git: " + strings.TrimPrefix(line, "fatal: "))
	}
	return err
}

// Commit returns the ID of the commit that a revision names.
func (r *Repo) Commit(revision string) (string, error) {
	if strings.HasPrefix(revision, "-") {
		return "", fmt.Errorf("%q is not a revision", revision)
	}
	id, err := r.Run("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return "", fmt.Errorf("git does not know the revision %q%s", revision, r.shallow())
	}
	return strings.TrimSpace(id), nil
}

// MergeBase returns the commit at which the work here left the history of a revision.
func (r *Repo) MergeBase(revision string) (string, error) {
	if _, err := r.Commit(revision); err != nil {
		return "", err
	}
	base, err := r.Run("merge-base", "HEAD", revision)
	if err != nil {
		return "", fmt.Errorf("git finds no merge base of HEAD and %q%s", revision, r.shallow())
	}
	return strings.TrimSpace(base), nil
}

// shallow says what to do where git has only a part of the history.
func (r *Repo) shallow() string {
	if out, err := r.Run("rev-parse", "--is-shallow-repository"); err == nil && strings.TrimSpace(out) == "true" {
		return ": this is a shallow clone, fetch the history (git fetch --unshallow, or fetch-depth: 0 in actions/checkout)"
	}
	return ""
}

// Files returns the regular files of a commit: the IDs of their blobs, by paths from the top of the working tree. Links and submodules
// are left out.
func (r *Repo) Files(commit string) (map[string]string, error) {
	tree, err := r.Run("ls-tree", "-r", "-z", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	blobs := map[string]string{}
	for _, entry := range Records(tree) {
		info, path, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(info)
		if !ok || len(fields) != 3 {
			return nil, errors.New("unexpected output of git ls-tree")
		}
		if fields[1] == "blob" && fields[0] != "120000" { // a link holds a name
			blobs[path] = fields[2]
		}
	}
	return blobs, nil
}

// Records cuts what git prints with -z.
func Records(out string) []string {
	return strings.FieldsFunc(out, func(r rune) bool { return r == 0 })
}

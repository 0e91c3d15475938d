package filter

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// Lines tells which lines of the files of a working tree are new. What is compared are the contents of files and of blobs: no
// attribute, filter, variable or setting of git has a say. They are for one goroutine.
type Lines struct {
	git
	blobs   map[string]string // of the revision: names of blobs by paths from the top of the working tree
	tracked map[string]bool   // paths that git knows
	known   map[string]news   // by absolute file name, without symbolic links
}

// News are the new lines of a file.
type news struct {
	all   bool
	lines []span
}

type span struct{ first, last int }

// NewLines reads what the working tree around dir was when it left the history of a revision: at the merge base, so that what others
// did there meanwhile does not count. The environment is git's; nil is ours. Where git cannot answer, that is an error: to take
// nothing or everything for new would lie.
func NewLines(ctx context.Context, dir string, env []string, revision string) (*Lines, error) {
	l := &Lines{git: git{ctx, dir, environ(env)}, blobs: map[string]string{}, tracked: map[string]bool{}, known: map[string]news{}}
	if err := l.read(revision); err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	return l, nil
}

// swayed are variables by which git would see other files or objects than there are.
var swayed = []string{"GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE"}

// environ is an environment for git.
func environ(env []string) []string {
	if env == nil {
		env = os.Environ()
	}
	env = slices.DeleteFunc(slices.Clone(env), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains(swayed, name)
	})
	return append(env, "GIT_NO_REPLACE_OBJECTS=1", "GIT_OPTIONAL_LOCKS=0")
}

func (l *Lines) read(revision string) error {
	if strings.HasPrefix(revision, "-") {
		return fmt.Errorf("%q is no revision", revision)
	}
	top, err := l.run("rev-parse", "--show-toplevel")
	if err != nil {
		return err
	}
	if l.dir, err = filepath.EvalSymlinks(filepath.FromSlash(strings.TrimSuffix(top, "\n"))); err != nil {
		return err
	}
	base, err := l.mergeBase(revision)
	if err != nil {
		return err
	}
	tree, err := l.run("ls-tree", "-r", "-z", "--full-tree", base)
	if err != nil {
		return err
	}
	for entry := range records(tree) {
		info, path, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(info)
		if !ok || len(fields) != 3 {
			return errors.New("git ls-tree says what is not understood")
		}
		if fields[1] == "blob" && fields[0] != "120000" { // a link holds a name
			l.blobs[path] = fields[2]
		}
	}
	index, err := l.run("ls-files", "-z")
	if err != nil {
		return err
	}
	for path := range records(index) {
		l.tracked[path] = true
	}
	return nil
}

type git struct {
	ctx context.Context
	dir string
	env []string
}

// run runs git, and returns the last line of its complaint if it fails.
func (g git) run(args ...string) (string, error) { return g.pipe(nil, args...) }

// pipe is run with something on standard input.
func (g git) pipe(input []byte, args ...string) (string, error) {
	// A repository can name a program for git to start when it looks for changes; and what looks like a repository without
	// a working tree can be committed to another.
	cmd := child.Command(g.ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"}, args...)...)
	cmd.Dir, cmd.Env = g.dir, g.env
	cmd.Stdin = bytes.NewReader(input)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		if errors.Is(err, child.ErrNotFound) {
			return "", errors.New("the git command is not in PATH")
		}
		if all := strings.Split(strings.TrimSpace(stderr.String()), "\n"); all[0] != "" {
			err = errors.New("git: " + strings.TrimPrefix(all[0], "fatal: "))
		}
		return "", err
	}
	return stdout.String(), nil
}

// mergeBase returns the commit at which the work here left the history of a revision.
func (g git) mergeBase(revision string) (string, error) {
	if _, err := g.run("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}"); err != nil {
		return "", fmt.Errorf("git does not know the revision %q%s", revision, g.shallow())
	}
	base, err := g.run("merge-base", "HEAD", revision)
	if err != nil {
		return "", fmt.Errorf("git finds no merge base of HEAD and %q%s", revision, g.shallow())
	}
	return strings.TrimSpace(base), nil
}

// shallow says what to do where git has only a part of the history.
func (g git) shallow() string {
	if out, err := g.run("rev-parse", "--is-shallow-repository"); err == nil && strings.TrimSpace(out) == "true" {
		return ": this is a shallow clone, fetch the history (git fetch --unshallow, or fetch-depth: 0 in actions/checkout)"
	}
	return ""
}

// Sift keeps the findings that are new: of which the place, or a step that leads to it, stands on a new line. A prompt
// that stood there before is a new finding when a new call sends it.
func (l *Lines) Sift(all []finding.Finding) (fresh []finding.Finding, err error) {
	real := map[string]string{} // git names files without symbolic links
	isNew := func(pos, end token.Position) bool {
		if pos.Filename == "" {
			return false
		}
		name, ok := real[pos.Filename]
		if !ok {
			name = pos.Filename
			if resolved, err := filepath.EvalSymlinks(name); err == nil {
				name = resolved
			}
			real[pos.Filename] = name
		}
		news, wrong := l.of(name)
		err = cmp.Or(err, wrong)
		return news.has(pos.Line, max(pos.Line, end.Line))
	}
	for _, f := range all {
		hit := isNew(f.Pos, f.End)
		for _, s := range f.Trace {
			hit = hit || isNew(s.Pos, s.End)
		}
		if hit {
			fresh = append(fresh, f)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	return fresh, nil
}

func (n news) has(first, last int) bool {
	return n.all || slices.ContainsFunc(n.lines, func(s span) bool { return s.first <= last && first <= s.last })
}

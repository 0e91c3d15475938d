package filter

import (
	"cmp"
	"context"
	"fmt"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/git"
)

// Lines finds the new lines of the files in a working tree. It compares the contents of files and blobs: no attribute, filter,
// variable or setting of git matters. Not safe for concurrent use.
type Lines struct {
	repo    *git.Repo
	dir     string              // the top of the working tree
	blobs   map[string]string   // of the revision: names of blobs by paths from the top of the working tree
	tracked map[string]bool     // paths that git knows
	known   map[string]newLines // by absolute file name, without symbolic links
}

// newLines are the new lines of a file.
type newLines struct {
	all   bool
	lines []span
}

type span struct{ first, last int }

// NewLines reads the files at the merge base of the working tree around dir and a revision, so that later commits on the revision's
// branch do not count. The environment is git's; nil is that of this process. If git fails, that is an error: treating nothing or
// everything as new would be wrong.
func NewLines(ctx context.Context, dir string, env []string, revision string) (*Lines, error) {
	l := &Lines{repo: git.In(ctx, dir, env), tracked: map[string]bool{}, known: map[string]newLines{}}
	if err := l.read(revision); err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	return l, nil
}

func (l *Lines) read(revision string) error {
	top, err := l.repo.Run("rev-parse", "--show-toplevel")
	if err != nil {
		return err
	}
	if l.dir, err = filepath.EvalSymlinks(filepath.FromSlash(strings.TrimSuffix(top, "\n"))); err != nil {
		return err
	}
	l.repo.Dir = l.dir
	base, err := l.repo.MergeBase(revision)
	if err != nil {
		return err
	}
	if l.blobs, err = l.repo.Files(base); err != nil {
		return err
	}
	index, err := l.repo.Run("ls-files", "-z")
	if err != nil {
		return err
	}
	for _, path := range git.Records(index) {
		l.tracked[path] = true
	}
	return nil
}

// Filter keeps the new findings: those whose position, or a step of the trace, is on a new line. An old prompt is a new finding if a
// new call sends it.
func (l *Lines) Filter(all []finding.Finding) (fresh []finding.Finding, err error) {
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
		news, wrong := l.newLinesOf(name)
		err = cmp.Or(err, wrong)
		return news.includes(pos.Line, max(pos.Line, end.Line))
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

func (n newLines) includes(first, last int) bool {
	return n.all || slices.ContainsFunc(n.lines, func(s span) bool { return s.first <= last && first <= s.last })
}

package filter

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// Lines are the lines that are new, by absolute file name; nil stands for all lines of the file.
type Lines map[string][]span

type span struct{ first, last int }

// NewLines asks git which lines of the working tree around dir are new since it left the history of a revision: since
// the merge base, so that what others did there meanwhile does not count, in files that git knows and those that it does not
// ignore. The environment is git's; nil is ours. Where git cannot answer, that is an error: taking nothing or everything for new would lie.
func NewLines(ctx context.Context, dir string, env []string, revision string) (Lines, error) {
	if strings.HasPrefix(revision, "-") {
		return nil, fmt.Errorf("-new-from: %q is no revision", revision)
	}
	g := git{ctx, dir, env}
	top, err := g.run("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	g.dir = strings.TrimSuffix(top, "\n")
	base, err := g.mergeBase(revision)
	if err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	diff, err := g.run("-c", "core.quotePath=true", "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/",
		"--find-renames", base, "--", "*.go")
	if err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	lines, err := parseDiff(g.dir, diff)
	if err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	untracked, err := g.run("ls-files", "--others", "--exclude-standard", "-z", "--", "*.go")
	if err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(untracked, "\x00"), "\x00") {
		if name != "" {
			lines[filepath.Join(g.dir, filepath.FromSlash(name))] = nil
		}
	}
	return lines, nil
}

type git struct {
	ctx context.Context
	dir string
	env []string // nil is ours
}

// run runs git, and returns the last line of its complaint if it fails.
func (g git) run(args ...string) (string, error) {
	// A repository can name a program for git to start when it looks for changes; and what looks like a repository without
	// a working tree can be committed to another.
	cmd := child.Command(g.ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"}, args...)...)
	cmd.Dir, cmd.Env = g.dir, g.env
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

var hunk = regexp.MustCompile(`^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@`)

// parseDiff reads what git diff -U0 prints. The lines of a hunk are counted, not looked at: one may look like a header.
func parseDiff(top, diff string) (Lines, error) {
	lines := Lines{}
	var file string
	in := bufio.NewReader(strings.NewReader(diff))
	next := func() (string, bool) {
		s, err := in.ReadString('\n')
		return strings.TrimSuffix(s, "\n"), err == nil || s != ""
	}
	for text, ok := next(); ok; text, ok = next() {
		if name, is := strings.CutPrefix(text, "+++ "); is {
			name, err := unquote(name)
			if err != nil {
				return nil, err
			}
			file = ""
			if name, is := strings.CutPrefix(name, "b/"); is {
				file = filepath.Join(top, filepath.FromSlash(name))
			}
			continue
		}
		m := hunk.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		removed, first, added := number(m[1], 1), number(m[2], 0), number(m[3], 1)
		if added > 0 && file != "" {
			lines[file] = append(lines[file], span{first, first + added - 1})
		}
		for left := removed + added; left > 0; {
			body, ok := next()
			if !ok {
				return nil, errors.New("git diff ends within a hunk")
			}
			if !strings.HasPrefix(body, `\`) { // "\ No newline at end of file"
				left--
			}
		}
	}
	return lines, nil
}

// unquote reads a file name as git prints it: in C syntax if it has odd characters, with a tab behind it if it has blanks.
func unquote(name string) (string, error) {
	name = strings.TrimSuffix(name, "\t")
	if !strings.HasPrefix(name, `"`) {
		return name, nil
	}
	return strconv.Unquote(name)
}

func number(digits string, otherwise int) int {
	if n, err := strconv.Atoi(digits); err == nil {
		return n
	}
	return otherwise
}

// Sift keeps the findings that are new: of which the place, or a step that leads to it, stands on a new line. A prompt
// that stood there before is a new finding when a new call sends it.
func (l Lines) Sift(all []finding.Finding) (fresh []finding.Finding) {
	real := map[string]string{} // git names files without symbolic links
	isNew := func(pos, end token.Position) bool {
		name, ok := real[pos.Filename]
		if !ok {
			name = pos.Filename
			if resolved, err := filepath.EvalSymlinks(name); err == nil {
				name = resolved
			}
			real[pos.Filename] = name
		}
		return l.has(name, pos.Line, max(pos.Line, end.Line))
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
	return fresh
}

func (l Lines) has(file string, first, last int) bool {
	spans, ok := l[file]
	if ok && spans == nil {
		return true
	}
	for _, s := range spans {
		if s.first <= last && first <= s.last {
			return true
		}
	}
	return false
}

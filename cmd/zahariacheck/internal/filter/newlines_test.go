package filter

import (
	"context"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// runGit runs git in a folder, without the configuration of the machine.
func runGit(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=n", "-c", "user.email=e", "-c", "protocol.file.allow=always"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// repository is a working tree on a branch that left main: there, a.go gets a line at its start, and here one at its end.
func repository(t *testing.T) string {
	t.Helper()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	const text = "package a\n\nvar x = 1\n"
	put(t, filepath.Join(dir, "a.go"), text)
	put(t, filepath.Join(dir, ".gitignore"), "ignored.go\n")
	runGit(t, dir, "init", "-q", "-b", "main")
	runGit(t, dir, "add", ".")
	runGit(t, dir, "commit", "-qm", "first")
	runGit(t, dir, "checkout", "-qb", "work")
	put(t, filepath.Join(dir, "committed.go"), "package a\n")
	runGit(t, dir, "add", ".")
	runGit(t, dir, "commit", "-qm", "ours")
	runGit(t, dir, "checkout", "-q", "main")
	put(t, filepath.Join(dir, "a.go"), "// theirs\n"+text)
	runGit(t, dir, "commit", "-qam", "theirs")
	runGit(t, dir, "checkout", "-q", "work")
	put(t, filepath.Join(dir, "a.go"), text+"\nvar y = 2\n")
	for _, name := range []string{"new.go", "ignored.go", filepath.Join("sub", "ü b.go")} {
		put(t, filepath.Join(dir, name), "package a\n")
	}
	return dir
}

// changes asks which lines are new in files of a repository.
func changes(t *testing.T, from, dir string, names ...string) map[string]newLines {
	t.Helper()
	l, err := NewLines(context.Background(), from, nil, "main")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]newLines{}
	for _, name := range names {
		if got[name], err = l.newLinesOf(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return got
}

func TestNewLines(t *testing.T) {
	dir := repository(t)
	put(t, filepath.Join(dir, "nested", "n.go"), "package n\n")
	runGit(t, filepath.Join(dir, "nested"), "init", "-q")
	elsewhere := filepath.Join("..", filepath.Base(t.TempDir()), "e.go")
	put(t, filepath.Join(dir, elsewhere), "package e\n")
	want := map[string]newLines{
		"a.go":                          {lines: []span{{4, 5}}},
		"committed.go":                  {all: true},
		"new.go":                        {all: true},
		"ignored.go":                    {},
		filepath.Join("sub", "ü b.go"):  {all: true},
		filepath.Join("nested", "n.go"): {all: true},
		elsewhere:                       {all: true},
	}
	names := slices.Collect(maps.Keys(want))
	compare := func(why string) {
		t.Helper()
		for _, from := range []string{dir, filepath.Join(dir, "sub")} {
			if diff := cmp.Diff(want, changes(t, from, dir, names...), cmp.AllowUnexported(newLines{}, span{})); diff != "" {
				t.Errorf("%s, from %s: %s", why, from, diff)
			}
		}
	}
	compare("plain")

	// Nothing that git can be told to do changes the answer.
	runGit(t, dir, "update-index", "--assume-unchanged", "a.go")
	put(t, filepath.Join(dir, ".gitattributes"), "*.go -diff\n*.go filter=mark\n")
	marked := filepath.Join(t.TempDir(), "mark")
	for _, setting := range []string{"diff.interHunkContext=9", "core.bigFileThreshold=1", "diff.golang.binary=true", "filter.mark.clean=touch " + marked} {
		name, value, _ := strings.Cut(setting, "=")
		runGit(t, dir, "config", name, value)
	}
	for _, v := range []string{"GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS"} {
		t.Setenv(v, "1")
		compare(v)
		os.Unsetenv(v)
	}
	t.Setenv("GIT_DIFF_OPTS", "-u9")
	compare("settings")
	if _, err := os.Lstat(marked); err == nil {
		t.Error("a filter was run")
	}

	// A file that is moved takes its history with it.
	if err := os.Rename(filepath.Join(dir, "a.go"), filepath.Join(dir, "sub", "moved.go")); err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join("sub", "moved.go")
	if got := changes(t, dir, dir, moved)[moved]; got.all || !slices.Equal(got.lines, []span{{4, 5}}) {
		t.Errorf("moved: %v", got)
	}
}

// Where git cannot answer, the error says why.
func TestNewLinesErrors(t *testing.T) {
	dir := repository(t)
	runGit(t, dir, "checkout", "-q", "--orphan", "alone")
	runGit(t, dir, "commit", "-qm", "unrelated")
	shallow := filepath.Join(t.TempDir(), "shallow")
	runGit(t, dir, "clone", "-q", "--depth=1", "--branch=work", "file://"+filepath.ToSlash(dir), shallow)
	for _, c := range []struct{ dir, revision, want string }{
		{dir, "--output=x", `-new-from: "--output=x" is not a revision`},
		{dir, "nosuch", `-new-from: git does not know the revision "nosuch"`},
		{dir, "main", `-new-from: git finds no merge base of HEAD and "main"`},
		{shallow, "main", `-new-from: git does not know the revision "main": this is a shallow clone, fetch the history (git fetch --unshallow, or fetch-depth: 0 in actions/checkout)`},
		{t.TempDir(), "main", `-new-from: git: not a git repository (or any of the parent directories): .git`},
	} {
		if _, err := NewLines(context.Background(), c.dir, nil, c.revision); err == nil || err.Error() != c.want {
			t.Errorf("%s in %s:\ngot  %v\nwant %s", c.revision, c.dir, err, c.want)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := NewLines(context.Background(), dir, nil, "main"); err == nil || err.Error() != "-new-from: the git command is not in PATH" {
		t.Errorf("without git: %v", err)
	}
}

// Whichever call of git fails, or answers what is no diff, that is an error: nothing is taken for new in silence.
func TestNewLinesFaults(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the git in the way is a script")
	}
	dir := repository(t)
	git, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	script := "#!/bin/sh\ncase \" $* \" in\n*\" $FAIL \"*) eval \"$DO\";;\n*) exec '" + git + "' \"$@\";;\nesac\n"
	if err := os.WriteFile(filepath.Join(bin, "git"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
	for _, c := range []struct{ fail, do, want string }{
		{"--show-toplevel", "exit 3", "-new-from: exit status 3"},
		{"rev-parse --verify", "exit 3", `-new-from: git does not know the revision "main"`},
		{"merge-base", "exit 3", `-new-from: git finds no merge base of HEAD and "main"`},
		{"ls-tree", "exit 3", "-new-from: exit status 3"},
		{"ls-tree", "echo nonsense", "-new-from: unexpected output of git ls-tree"},
		{"ls-files", "exit 3", "-new-from: exit status 3"},
		{"cat-file", "exit 3", "-new-from: exit status 3"},
		{"cat-file", "echo nonsense", "-new-from: git cannot read "},
	} {
		t.Setenv("FAIL", c.fail)
		t.Setenv("DO", c.do)
		l, err := NewLines(context.Background(), dir, nil, "main")
		if err == nil {
			_, err = l.Filter([]finding.Finding{{Pos: token.Position{Filename: filepath.Join(dir, "a.go"), Line: 1}}})
		}
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %s: error %v, want %s", c.fail, c.do, err, c.want)
		}
	}
}

// A finding is new if a line of its place, or of a step that leads to it, is.
func TestSiftLines(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	a, whole, link := filepath.Join(dir, "a.go"), filepath.Join(dir, "new.go"), filepath.Join(dir, "link.go")
	put(t, a, "")
	if err := os.Symlink(a, link); err != nil {
		t.Skip(err)
	}
	lines := &Lines{known: map[string]newLines{a: {lines: []span{{3, 4}, {9, 9}}}, whole: {all: true}, filepath.Join(dir, "b.go"): {}}}
	at := func(file string, line int) token.Position { return token.Position{Filename: file, Line: line} }
	for _, c := range []struct {
		name string
		f    finding.Finding
		want bool
	}{
		{"before", finding.Finding{Pos: at(a, 2), End: at(a, 2)}, false},
		{"first line", finding.Finding{Pos: at(a, 3), End: at(a, 3)}, true},
		{"last line", finding.Finding{Pos: at(a, 4), End: at(a, 4)}, true},
		{"between", finding.Finding{Pos: at(a, 5), End: at(a, 8)}, false},
		{"around", finding.Finding{Pos: at(a, 5), End: at(a, 20)}, true},
		{"ends in it", finding.Finding{Pos: at(a, 1), End: at(a, 3)}, true},
		{"no end", finding.Finding{Pos: at(a, 9)}, true},
		{"behind", finding.Finding{Pos: at(a, 10)}, false},
		{"a new file", finding.Finding{Pos: at(whole, 77)}, true},
		{"another file", finding.Finding{Pos: at(filepath.Join(dir, "b.go"), 3)}, false},
		{"through a link", finding.Finding{Pos: at(link, 3)}, true},
		{"a step", finding.Finding{Pos: at(a, 1), Trace: []finding.Step{{Pos: at(a, 9)}, {Pos: at(a, 1)}}}, true},
		{"no step", finding.Finding{Pos: at(a, 1), Trace: []finding.Step{{Pos: at(a, 1)}, {Pos: at(link, 10)}}}, false},
	} {
		if got, err := lines.Filter([]finding.Finding{c.f, c.f}); err != nil || len(got) > 0 != c.want || len(got) == 1 {
			t.Errorf("%s: %d of 2 are new, want %v", c.name, len(got), c.want)
		}
	}
}

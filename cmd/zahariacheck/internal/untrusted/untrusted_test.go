package untrusted

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func mkdir(t *testing.T, elem ...string) string {
	t.Helper()
	dir := filepath.Join(elem...)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// temp is a folder without symbolic links on the way to it.
func temp(t *testing.T) string {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTree(t *testing.T) {
	top := temp(t)
	deep := mkdir(t, top, "repo", "module", "package")
	write := func(name string) {
		if err := os.WriteFile(filepath.Join(top, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct{ made, want string }{
		{"repo/module/package/go.mod", "repo/module/package"},
		{"go.work", ""},
		{"repo/.git", "repo"}, // a file, as in a submodule
	} {
		write(step.made)
		if got, err := Tree(deep); err != nil || got != filepath.Join(top, filepath.FromSlash(step.want)) {
			t.Errorf("with %s: %s, error %v", step.made, got, err)
		}
	}
	if _, err := Tree(filepath.Join(top, "nowhere")); err == nil {
		t.Error("a folder that is not there has a tree")
	}
}

func TestWithin(t *testing.T) {
	top := temp(t)
	tree, out := mkdir(t, top, "tree"), mkdir(t, top, "tree2")
	if err := errors.Join(os.Symlink(out, filepath.Join(tree, "leads-out")), os.Symlink(tree, filepath.Join(out, "leads-in"))); err != nil {
		t.Skip(err)
	}
	for _, c := range []struct {
		name            string
		within, escapes bool // the second for a file in that folder
	}{
		{"tree", true, false},
		{"tree/a/b", true, false},
		{"tree/../tree2", false, false},
		{"tree2", false, false},
		{"tree/leads-out", true, true},
		{"tree2/leads-in", true, false},
		{"tree2/leads-in/a", false, false}, // it is not there
	} {
		dir := filepath.Join(top, filepath.FromSlash(c.name))
		if got := Within(tree, dir); got != c.within {
			t.Errorf("Within(%s) is %v", c.name, got)
		}
		if got := Escapes(tree, filepath.Join(dir, "report")); got != c.escapes {
			t.Errorf("Escapes(%s/report) is %v", c.name, got)
		}
	}
}

func TestEnviron(t *testing.T) {
	top := temp(t)
	tree, home := mkdir(t, top, "tree"), mkdir(t, top, "home")
	list := strings.Join([]string{filepath.Join(tree, "bin"), home, "tools", "", "."}, string(filepath.ListSeparator))
	got := Environ([]string{
		"PATH=" + list, "HOME=" + home, "GOPATH=" + filepath.Join(tree, "go"), "GOPROXY=https://proxy.example", "GOWORK=off",
		"GITHUB_TOKEN=secret", "GOFLAGS=-toolexec=run", "GOTOOLCHAIN=auto", "CGO_ENABLED=1", "CC=run", "GOENV=" + home, "GOAUTH=run", "GIT_SSH_COMMAND=run", "=C:=x",
	}, tree)
	want := append([]string{"PATH=" + home, "HOME=" + home, "GOPROXY=https://proxy.example", "GOWORK=off"}, fixedVariables...)
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	for _, v := range passedVariables {
		if v != strings.ToUpper(v) {
			t.Errorf("%s can never match", v)
		}
	}
	if runtime.GOOS != "windows" && !slices.Contains(Environ([]string{"https_proxy=x"}, tree), "https_proxy=x") {
		t.Error("https_proxy is lost")
	}
}

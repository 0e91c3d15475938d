package config

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// tree makes files with a text each below a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// The nearest configuration holds, from the root of the module up to that of the workspace.
func TestFind(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []string
		dir   string
		want  string // relative to the root; "" for none
	}{
		{"in the folder", []string{"go.mod", Name}, ".", Name},
		{"above", []string{"go.mod", Name, "a/b/x"}, "a/b", Name},
		{"not below the root", []string{"go.mod", Name, "a/" + Name, "a/b/x"}, "a/b", Name},
		{"only below the root", []string{"go.mod", "a/" + Name, "a/b/x"}, "a", ""},
		{"the nearest of a module", []string{"go.work", Name, "m/go.mod", "m/" + Name, "m/a/x"}, "m/a", "m/" + Name},
		{"none", []string{"go.mod", "a/x"}, "a", ""},
		{"above the module", []string{Name, "m/go.mod", "m/a/x"}, "m/a", ""},
		{"of the workspace", []string{"go.work", Name, "m/go.mod", "m/a/x"}, "m/a", Name},
		{"above the workspace", []string{Name, "w/go.work", "w/m/go.mod", "w/m/a/x"}, "w/m/a", ""},
		{"no module", []string{Name, "a/x"}, "a", ""},
		{"no module, in the folder", []string{Name, "a/x"}, ".", Name},
		{"a folder of that name", []string{"go.mod", Name, "a/" + Name + "/x"}, "a", Name},
		{"a folder named go.mod", []string{"go.mod", Name, "a/go.mod/x"}, "a", Name},
	} {
		files := map[string]string{}
		for _, name := range c.files {
			files[name] = ""
		}
		root := tree(t, files)
		want := ""
		if c.want != "" {
			want = filepath.Join(root, filepath.FromSlash(c.want))
		}
		if got := Find(filepath.Join(root, filepath.FromSlash(c.dir))); got != want {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}

func TestFor(t *testing.T) {
	set := analyzers.NewSettings()
	root := tree(t, map[string]string{"go.mod": "", Name: "preset: strict\n", "a/x": "", "other/go.mod": ""})
	c, err := For(filepath.Join(root, "a"), set)
	if err != nil || c.File != filepath.Join(root, Name) || set.Level(ruleNamed("gobstore")) != analyzers.Error {
		t.Errorf("%+v, %v, gobstore is %s", c, err, set.Level(ruleNamed("gobstore")))
	}
	if c, err := For(filepath.Join(root, "other"), set); err != nil || c == nil || c.File != "" {
		t.Errorf("without a file: %+v, %v", c, err)
	}
	if err := os.Remove(filepath.Join(root, Name)); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(filepath.Join(root, Name), set); !os.IsNotExist(err) {
		t.Errorf("no file: %v", err)
	}
	root = tree(t, map[string]string{"go.mod": "", misnamed: "preset: strict\n", "a/x": ""})
	if _, err := For(filepath.Join(root, "a"), set); err == nil || err.Error() != ".zahariacheck.yaml is not read; name it .zahariacheck.yml" {
		t.Errorf("a file of another name: %v", err)
	}
}

// The settings of golangci-lint are the keys that name no files.
func TestSettings(t *testing.T) {
	set := analyzers.NewSettings()
	if err := Settings(nil, set); err != nil {
		t.Error(err)
	}
	if err := Settings(map[string]any{"preset": "preview", "rules": map[string]any{"stubapi": "error"}}, set); err != nil || set.Level(ruleNamed("stubapi")) != analyzers.Error {
		t.Errorf("%v, stubapi is %s", err, set.Level(ruleNamed("stubapi")))
	}
	for _, r := range analyzers.Rules() {
		if !set.Enabled(r) {
			t.Errorf("%s is off in the preset preview", r.Name)
		}
	}
	for _, c := range []struct {
		settings any
		want     string
	}{
		{map[string]any{"paths": []any{}}, `settings:2:3: unknown key "paths"; want one of preset, groups, rules, vendors`},
		{map[string]any{"preset": "x"}, `settings:2:13: unknown preset "x"; want one of core, strict, preview`},
		{func() {}, "json: unsupported type: func()"},
	} {
		if err := Settings(c.settings, set); err == nil || err.Error() != c.want {
			t.Errorf("%v: error %v, want %s", c.settings, err, c.want)
		}
	}
}

// All that can be obeyed for a package of the module or workspace is listed, wherever below the root one asks.
func TestAll(t *testing.T) {
	root := tree(t, map[string]string{
		"w/go.work":       "go 1.24\n\nuse ./m\nuse ../n\n",
		"w/m/go.mod":      "module m\n",
		"w/m/" + Name:     "catalogue: [ours.llm]\n",
		"w/m/ours.llm":    "",
		"w/m/a/" + Name:   "rules: {}\n",
		"w/.git/" + Name:  "",
		"w/wrong/" + Name: "nosuch: 1\n",
		"n/go.mod":        "module n\n",
		"n/" + Name:       "",
		"o/" + Name:       "",
	})
	var want []string
	for _, name := range []string{"n/" + Name, "w/m/" + Name, "w/m/a/" + Name, "w/m/ours.llm", "w/wrong/" + Name} {
		want = append(want, filepath.Join(root, filepath.FromSlash(name)))
	}
	for _, dir := range []string{"w", "w/m/a"} {
		if got := All(filepath.Join(root, filepath.FromSlash(dir))); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", dir, got, want)
		}
	}
}

package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// What is behind a link is not shown, whatever is wrong with it, nor that of a catalogue.
func TestLinks(t *testing.T) {
	dir, secret := t.TempDir(), filepath.Join(t.TempDir(), "secret")
	for _, text := range []string{"root: swordfish", "swordfish", "{swordfish", "preset: swordfish"} {
		if err := os.WriteFile(secret, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		os.Remove(filepath.Join(dir, Name))
		if err := os.Symlink(secret, filepath.Join(dir, Name)); err != nil {
			t.Skip(err)
		}
		_, err := Load(filepath.Join(dir, Name), analyzers.NewSettings())
		var wrong *Error
		if !errors.As(err, &wrong) || strings.Contains(err.Error(), "sword") || wrong.Frame != "" {
			t.Errorf("%q: error %v, frame %q", text, err, wrong.Frame)
		}
	}
	os.Remove(filepath.Join(dir, Name))
	if err := os.Symlink(secret, filepath.Join(dir, "ours.llm")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, Name), []byte("catalogue: [ours.llm]"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(filepath.Join(dir, Name), analyzers.NewSettings()); err == nil || strings.Contains(err.Error(), "sword") || !strings.Contains(err.Error(), "the catalogue has mistakes") {
		t.Errorf("catalogue: %v", err)
	}
}

// A catalogue adds to what is known; the error names the first of its mistakes.
func TestCatalogue(t *testing.T) {
	const good = "sdk ours vendor=any class=model\nmodule example.com/ours v1.0.0\n\nprompt any $.Ask arg:text\n"
	root := tree(t, map[string]string{Name: "catalogue: [a/good.llm, bad.llm]\n", "a/good.llm": good, "bad.llm": "nonsense\nand more\n", "one.llm": "nonsense\n"})
	file := filepath.Join(root, Name)
	_, err := Load(file, analyzers.NewSettings())
	if err == nil || !strings.HasPrefix(err.Error(), Name+":1:25: the catalogue has mistakes: bad.llm:1: ") || !strings.HasSuffix(err.Error(), " (and more)") {
		t.Errorf("two mistakes: %v", err)
	}
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("catalogue: [one.llm]\n")
	if _, err := Load(file, analyzers.NewSettings()); err == nil || strings.Contains(err.Error(), "and more") {
		t.Errorf("one mistake: %v", err)
	}
	write("catalogue: [a/good.llm]\n")
	c, err := Load(file, analyzers.NewSettings())
	if err != nil || len(c.Catalogue) != 1 || c.Catalogue[0] != filepath.Join(root, "a", "good.llm") {
		t.Errorf("%+v, %v", c, err)
	}
	write("catalogue: [a]\n")
	if _, err := Load(file, analyzers.NewSettings()); err == nil || !strings.Contains(err.Error(), "is not a regular file") {
		t.Errorf("a folder: %v", err)
	}
}

// A file of just the largest size is read.
func TestSizes(t *testing.T) {
	if _, _, err := load(t, strings.Repeat("#", maxConfig)); err != nil {
		t.Error(err)
	}
}

// Only what is a regular file below the folder, which is no link, may be shown.
func TestShown(t *testing.T) {
	root, outside := tree(t, map[string]string{"a": "x", "sub/b": "x"}), tree(t, map[string]string{"c": "x"})
	at := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	for link, to := range map[string]string{"in": at("a"), "out": filepath.Join(outside, "c"), "indir": at("sub"), "outdir": outside} {
		if err := os.Symlink(to, at(link)); err != nil {
			t.Skip(err)
		}
	}
	for name, want := range map[string]bool{"a": true, "sub/b": true, "indir/b": true, "in": false, "out": false, "outdir/c": false} {
		if data, show, err := read(at(name), root, 1); show != want || string(data) != "x" || err != nil {
			t.Errorf("%s: %q, shown %v, %v", name, data, show, err)
		}
	}
	if _, show, err := read(at("a"), at("nowhere"), 1); show || err != nil {
		t.Errorf("below a folder that is not there: shown %v, %v", show, err)
	}
}

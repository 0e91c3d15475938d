package goversion

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNewer(t *testing.T) {
	for _, old := range []string{"", "go1.12", "go1.24.3", Known, Known + ".99", "default"} {
		if advice := Newer(old); advice != "" {
			t.Errorf("%s: %s", old, advice)
		}
	}
	for _, one := range []string{"go1.999", "go1.999.3", "go1.999rc1"} {
		if advice := Newer(one); !strings.Contains(advice, "does not know go1.999") {
			t.Errorf("%s: %q", one, advice)
		}
	}
}

func TestOf(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"w/go.work":     "go 1.25\n\nuse ./m\n",
		"w/m/go.mod":    "module m\n\ngo 1.24\n\ntoolchain go1.24.3\n",
		"w/n/go.mod":    "module n\n\ngo 1.27\n",
		"t/go.mod":      "module t\n\ngo 1.24\n\ntoolchain go1.27.1\n",
		"none/go.mod":   "module none\n",
		"broken/go.mod": "modul\n",
		"w/m/a/x":       "",
	} {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for dir, want := range map[string]string{"w": "go1.25", "w/m/a": "go1.25", "w/n": "go1.27", "t": "go1.27.1", "none": "", "broken": ""} {
		if got := Of(filepath.Join(root, dir)); got != want {
			t.Errorf("%s: %q, want %q", dir, got, want)
		}
	}
}

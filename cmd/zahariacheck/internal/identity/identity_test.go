package identity

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The build ID of a program is found by its first bytes, whichever linker made it: to read all of it takes longer than to answer.
func TestBuildID(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"go.mod":  "module example.com/app\n\ngo 1.24\n",
		"main.go": "package main\n\nfunc main() {}\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	program := filepath.Join(dir, "app.exe")
	for _, flags := range []string{"-linkmode=internal", "-linkmode=external"} {
		build := exec.Command("go", "build", "-ldflags", flags, "-o", program)
		build.Dir = dir
		if out, err := build.CombinedOutput(); err != nil {
			if flags == "-linkmode=external" {
				t.Logf("no C linker: %s", out)
				continue
			}
			t.Fatalf("go build: %v\n%s", err, out)
		}
		out, err := exec.Command("go", "tool", "buildid", program).Output()
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(program)
		if err != nil {
			t.Fatal(err)
		}
		head := make([]byte, 64<<10)
		n, err := io.ReadFull(f, head)
		f.Close()
		if err != nil && err != io.ErrUnexpectedEOF {
			t.Fatal(err)
		}
		if got, want := string(buildID(head[:n])), strings.TrimSpace(string(out)); got != want || want == "" {
			t.Errorf("%s: the build ID is %q, want %q", flags, got, want)
		}
	}
}

func TestNoBuildID(t *testing.T) {
	for _, head := range []string{"", "\x04\x00\x00\x00Go\x00\x00", "\xff\xff\xff\xff\x04\x00\x00\x00Go\x00\x00id", "\xff Go build ID: \"cut", "\xff Go build ID: \"\""} {
		if id := buildID([]byte(head)); len(id) > 0 {
			t.Errorf("the build ID of %q is %q", head, id)
		}
	}
}

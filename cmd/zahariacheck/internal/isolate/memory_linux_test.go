package isolate

import (
	"errors"
	"os"
	"testing"
)

func TestLimitIsThatOfAGroup(t *testing.T) {
	root := t.TempDir()
	write := func(dir, text string) {
		if err := errors.Join(os.MkdirAll(root+dir, 0o755), os.WriteFile(root+dir+"/memory.max", []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	write("/", "max\n")
	write("/job", "1000\n")
	write("/job/step", "max\n")
	for group, want := range map[string]uint64{"/": 2000, "/job": 1000, "/job/step": 1000, "/job/gone": 1000, "/../..": 2000} {
		if got := lowest(2000, root, group, "memory.max"); got != want {
			t.Errorf("%s: %d, want %d", group, got, want)
		}
	}
	if got := lowest(500, root, "/job", "memory.max"); got != 500 {
		t.Errorf("on a small machine: %d", got)
	}
}

package main

import (
	"io/fs"
	"os"
	"testing"
)

// TestStubs compares the stubs with the real modules.
func TestStubs(t *testing.T) {
	want, err := Stubs()
	if err != nil {
		t.Fatal(err)
	}
	src := os.DirFS("../src")
	err = fs.WalkDir(src, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		got, err := fs.ReadFile(src, path)
		if err != nil {
			return err
		}
		if text, ok := want[path]; !ok {
			t.Errorf("%s is not in stubs.txt", path)
		} else if string(got) != text {
			t.Errorf("%s differs from the real module: go run . in this folder writes it anew", path)
		}
		delete(want, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for path := range want {
		t.Errorf("%s is missing", path)
	}
}

package check

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"
)

func TestImportsOfAModule(t *testing.T) {
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(`
-- go.mod --
module example.com/app

go 1.24

require example.com/near v0.0.0

replace example.com/near => ./near
-- a/a.go --
package a

import (
	"strings"
	"unsafe"

	"example.com/app/b"
	"example.com/application"
	"example.com/near/sub"
)
-- a/a_test.go --
package a

import "testing"
-- a/other.go --
//go:build special

package a

import "bytes"
-- near/go.mod --
module example.com/near
-- near/near.go --
package near

import "errors"
-- testdata/t.go --
package t

import "io"
`)).Files {
		name := filepath.Join(dir, f.Name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, f.Data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GOFLAGS", "")
	whole := []string{"./..."}
	for _, c := range []struct {
		o    Options
		want []string
	}{
		{Options{Patterns: whole}, []string{"example.com/application", "strings"}},
		{Options{Patterns: whole, Tags: "special"}, []string{"bytes", "example.com/application", "strings"}},
		{Options{Patterns: []string{"./a"}}, nil},
		{Options{Patterns: whole, Tests: true}, nil},
		{Options{Patterns: whole, Tree: dir}, nil},
	} {
		c.o.Dir = dir
		if got := scanTree(dir).externalImports(&c.o); !slices.Equal(got, c.want) {
			t.Errorf("%+v: imports are %q, want %q", c.o, got, c.want)
		}
	}
	t.Setenv("GOFLAGS", "-mod=mod")
	if got := scanTree(dir).externalImports(&Options{Dir: dir, Patterns: whole}); got != nil {
		t.Errorf("where go.mod may change, imports are %q", got)
	}
}

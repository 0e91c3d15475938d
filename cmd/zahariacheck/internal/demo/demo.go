// Package demo is a small sample application that breaks every rule, for newcomers to check and for reviews to show.
package demo

import (
	_ "embed"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/zahariacheck/zahariacheck/testdata/stubs"
)

// app is the application. Its vendor folder is left out: it is made of the stubs of the SDKs.
//
//go:embed app.txtar
var app []byte

// sdks are the modules that the application requires, with the versions in its go.mod.
var sdks = map[string]string{
	"github.com/anthropics/anthropic-sdk-go": "v1.0.0",
	"github.com/openai/openai-go/v3":         "v3.0.0",
	"github.com/sashabaranov/go-openai":      "v1.0.0",
}

// Write writes the application, with all that it imports, to a folder.
func Write(dir string) error {
	for _, f := range txtar.Parse(app).Files {
		if err := write(filepath.Join(dir, f.Name), f.Data); err != nil {
			return err
		}
	}
	return vendor(dir)
}

// vendor writes the SDKs and the list of them by which the go command knows that they are complete.
func vendor(dir string) error {
	var list strings.Builder
	for _, module := range slices.Sorted(maps.Keys(sdks)) {
		fmt.Fprintf(&list, "# %s %s\n## explicit; go 1.24\n", module, sdks[module])
		root := "src/" + module
		err := fs.WalkDir(stubs.FS, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := stubs.FS.ReadFile(name)
			if err != nil {
				return err
			}
			pkg := strings.TrimPrefix(path.Dir(name), "src/")
			fmt.Fprintln(&list, pkg)
			return write(filepath.Join(dir, "vendor", pkg, path.Base(name)), data)
		})
		if err != nil {
			return err
		}
	}
	return write(filepath.Join(dir, "vendor", "modules.txt"), []byte(list.String()))
}

func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// Environ is an environment in which the go command touches nothing but the application and the build cache.
func Environ() []string {
	return append(os.Environ(), "GO111MODULE=on", "GOFLAGS=-mod=vendor", "GOPROXY=off", "GOWORK=off", "GOTOOLCHAIN=local")
}

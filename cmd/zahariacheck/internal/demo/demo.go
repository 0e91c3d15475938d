// Package demo is a small sample application that breaks every stable rule and some in preview, for newcomers to check and for reviews to show.
package demo

import (
	_ "embed"
	"errors"
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

// sdks are the modules that the application requires.
var sdks = map[string]string{
	"github.com/anthropics/anthropic-sdk-go": "v1.84.0",
	"github.com/invopop/jsonschema":          "v0.14.0",
	"github.com/openai/openai-go/v3":         "v3.96.0",
	"github.com/sashabaranov/go-openai":      "v1.43.0",
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

// vendor writes go.mod, the SDKs that it requires, and the list of them that the go command compares with go.mod.
func vendor(dir string) error {
	var mod, list strings.Builder
	mod.WriteString("module example.com/triage\n\ngo 1.24\n\n")
	for _, module := range slices.Sorted(maps.Keys(sdks)) {
		fmt.Fprintf(&mod, "require %s %s\n", module, sdks[module])
		fmt.Fprintf(&list, "# %s %s\n## explicit; go 1.24\n", module, sdks[module])
		err := fs.WalkDir(stubs.FS, "src/"+module, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := stubs.FS.ReadFile(name)
			if err != nil {
				return err
			}
			name = strings.TrimPrefix(name, "src/")
			fmt.Fprintln(&list, path.Dir(name))
			return write(filepath.Join(dir, "vendor", name), data)
		})
		if err != nil {
			return err
		}
	}
	return errors.Join(
		write(filepath.Join(dir, "go.mod"), []byte(mod.String())),
		write(filepath.Join(dir, "vendor", "modules.txt"), []byte(list.String())),
	)
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

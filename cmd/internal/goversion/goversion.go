// Package goversion tells when code is for a newer Go than the one that this program was built with.
package goversion

import (
	"cmp"
	"fmt"
	"go/version"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/mod/modfile"
)

// Known is the newest Go language that this program knows: that of the Go it was built with.
var Known = version.Lang(runtime.Version())

// Again is how the advice of Newer ends.
const Again = "build it again with that"

// Newer says what to do where a version of Go, as in go1.27.0, is newer than the one that this program was built with, or "".
func Newer(goVersion string) (advice string) {
	lang := version.Lang(goVersion)
	if version.Compare(lang, Known) <= 0 {
		return ""
	}
	return fmt.Sprintf("built with %s, zahariacheck does not know %s: "+Again, Known, lang)
}

// Of returns the newest version that the go.work and the go.mod of a folder ask for, or "" if they name none.
func Of(dir string) (newest string) {
	for _, name := range []string{"go.work", "go.mod"} {
		for at := dir; ; at = filepath.Dir(at) {
			text, err := os.ReadFile(filepath.Join(at, name))
			if err == nil {
				newest = latest(newest, asked(name, text))
				break
			}
			if at == filepath.Dir(at) {
				break
			}
		}
	}
	return newest
}

// asked returns the version that a file asks for; a file that has mistakes asks for none.
func asked(name string, text []byte) string {
	var goLine *modfile.Go
	var toolchain *modfile.Toolchain
	if name == "go.work" {
		if f, err := modfile.ParseWork(name, text, nil); err == nil {
			goLine, toolchain = f.Go, f.Toolchain
		}
	} else if f, err := modfile.Parse(name, text, nil); err == nil {
		goLine, toolchain = f.Go, f.Toolchain
	}
	newest := ""
	if goLine != nil {
		newest = "go" + goLine.Version
	}
	if toolchain != nil {
		newest = latest(newest, toolchain.Name)
	}
	return newest
}

func latest(a, b string) string {
	if cmp.Or(version.Compare(a, b), 1) > 0 {
		return a
	}
	return b
}

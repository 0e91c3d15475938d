package config

import (
	"os"
	"path/filepath"
)

// Name is the name of the configuration file.
const Name = ".zahariacheck.yml"

// Find returns the configuration file that holds for a folder: the nearest one from there up to the root of the
// workspace, or of the module where there is no workspace. It returns "" if there is none.
func Find(dir string) string {
	root := dir
	if work := above(dir, "go.work"); work != "" {
		root = work
	} else if module := Module(dir); module != "" {
		root = module
	}
	found := above(dir, Name)
	if len(found) < len(root) {
		return ""
	}
	return filepath.Join(found, Name)
}

// Module returns the root of the module that a folder belongs to, or "".
func Module(dir string) string { return above(dir, "go.mod") }

// above returns the nearest folder, from dir upwards, that holds a file of that name, or "".
func above(dir, name string) string {
	for {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !info.IsDir() {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

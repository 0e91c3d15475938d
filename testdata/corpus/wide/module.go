package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A code is one module, or a workspace of several, unpacked outside the module cache, where the tool takes it for the
// user's own.
type code struct {
	dir      string
	env      []string
	patterns []string
	folders  int // with Go files to check
	lines    int // in these files
}

// unpack downloads modules and copies them into dir.
func unpack(dir string, modules []string) (*code, error) {
	c := &code{dir: dir, env: append(os.Environ(), "GOTOOLCHAIN=local", "GOFLAGS=-mod=mod", "GOWORK=off"), patterns: []string{"./..."}}
	for i, m := range modules {
		var info struct{ Path, Dir, Error string }
		out, err := c.goCommand(filepath.Dir(dir), "mod", "download", "-json", m)
		if json.Unmarshal(out, &info) != nil || info.Dir == "" {
			return nil, fmt.Errorf("%s%v", firstLine(info.Error), err)
		}
		to := dir
		if len(modules) > 1 {
			to = filepath.Join(dir, fmt.Sprint(i))
		}
		if err := os.CopyFS(to, os.DirFS(info.Dir)); err != nil {
			return nil, err
		}
		if err := c.detach(to); err != nil {
			return nil, err
		}
		check(c.count(to))
	}
	if len(modules) > 1 {
		c.env = append(os.Environ(), "GOTOOLCHAIN=local", "GOFLAGS=", "GOWORK=")
		c.patterns = nil
		use := []string{"work", "init"}
		for i := range modules {
			use = append(use, fmt.Sprintf("./%d", i))
			c.patterns = append(c.patterns, fmt.Sprintf("./%d/...", i))
		}
		if _, err := c.goCommand(dir, use...); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// detach drops the replace directives that lead to folders of the module's repository, which the proxy does not serve.
func (c *code) detach(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
		return errors.New("it has no go.mod")
	}
	out, err := c.goCommand(dir, "mod", "edit", "-json")
	if err != nil {
		return err
	}
	type version struct{ Path, Version string }
	var mod struct{ Replace []struct{ Old, New version } }
	if err := json.Unmarshal(out, &mod); err != nil {
		return err
	}
	for _, r := range mod.Replace {
		if r.New.Version != "" {
			continue
		}
		old := r.Old.Path
		if r.Old.Version != "" {
			old += "@" + r.Old.Version
		}
		if _, err := c.goCommand(dir, "mod", "edit", "-dropreplace="+old); err != nil {
			return err
		}
	}
	return nil
}

// count adds up the lines of Go files as the tool sees them, tests left out.
func (c *code) count(dir string) error {
	folders := map[string]bool{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		switch {
		case d.IsDir() && path != dir && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" || name == "vendor"):
			return filepath.SkipDir
		case d.Type().IsRegular() && strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			folders[filepath.Dir(path)] = true
			c.lines += bytes.Count(data, []byte("\n"))
		}
		return nil
	})
	c.folders += len(folders)
	return err
}

// goCommand runs the go command. Its error is the first line that it prints.
func (c *code) goCommand(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = dir, c.env
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil && stderr.Len() > 0 {
		err = errors.New(firstLine(stderr.String()))
	}
	return out, err
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

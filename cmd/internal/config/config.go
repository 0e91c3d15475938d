// Package config finds and reads the configuration of the rules, in a file or in the settings of golangci-lint.
//
// Reading applies it to settings, which the flags of the command line change afterwards.
package config

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/goccy/go-yaml/ast"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// A Config is the part of a file that is not in the settings.
type Config struct {
	File      string   // "" if there is none
	Catalogue []string // files, absolute
	Baseline  string   // file, absolute; "" if none is named

	globs []string // of paths
}

// UnmatchedGlobs returns the globs that no file matches.
func (c *Config) UnmatchedGlobs() (globs []string) {
	for _, glob := range c.globs {
		found := errors.New("found")
		err := doublestar.GlobWalk(os.DirFS(filepath.Dir(c.File)), glob, func(_ string, d fs.DirEntry) error {
			if d.IsDir() {
				return nil
			}
			return found
		})
		if err != found {
			globs = append(globs, glob)
		}
	}
	return globs
}

// The presets, from which rules are then set one by one.
const (
	core    = "core"    // the stable rules, which is what holds without a preset
	strict  = "strict"  // the same, each an error
	preview = "preview" // the preview rules too
)

var presets = []string{core, strict, preview}

// For reads the configuration file that holds for a folder, if there is one, and applies it to the settings. A file with the other usual
// extension of YAML is an error, since nothing would obey it.
func For(dir string, set *analyzers.Settings) (*Config, error) {
	if file := Find(dir); file != "" {
		return Load(file, set)
	}
	if info, err := os.Stat(filepath.Join(cmp.Or(Module(dir), dir), misnamed)); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s is not read; name it %s", misnamed, Name)
	}
	return new(Config), nil
}

// keys are those of the file, in the order in which they are applied: a rule overrides its group, and a group the preset.
// The catalogue comes before the vendors, which may be those of its SDKs.
var keys = []string{"preset", "groups", "rules", "catalogue", "vendors", "paths", "baseline"}

// Load reads a configuration file and applies it to the settings. Paths in it are relative to its folder. If the error is an *[Error],
// the file was read and something in it is wrong.
func Load(file string, set *analyzers.Settings) (*Config, error) {
	r, data, err := open(file, set)
	if err != nil {
		return nil, err
	}
	c := &Config{File: file}
	return c, r.top(data, c, keys...)
}

// open reads a configuration file.
func open(file string, set *analyzers.Settings) (*reader, []byte, error) {
	dir := filepath.Dir(file)
	data, show, err := read(file, dir, maxConfig)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{document: document{name: filepath.Base(file)}, dir: dir, set: set}
	if show {
		r.lines = strings.Split(string(data), "\n")
	}
	return r, data, nil
}

// Settings applies the keys that golangci-lint has for this linter, those of the file that name no files, to the settings.
func Settings(keys any, set *analyzers.Settings) error {
	if keys == nil {
		return nil
	}
	data, err := json.MarshalIndent(keys, "", "  ") // which is YAML
	if err != nil {
		return err
	}
	r := &reader{document: document{name: "settings", lines: strings.Split(string(data), "\n")}, set: set}
	return r.top(data, new(Config), "preset", "groups", "rules", "vendors")
}

// A reader applies one document.
type reader struct {
	document
	dir string
	set *analyzers.Settings // to apply to; nil for a reader that applies nothing
}

// values returns the values of the keys at the top of a document, of which these are known. An empty document has none.
func (r *reader) values(data []byte, known ...string) (map[string]ast.Node, error) {
	n, err := r.parse(data)
	if n == nil || err != nil {
		return nil, err
	}
	return r.fields(n, known...)
}

func (r *reader) top(data []byte, c *Config, keys ...string) error {
	fields, err := r.values(data, keys...)
	if err != nil {
		return err
	}
	apply := map[string]func(ast.Node) error{
		"preset":    r.preset,
		"groups":    r.groups,
		"rules":     r.rules,
		"vendors":   r.vendors,
		"paths":     func(n ast.Node) (err error) { c.globs, err = r.paths(n); return err },
		"catalogue": func(n ast.Node) (err error) { c.Catalogue, err = r.catalogue(n); return err },
		"baseline":  func(n ast.Node) (err error) { c.Baseline, err = r.file(n); return err },
	}
	for _, key := range keys {
		if n := fields[key]; n != nil {
			if err := apply[key](n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reader) preset(n ast.Node) error {
	name, err := r.text(n)
	if err != nil {
		return err
	}
	for _, one := range analyzers.Rules() {
		switch name {
		case core:
		case strict:
			r.set.Weigh(one, analyzers.Error)
		case preview:
			r.set.Enable(one, true)
		default:
			return r.wrong(n, "unknown preset", name, presets)
		}
	}
	return nil
}

var (
	severities = []string{string(analyzers.Error), string(analyzers.Warning), string(analyzers.Info)}
	levels     = append([]string{"on", "off", "true", "false"}, severities...)
)

// The option of a rule that lists accepted vendors. Here each has a reason.
const (
	acceptRule = "vendorlock"
	acceptFlag = "accept"
)

func (r *reader) vendors(n ast.Node) error {
	items, err := r.items(n)
	if err != nil {
		return err
	}
	var names []string
	for _, item := range items {
		fields, err := r.fields(item, acceptFlag, "why")
		if err != nil {
			return err
		}
		if fields[acceptFlag] == nil {
			return r.fail(item.GetToken(), `a vendor needs "accept"`, "")
		}
		name, err := r.text(fields[acceptFlag])
		if err != nil {
			return err
		}
		if name == "" || strings.Contains(name, ",") {
			return r.fail(fields[acceptFlag].GetToken(), "want one vendor here, with its own reason", "")
		}
		if known := analyzers.VendorNames(r.set); !strings.Contains(name, "/") && !slices.Contains(known, name) {
			return r.wrong(fields[acceptFlag], "unknown vendor, SDK or import path", name, known)
		}
		if _, err := r.reason(item, fields["why"]); err != nil {
			return err
		}
		names = append(names, name)
	}
	return r.set.Flags(ruleNamed(acceptRule)).Set(acceptFlag, strings.Join(names, ","))
}

// catalogue adds the files of a list to what is known of SDKs.
func (r *reader) catalogue(n ast.Node) (files []string, err error) {
	items, err := r.items(n)
	for _, item := range items {
		file, err := r.file(item)
		if err != nil {
			return nil, err
		}
		data, show, err := read(file, r.dir, maxCatalogue)
		if err != nil {
			return nil, r.fail(item.GetToken(), "the catalogue cannot be read", ": "+err.Error())
		}
		name, _ := r.text(item)
		if err := r.set.AddCatalogue(name, bytes.NewReader(data)); err != nil {
			if !show {
				return nil, r.fail(item.GetToken(), "the catalogue has mistakes", "")
			}
			first, _, more := strings.Cut(err.Error(), "\n")
			if more {
				first += " (and more)"
			}
			return nil, r.fail(item.GetToken(), "the catalogue has mistakes", ": "+first)
		}
		files = append(files, file)
	}
	return files, err
}

// file reads the name of a file at or below the folder of the configuration.
func (r *reader) file(n ast.Node) (string, error) {
	name, err := r.text(n)
	if err != nil {
		return "", err
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", r.fail(n.GetToken(), "want a file below the folder of this one", "")
	}
	return filepath.Join(r.dir, filepath.FromSlash(name)), nil
}

// Package config finds and reads the configuration of the rules, in a file or in the settings of golangci-lint.
//
// Reading applies it, to the rules of this process: each option ends in the flag of an analyzer, so that the command
// line, which is parsed later, overrides it.
package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/goccy/go-yaml/ast"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// A Config is what a file says beside what its reading has set.
type Config struct {
	File      string   // "" if there is none
	Catalogue []string // files, absolute
	Baseline  string   // file, absolute; "" if none is named

	globs []string // of paths
}

// Vain returns the globs that no file matches, so that they hold for nothing.
func (c *Config) Vain() (globs []string) {
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

// For reads and applies the configuration file that holds for a folder, if there is one.
func For(dir string) (*Config, error) {
	file := Find(dir)
	if file == "" {
		return new(Config), nil
	}
	return Load(file)
}

// keys are those of the file, in the order in which they are applied: what is said of one rule
// stands above its group, and that above the preset.
var keys = []string{"preset", "groups", "rules", "vendors", "paths", "catalogue", "baseline"}

// Load reads and applies a configuration file. Paths in it are relative to its folder. If the error is an *[Error],
// the file was read and something in it is wrong.
func Load(file string) (*Config, error) {
	data, show, err := read(file, filepath.Dir(file), maxConfig)
	if err != nil {
		return nil, err
	}
	r := &reader{document: document{name: filepath.Base(file)}, dir: filepath.Dir(file)}
	if show {
		r.lines = strings.Split(string(data), "\n")
	}
	c := &Config{File: file}
	return c, r.top(data, c, keys...)
}

// Settings applies the settings that golangci-lint has for this linter: the keys of the file that name no files.
func Settings(settings any) error {
	if settings == nil {
		return nil
	}
	data, err := json.MarshalIndent(settings, "", "  ") // which is YAML
	if err != nil {
		return err
	}
	r := &reader{document: document{name: "settings", lines: strings.Split(string(data), "\n")}}
	return r.top(data, new(Config), "preset", "groups", "rules", "vendors")
}

// A reader applies one document.
type reader struct {
	document
	dir string
}

func (r *reader) top(data []byte, c *Config, keys ...string) error {
	n, err := r.parse(data)
	if n == nil || err != nil {
		return err
	}
	fields, err := r.fields(n, keys...)
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
			one.Weigh(analyzers.Error)
		case preview:
			one.Enable(true)
		default:
			return r.wrong(n, "unknown preset", name, presets)
		}
	}
	return nil
}

func (r *reader) rules(n ast.Node) error {
	members, err := r.mapping(n)
	if err != nil {
		return err
	}
	for _, m := range members {
		one := ruleNamed(m.name)
		if one == nil {
			return r.wrong(m.key, "unknown rule", m.name, ruleNames())
		}
		if err := r.rule(one, m.value); err != nil {
			return err
		}
	}
	return nil
}

// groups reads one word for each group, which holds for all rules of it, those that are off by default too.
func (r *reader) groups(n ast.Node) error {
	members, err := r.mapping(n)
	if err != nil {
		return err
	}
	for _, m := range members {
		if !slices.Contains(groupNames(), m.name) {
			return r.wrong(m.key, "unknown group", m.name, groupNames())
		}
		word, err := r.text(m.value)
		if err != nil {
			return err
		}
		for _, one := range analyzers.Rules() {
			if string(one.Group) != m.name {
				continue
			}
			if err := r.level(one, m.value, word, levels); err != nil {
				return err
			}
		}
	}
	return nil
}

// severity is the key, beside the options, of what holds for one rule.
const severity = "severity"

// rule reads what is said of one rule: one word, or a mapping of the severity and the options.
func (r *reader) rule(one *analyzers.Rule, n ast.Node) error {
	if word, err := r.text(n); err == nil {
		return r.level(one, n, word, levels)
	}
	members, err := r.mapping(n)
	if err != nil {
		return err
	}
	one.Enable(true)
	known := []string{severity}
	one.Analyzer().Flags.VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
	for _, m := range members {
		if !slices.Contains(known, m.name) {
			return r.wrong(m.key, one.Name+" has no option", m.name, known)
		}
		value, err := r.text(m.value)
		if err != nil {
			return err
		}
		switch {
		case m.name == severity:
			err = r.level(one, m.value, value, severities)
		case one.Name == acceptRule && m.name == acceptFlag:
			err = r.fail(m.key.GetToken(), `vendors that may show stand under "vendors", each with a "why"`, "")
		default:
			if e := one.Analyzer().Flags.Set(m.name, value); e != nil {
				err = r.fail(m.value.GetToken(), one.Name+"."+m.name+" cannot be set", ": "+e.Error())
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

var (
	severities = []string{string(analyzers.Error), string(analyzers.Warning), string(analyzers.Info)}
	levels     = append([]string{"on", "off", "true", "false"}, severities...)
)

// level reads the one word that says whether a rule is on, or how it weighs, which switches it on.
func (r *reader) level(one *analyzers.Rule, n ast.Node, word string, known []string) error {
	if !slices.Contains(known, word) {
		return r.wrong(n, "unknown level", word, known)
	}
	one.Enable(word != "off" && word != "false")
	if slices.Contains(severities, word) {
		one.Weigh(analyzers.Severity(word))
	}
	return nil
}

// The option of a rule that lists the vendors that may show. Here each has a reason.
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
		if _, err := r.reason(item, fields["why"]); err != nil {
			return err
		}
		names = append(names, name)
	}
	return ruleNamed(acceptRule).Analyzer().Flags.Set(acceptFlag, strings.Join(names, ","))
}

// An exclusion silences rules in the files that a glob matches.
type exclusion struct {
	glob, why string
	off       []string // nil for all
}

func (r *reader) paths(n ast.Node) (globs []string, err error) {
	all, err := r.exclusions(n)
	if err != nil {
		return nil, err
	}
	analyzers.Exclude(func(file, rule string) string { return excluded(all, r.dir, file, rule) })
	for _, e := range all {
		globs = append(globs, e.glob)
	}
	return globs, nil
}

func (r *reader) exclusions(n ast.Node) (all []exclusion, err error) {
	items, err := r.items(n)
	if err != nil {
		return nil, err
	}
	for _, item := range items {
		e, err := r.exclusion(item)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

func (r *reader) exclusion(n ast.Node) (e exclusion, err error) {
	fields, err := r.fields(n, "glob", "off", "why")
	if err != nil {
		return e, err
	}
	if fields["glob"] == nil {
		return e, r.fail(n.GetToken(), `a path needs a "glob"`, "")
	}
	if e.glob, err = r.text(fields["glob"]); err != nil {
		return e, err
	}
	e.glob = strings.TrimPrefix(e.glob, "./")
	if !doublestar.ValidatePattern(e.glob) || filepath.IsAbs(e.glob) || strings.HasPrefix(e.glob, "..") || e.glob == "" {
		return e, r.fail(fields["glob"].GetToken(), "want a glob relative to this file, as in examples/**", "")
	}
	if info, err := os.Stat(filepath.Join(r.dir, e.glob)); strings.HasSuffix(e.glob, "/") || err == nil && info.IsDir() {
		return e, r.fail(fields["glob"].GetToken(), "this names a folder, and files are looked for: end it in /**", "")
	}
	if off := fields["off"]; off != nil {
		items, err := r.items(off)
		if err != nil {
			return e, err
		}
		if len(items) == 0 { // without "off" all rules are silent, which who writes an empty list hardly means
			return e, r.fail(off.GetToken(), `this names no rule: leave out "off" if all are meant`, "")
		}
		for _, item := range items {
			name, err := r.text(item)
			if err != nil {
				return e, err
			}
			if ruleNamed(name) == nil {
				return e, r.wrong(item, "unknown rule", name, ruleNames())
			}
			e.off = append(e.off, name)
		}
	}
	e.why, err = r.reason(n, fields["why"])
	return e, err
}

// HoldsBack reads a configuration file and applies nothing of it. It returns what tells of a file and a rule whether the
// configuration would hold back findings of the rule there.
func HoldsBack(file string) (func(file, rule string) bool, error) {
	dir := filepath.Dir(file)
	data, _, err := read(file, dir, maxConfig)
	if err != nil {
		return nil, err
	}
	r := &reader{document: document{name: filepath.Base(file)}, dir: dir}
	n, err := r.parse(data)
	if n == nil || err != nil {
		return func(string, string) bool { return false }, err
	}
	fields, err := r.fields(n, keys...)
	if err != nil {
		return nil, err
	}
	off := map[string]bool{} // by the name of the rule
	for _, key := range []string{"groups", "rules"} {
		if fields[key] == nil {
			continue
		}
		members, err := r.mapping(fields[key])
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			word, err := r.text(m.value)
			for _, one := range analyzers.Rules() {
				if key == "rules" && one.Name == m.name || key == "groups" && string(one.Group) == m.name {
					off[one.Name] = err == nil && (word == "off" || word == "false")
				}
			}
		}
	}
	var all []exclusion
	if n := fields["paths"]; n != nil {
		if all, err = r.exclusions(n); err != nil {
			return nil, err
		}
	}
	return func(file, rule string) bool { return off[rule] || excluded(all, dir, file, rule) != "" }, nil
}

// excluded returns the reason of the first exclusion that holds for a rule in a file, or "".
func excluded(all []exclusion, dir, file, rule string) string {
	rel, err := filepath.Rel(dir, file)
	if err != nil {
		return ""
	}
	for _, e := range all {
		if doublestar.MatchUnvalidated(e.glob, filepath.ToSlash(rel)) && (e.off == nil || slices.Contains(e.off, rule)) {
			return e.why
		}
	}
	return ""
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
		if err := analyzers.AddCatalogue(name, bytes.NewReader(data)); err != nil {
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

func ruleNamed(name string) *analyzers.Rule {
	for _, one := range analyzers.Rules() {
		if one.Name == name {
			return one
		}
	}
	return nil
}

func ruleNames() (names []string) {
	for _, one := range analyzers.Rules() {
		names = append(names, one.Name)
	}
	return names
}

func groupNames() (names []string) {
	for _, g := range analyzers.Groups() {
		names = append(names, string(g))
	}
	return names
}

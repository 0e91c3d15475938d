package config

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/goccy/go-yaml/ast"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

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
	r.set.ExclusionReason = func(file, rule string) string { return excluded(all, r.dir, file, rule) }
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

// Silences reads a configuration file without applying it, and returns a function that reports whether the configuration silences a
// rule in a file.
func Silences(file string) (func(file, rule string) bool, error) {
	r, data, err := open(file, nil)
	if err != nil {
		return nil, err
	}
	fields, err := r.values(data, keys...)
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
	return func(file, rule string) bool { return off[rule] || excluded(all, r.dir, file, rule) != "" }, nil
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

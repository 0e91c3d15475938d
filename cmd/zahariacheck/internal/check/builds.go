package check

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
)

// A buildConfig is a configuration in which a folder can be built.
type buildConfig struct {
	platform
	tags    string // comma-separated
	without bool   // it is there for what it leaves out, so that the code need not compile in it
}

func (w buildConfig) String() string {
	name := w.goos + "/" + w.goarch
	if w.tags != "" {
		name += " -tags=" + w.tags
	}
	return name
}

// maxBuilds bounds the builds that a fix is tried in.
const maxBuilds = 12

// buildConfigs returns builds of a folder that together compile each Go file of its packages, including tests, at least once and leave
// each optional file out at least once; the current build comes first. Files that no build compiles do not count, nor do files that
// exclude themselves from the package, such as a program that is run by its file name.
func buildConfigs(folder string, here buildConfig) ([]buildConfig, error) {
	names, err := filepath.Glob(filepath.Join(escapePattern.Replace(folder), "*.go"))
	if err != nil {
		return nil, err
	}
	files := map[string]*ast.File{}
	count := map[string]int{}
	for _, name := range names {
		if base := filepath.Base(name); base[0] == '.' || base[0] == '_' {
			continue
		}
		text, err := contents(name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return nil, err
		}
		files[name] = f
		if here.includes(name, f) {
			count[strings.TrimSuffix(f.Name.Name, "_test")]++
		}
	}
	all := []buildConfig{here}
	for _, in := range []bool{true, false} {
		for _, name := range names {
			f := files[name]
			if f == nil || count[strings.TrimSuffix(f.Name.Name, "_test")] == 0 || !hasBuildConstraint(name, f) {
				continue
			}
			fits := func(w buildConfig) bool { return w.includes(name, f) == in }
			if slices.ContainsFunc(all, fits) {
				continue
			}
			if w, ok := findBuild(here, tagsOf(f), fits); ok {
				w.without = !in
				all = append(all, w)
			} else if in && usesC(f) {
				return nil, fmt.Errorf("%s needs cgo, which is not available for it", filepath.Base(name))
			}
		}
	}
	if len(all) > maxBuilds {
		return nil, fmt.Errorf("the folder can be built in more than %d ways", maxBuilds)
	}
	return all, nil
}

// escapePattern turns a name into a pattern that matches only that name.
var escapePattern = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`)

// includes reports whether a build compiles a file.
func (w buildConfig) includes(name string, f *ast.File) bool {
	c := build.Default
	c.GOOS, c.GOARCH, c.CgoEnabled, c.BuildTags = w.goos, w.goarch, w.cgo, strings.Split(w.tags, ",")
	ok, err := c.MatchFile(filepath.Dir(name), filepath.Base(name))
	return err == nil && ok && (w.cgo || !usesC(f))
}

func usesC(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"C"` })
}

// hasBuildConstraint reports whether some builds may include a file and others exclude it.
func hasBuildConstraint(name string, f *ast.File) bool {
	nowhere := buildConfig{platform: platform{goos: "none", goarch: "none"}}
	return len(buildLines(f)) > 0 || !nowhere.includes(name, f)
}

// findBuild searches for a fitting build close to the current one: with other tags, without cgo, for other platforms.
func findBuild(here buildConfig, tags []string, fits func(buildConfig) bool) (buildConfig, bool) {
	at := []platform{here.platform, {here.goos, here.goarch, false}}
	for _, p := range platforms {
		goos, goarch, _ := strings.Cut(p, "/")
		at = append(at, platform{goos, goarch, false})
	}
	for _, p := range at {
		for set := range 1 << min(len(tags), 6) {
			with := here.tags
			for i, tag := range tags[:min(len(tags), 6)] {
				if set>>i&1 == 1 {
					with = strings.TrimPrefix(with+","+tag, ",")
				}
			}
			if w := (buildConfig{platform: p, tags: with}); fits(w) {
				return w, true
			}
		}
	}
	return buildConfig{}, false
}

// buildLines returns the build constraints of a file.
func buildLines(f *ast.File) (lines []constraint.Expr) {
	for _, g := range f.Comments {
		for _, c := range g.List {
			if constraint.IsGoBuild(c.Text) && c.Pos() < f.Package {
				if x, err := constraint.Parse(c.Text); err == nil {
					lines = append(lines, x)
				}
			}
		}
	}
	return lines
}

// tagsOf returns the tags in the build constraints of a file that a user can set.
func tagsOf(f *ast.File) (tags []string) {
	given := append(strings.FieldsFunc(strings.Join(platforms, "/"), func(r rune) bool { return r == '/' }), "unix", "cgo", "gc", "gccgo")
	for _, x := range buildLines(f) {
		x.Eval(func(tag string) bool { // it asks for all of them
			if !slices.Contains(given, tag) && !slices.Contains(tags, tag) && !strings.HasPrefix(tag, "go1.") {
				tags = append(tags, tag)
			}
			return false
		})
	}
	return tags
}

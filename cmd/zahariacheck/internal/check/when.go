package check

import (
	"path/filepath"
	"slices"
	"strings"
)

// when returns the words that distinguish findings of this run from those of others.
func (o *Options) when(p platform) string {
	words := p.goos + "/" + p.goarch
	if p.cgo {
		words += " cgo"
	}
	if o.Tags != "" {
		words += " tags=" + o.Tags
	}
	if o.Tests {
		words += " test"
	}
	return words
}

// when returns the words of the only runs that may report a finding in a file of a package.
func (r *runner) when(u *sourcePkg, file string) string {
	o := Options{Tests: strings.HasSuffix(file, "_test.go")}
	if u.varies {
		o.Tags = r.options.Tags
		return o.when(r.platform)
	}
	return strings.TrimSpace(strings.TrimPrefix(o.when(platform{}), "/"))
}

// varies reports whether a package, or a package under check that it imports, has other files in other builds, which may not have
// its findings.
func varies(u *sourcePkg, src *source) bool {
	if len(u.IgnoredGoFiles)+len(u.CgoFiles) > 0 || slices.ContainsFunc(u.deps, func(dep *sourcePkg) bool { return dep.varies }) {
		return true
	}
	for i, name := range u.sources() {
		if i < len(src.files) && (len(buildLines(src.files[i])) > 0 || strings.Contains(filepath.Base(name), "_") && hasBuildConstraint(name, src.files[i])) {
			return true
		}
	}
	return false
}

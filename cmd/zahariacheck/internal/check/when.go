package check

import (
	"path/filepath"
	"slices"
	"strings"
)

// when gives the words of a run by which findings of it are told from those of others.
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

// when gives the words of the runs in which alone a finding in a file of a package may be there.
func (r *runner) when(u *sourcePkg, file string) string {
	o := Options{Tests: strings.HasSuffix(file, "_test.go")}
	if u.varies {
		o.Tags = r.options.Tags
		return o.when(r.platform)
	}
	return strings.TrimSpace(strings.TrimPrefix(o.when(platform{}), "/"))
}

// varies reports whether other builds have other files of a package, or of a package under check that it imports, so that what is
// found there may not be found in them.
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

package check

import (
	"fmt"
	"strings"
)

// release names a package of a dependency by its module and version.
func (p *pkgMeta) release() string {
	m := p.Module
	if m == nil {
		return p.path()
	}
	if m.Replace != nil && m.Replace.Version != "" {
		m = m.Replace
	}
	return strings.TrimSpace(m.Path + " " + m.Version)
}

// brokenBehind returns a dependency of another module whose declarations could not be read, or nil. It must have been called for
// the package's own dependencies before.
func (r *runner) brokenBehind(u *sourcePkg) *outline {
	for _, id := range u.Imports {
		if o := r.read[id]; o != nil && o.broken != nil {
			return o.broken
		}
	}
	for _, dep := range u.deps {
		if dep.broken != nil {
			return dep.broken
		}
	}
	return nil
}

// reportBroken records a failure for a package under check that depends on a broken one: its findings may be incomplete.
func (r *runner) reportBroken(u *sourcePkg) {
	bad := u.broken
	r.failInCode(u.ImportPath, r.explain(bad.pkgMeta, fmt.Sprintf("what it says of %s may be incomplete: that %s", bad.release(), complaint(r.options.Dir, bad.bad))))
}

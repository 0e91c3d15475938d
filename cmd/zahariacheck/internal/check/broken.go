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

// brokenBehind returns a package of another module that a unit depends on and of which not even the declarations are known, or nil.
// The units that this one depends on must have been asked before.
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

// reportBroken fails a package under check that depends on a broken one: what is said of it may not be all.
func (r *runner) reportBroken(u *sourcePkg) {
	bad := u.broken
	r.failInCode(u.ImportPath, r.explain(bad.pkgMeta, fmt.Sprintf("what it says of %s may be incomplete: that %s", bad.release(), complaint(r.options.Dir, bad.bad))))
}

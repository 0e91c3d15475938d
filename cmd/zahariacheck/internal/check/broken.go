package check

import (
	"fmt"
	"strings"
)

// release names a package of a dependency by its module and version.
func (p *listed) release() string {
	m := p.Module
	if m == nil {
		return p.path()
	}
	if m.Replace != nil && m.Replace.Version != "" {
		m = m.Replace
	}
	return strings.TrimSpace(m.Path + " " + m.Version)
}

// withBroken fails a package under check that depends on one, of another module, of which not even the declarations are known: what
// is said of it may not be all.
func (r *runner) withBroken(u *unit) (failed bool) {
	seen := map[*unit]bool{}
	var visit func(*unit) *outline
	visit = func(of *unit) *outline {
		seen[of] = true
		for _, id := range of.Imports {
			if o := r.read[id]; o != nil && o.broken != nil {
				return o.broken
			}
		}
		for _, dep := range of.deps {
			if !seen[dep] {
				if bad := visit(dep); bad != nil {
					return bad
				}
			}
		}
		return nil
	}
	bad := visit(u)
	if bad != nil {
		r.tell(u.ImportPath, r.explain(bad.listed, fmt.Sprintf("what it says of %s may be incomplete: that %s", bad.release(), complaint(r.options.Dir, bad.bad))))
	}
	return bad != nil
}

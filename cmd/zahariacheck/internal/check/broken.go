package check

import (
	"fmt"
	"slices"
	"strings"
)

// blame keeps what the compiler said of a package, which it names in a heading, with that package. It is nil where it said nothing.
func (e *listError) blame(byID map[string]*listed) {
	if e == nil {
		return
	}
	heading, rest, _ := strings.Cut(e.Err, "\n")
	if id, ok := strings.CutPrefix(heading, "# "); ok && byID[id] != nil && byID[id].broken == "" {
		byID[id].broken = firstLine(rest)
	}
}

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

// brokenDependencies lists the dependencies that do not compile, with the first complaint of each.
func (r *runner) brokenDependencies() (all []string) {
	seen := map[string]bool{}
	for _, p := range r.byID {
		if p.broken != "" && !p.local() && !p.Standard && !seen[p.release()] {
			seen[p.release()] = true
			all = append(all, fmt.Sprintf("%s (%s)", p.release(), strings.TrimPrefix(p.broken, p.Dir)))
		}
	}
	slices.Sort(all)
	return all
}

// withBroken fails a package under check that depends on one, of another module, of which not even the declarations are known: what
// is said of it may not be all.
func (r *runner) withBroken(u *unit) {
	seen := map[*unit]bool{}
	var visit func(*unit) *unit
	visit = func(of *unit) *unit {
		for _, dep := range of.deps {
			if seen[dep] {
				continue
			}
			seen[dep] = true
			if dep.bad != nil && !dep.local() {
				return dep
			}
			if bad := visit(dep); bad != nil {
				return bad
			}
		}
		return nil
	}
	if bad := visit(u); bad != nil {
		r.fail(u.ImportPath, r.explain(bad.listed, fmt.Sprintf("what it says of %s may be incomplete: that %s", bad.release(), complaint(r.options.Dir, bad.bad))))
	}
}

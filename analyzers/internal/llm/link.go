package llm

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A Linker joins what the packages of a module know of each other where no import leads: an interface method takes what its
// implementations do, in any package. Drivers that see the whole module work in rounds: link all units, analyse again those that
// [Unit.Stale] names, dependencies first, and [Unit.Update] each, until none is stale.
// It works on types and facts alone; no SSA form outlives its package.
type Linker struct {
	units []*Unit
	ports []*port

	implementations map[*types.Named][]*types.Named // of interfaces, by types of the module
}

// A Unit is one package of the module.
type Unit struct {
	Types *types.Package
	// Read copies a fact about the package into its argument, and reports whether there is one.
	Read func(analysis.Fact) bool
	// InTests reports whether an object is declared in a test: such a type implements nothing.
	InTests func(types.Object) bool

	summary Summary
	outline Outline
	known   known  // everything linked or exported so far
	have    known  // everything linked so far, and what the last analysis exported: once linked, it may no longer find what it did by shapes
	linked  Linked // everything linked so far
	pending bool   // linked has grown since the package was analysed
	news    []string
}

// NewLinker returns a linker of packages that were all analysed once, each after its dependencies.
func NewLinker(units []*Unit) *Linker {
	for _, u := range units {
		u.Update()
		u.news = nil
	}
	l := &Linker{units: units}
	l.ports, l.implementations = findPorts(units)
	return l
}

// Update reads the facts that the analysis of the package has exported.
func (u *Unit) Update() {
	u.summary, u.outline = Summary{}, Outline{}
	u.Read(&u.summary)
	u.Read(&u.outline)
	u.news = u.known.add(u.summary.Marks, u.summary.Calls, u.summary.Outputs)
	u.have = known{}
	u.have.add(u.summary.Marks, u.summary.Calls, u.summary.Outputs)
	u.have.add(u.linked.Marks, u.linked.Calls, u.linked.Outputs)
	u.pending = false
}

// Fact returns the fact to set on the package before it is analysed again.
func (u *Unit) Fact() analysis.Fact { return &u.linked }

// Stale reports whether the package names something that has gained a mark, call or output since it was analysed, from the linker
// or from a direct dependency in this round.
func (u *Unit) Stale(deps []*Unit) bool {
	return u.pending || slices.ContainsFunc(deps, func(d *Unit) bool {
		return slices.ContainsFunc(d.news, u.outline.mentions)
	})
}

// Link begins a round: it adds what is new to each unit.
func (l *Linker) Link() {
	all := l.join()
	first := map[string]*Unit{}         // of those that report a text of another package
	reported := map[literalPlace]bool{} // where it is declared
	for _, u := range l.units {
		for _, r := range u.summary.Reported {
			reported[r.place()] = true
		}
		for _, text := range u.outline.Foreign {
			first[text.Key] = cmp.Or(first[text.Key], u)
		}
	}
	for _, u := range l.units {
		u.news = nil
		for _, m := range all.Marks {
			if u.outline.mentions(m.Key) && len(u.have.add([]Mark{m}, nil, nil)) > 0 {
				u.known.add([]Mark{m}, nil, nil)
				u.linked.Marks = append(u.linked.Marks, m)
				u.pending = true
			}
		}
		grow := func(have *[]string, more []string) {
			for _, name := range more {
				if u.outline.mentions(name) && len(u.have.add(nil, []string{name}, nil)) > 0 {
					u.known.add(nil, []string{name}, nil)
					*have = append(*have, name)
					u.pending = true
				}
			}
			slices.Sort(*have)
		}
		for _, text := range u.outline.Foreign {
			if !slices.Contains(u.linked.Elsewhere, text.Key) && (first[text.Key] != u || areAllAt(reported, text.Literals)) {
				u.linked.Elsewhere = append(u.linked.Elsewhere, text.Key)
				u.pending = true
			}
		}
		grow(&u.linked.Calls, all.Calls)
		grow(&u.linked.Outputs, all.Outputs)
		slices.SortStableFunc(u.linked.Marks, func(a, b Mark) int {
			return compareMarks(&a, &b)
		})
	}
}

// known is what was linked to a package or exported by it, by key.
type known struct {
	marks map[place]bool
	names map[string]bool
}

// add adds marks and names, and returns the keys of the new ones.
func (k *known) add(marks []Mark, calls, outputs []string) (news []string) {
	if k.marks == nil {
		k.marks, k.names = map[place]bool{}, map[string]bool{}
	}
	for _, m := range marks {
		if at := m.place(); !k.marks[at] {
			k.marks[at] = true
			news = append(news, m.Key)
		}
	}
	for _, name := range slices.Concat(calls, outputs) {
		if !k.names[name] {
			k.names[name] = true
			news = append(news, name)
		}
	}
	return news
}

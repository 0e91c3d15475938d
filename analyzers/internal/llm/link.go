package llm

import (
	"cmp"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A Linker joins what the packages of a module know of each other where no import leads: an interface method takes what its
// implementations do, wherever they stand. Drivers that see the whole module go round by round:
// link all units, analyse those again that [Unit.Stale] names, dependencies first, [Unit.Update] each, until none is stale.
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
	// InTests reports whether an object is declared in a test: what stands there implements nothing.
	InTests func(types.Object) bool

	summary Summary
	outline Outline
	known   known  // of what was told or exported, ever
	linked  Linked // what was linked so far
	pending bool   // told has grown since the package was analysed
	news    []string
}

// NewLinker returns a linker of packages that were all analysed once, each behind its dependencies.
func NewLinker(units []*Unit) *Linker {
	for _, u := range units {
		u.Update()
		u.news = nil
	}
	l := &Linker{units: units}
	l.ports, l.implementations = findPorts(units)
	return l
}

// Update takes in what the analysis of the package has exported.
func (u *Unit) Update() {
	u.summary, u.outline = Summary{}, Outline{}
	u.Read(&u.summary)
	u.Read(&u.outline)
	u.news = u.known.add(u.summary.Marks, u.summary.Calls, u.summary.Outputs)
	u.pending = false
}

// Fact is what is to be set on the package before it is analysed again.
func (u *Unit) Fact() analysis.Fact { return &u.linked }

// Stale reports whether the package names something of which more is known since it was analysed: by the linker, or by what
// a direct dependency has said in this round.
func (u *Unit) Stale(deps []*Unit) bool {
	return u.pending || slices.ContainsFunc(deps, func(d *Unit) bool {
		return slices.ContainsFunc(d.news, u.outline.mentions)
	})
}

// Link begins a round: it tells each unit what is new.
func (l *Linker) Link() {
	all := l.join()
	for _, u := range l.units {
		u.news = nil
		for _, m := range all.Marks {
			if u.outline.mentions(m.Key) && len(u.known.add([]Mark{m}, nil, nil)) > 0 {
				u.linked.Marks = append(u.linked.Marks, m)
				u.pending = true
			}
		}
		grow := func(have *[]string, more []string) {
			for _, name := range more {
				if u.outline.mentions(name) && len(u.known.add(nil, []string{name}, nil)) > 0 {
					*have = append(*have, name)
					u.pending = true
				}
			}
			slices.Sort(*have)
		}
		for _, text := range u.outline.ForeignLiterals {
			if !slices.Contains(u.linked.Elsewhere, text.Key) && l.reports(u, text) {
				u.linked.Elsewhere = append(u.linked.Elsewhere, text.Key)
				u.pending = true
			}
		}
		grow(&u.linked.Calls, all.Calls)
		grow(&u.linked.Outputs, all.Outputs)
		slices.SortStableFunc(u.linked.Marks, func(a, b Mark) int {
			return cmp.Or(strings.Compare(a.Key, b.Key), cmp.Compare(a.Label, b.Label))
		})
	}
}

// reports reports whether other packages report all of a text.
func (l *Linker) reports(but *Unit, text Literals) bool {
	for _, p := range text.Literals {
		if p.Words >= minWords && !slices.ContainsFunc(l.units, func(u *Unit) bool {
			return u != but && slices.ContainsFunc(u.outline.ReportedLiterals, func(r Literal) bool {
				return r.File == p.File && r.Line == p.Line && r.Col == p.Col
			})
		}) {
			return false
		}
	}
	return true
}

// known is what a package was told of or has told, by key.
type known struct {
	marks map[labelledKey]bool
	names map[string]bool
}

// add takes in more, and returns the keys of what is new.
func (k *known) add(marks []Mark, calls, outputs []string) (news []string) {
	if k.marks == nil {
		k.marks, k.names = map[labelledKey]bool{}, map[string]bool{}
	}
	for _, m := range marks {
		if id := (labelledKey{m.Key, m.Label}); !k.marks[id] {
			k.marks[id] = true
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

// A join gathers what is linked.
type join struct {
	marks        map[string][]Mark // of all packages, the first of each label
	names        map[string]bool   // calls and outputs
	modelMethods map[string]bool
	out          Linked
	emitted      map[string]bool       // keys of out
	fields       map[*types.Named]bool // types of which the fields were linked
	ours         map[string]bool       // paths of the packages of the module

	implementations map[*types.Named][]*types.Named // as in Linker
}

// join computes what the ports of the module do, in the order of the units.
func (l *Linker) join() *Linked {
	j := &join{marks: map[string][]Mark{}, names: map[string]bool{}, modelMethods: map[string]bool{}, emitted: map[string]bool{}, fields: map[*types.Named]bool{}, ours: map[string]bool{}, implementations: l.implementations}
	for _, u := range l.units {
		j.ours[u.Types.Path()] = true
		for _, m := range u.summary.Marks {
			if !slices.ContainsFunc(j.marks[m.Key], func(o Mark) bool { return o.Label == m.Label }) {
				j.marks[m.Key] = append(j.marks[m.Key], m)
			}
		}
		for _, name := range slices.Concat(u.summary.Calls, u.summary.Outputs, u.outline.Calls) {
			j.names[name] = true
		}
		for _, name := range u.outline.ModelMethods {
			j.modelMethods[name] = true
		}
	}
	for _, p := range l.ports {
		j.joinPort(p)
	}
	for _, key := range slices.Sorted(maps.Keys(j.marks)) {
		if strings.HasPrefix(key, "result ") { // the package that declares the function lies below the one that posts what it gives back
			for _, m := range j.marks[key] {
				j.addMark(m)
			}
		}
	}
	l.joinPlaces(j)
	return &j.out
}

// joinPort joins what the implementations of an interface method do.
func (j *join) joinPort(p *port) {
	name := p.method.FullName()
	sig := p.method.Signature()
	// Of an interface for many things, such as a tool or a handler, one implementation that asks a model says nothing of what the others
	// are passed. One for models has the shape, or most of its implementations ask one.
	enough := func(n int) bool { return n > 0 && (j.modelMethods[name] || 2*n >= p.voters(n)) }
	callers := 0
	for _, f := range p.methods {
		if j.names[f.FullName()] {
			callers++
		}
	}
	calls := enough(callers)
	if calls && !j.emitted[name] {
		j.emitted[name], j.names[name] = true, true
		j.out.Calls = append(j.out.Calls, name)
	}
	for i := range sig.Params().Len() {
		for c := range labels {
			var first *Mark
			n := 0
			for _, f := range p.methods {
				for _, m := range j.marks[flow.ParamKey(f, i)] {
					if m.Label == c {
						n++
						first = cmp.Or(first, &m)
					}
				}
			}
			if enough(n) || c == RequestBodyLabel && n > 0 { // what is posted is looked at for its shape
				j.addMark(markOfPort(*first, flow.ParamKey(p.method, i), flow.ShortName(p.method)))
			}
		}
		if calls {
			j.linkFields(sig.Params().At(i).Type(), 0)
		}
	}
	for i := range sig.Results().Len() {
		n := 0
		for _, m := range j.marks[flow.ResultKey(p.method, i)] {
			for _, f := range p.methods {
				m.Key = flow.ResultKey(f, i)
				j.addMark(m)
			}
		}
		for _, f := range p.methods {
			if j.names[flow.ResultKey(f, i)] {
				n++
			}
		}
		if key := flow.ResultKey(p.method, i); enough(n) && !j.emitted[key] {
			j.emitted[key], j.names[key] = true, true
			j.out.Outputs = append(j.out.Outputs, key)
		}
	}
}

// markOfPort makes what a function does with a parameter a mark of the port that it stands behind.
func markOfPort(m Mark, key, port string) Mark {
	m.Key, m.Sink, m.Behind = key, port, cmp.Or(m.Behind, m.Sink)
	return m
}

func (j *join) addMark(m Mark) {
	if id := m.Key + " " + string('0'+rune(m.Label)); !j.emitted[id] {
		j.emitted[id] = true
		m.Linked = 1
		j.out.Marks = append(j.out.Marks, m)
		if !slices.ContainsFunc(j.marks[m.Key], func(o Mark) bool { return o.Label == m.Label }) {
			j.marks[m.Key] = append(j.marks[m.Key], m)
		}
	}
}

// reachDepth is how deep the fields of what a model call is passed are looked for: a request, its messages, their parts.
const reachDepth = 4

// linkFields links the fields of what is passed to a port that calls a model: what an adapter does with them, all packages are told.
func (j *join) linkFields(t types.Type, depth int) {
	if depth > reachDepth {
		return
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		n = n.Origin()
		if j.fields[n] || n.Obj().Pkg() == nil || !j.ours[n.Obj().Pkg().Path()] {
			return // what a field of another module's type means depends on where it is used
		}
		j.fields[n] = true
		if st, ok := n.Underlying().(*types.Struct); ok {
			for f := range st.Fields() {
				for _, m := range j.marks[flow.TypeKey(n)+"."+f.Name()] {
					j.addMark(m)
				}
				j.linkFields(f.Type(), depth+1)
			}
			return
		}
		for _, c := range j.implementations[n] { // a part of a message may be one of several types
			j.linkFields(c, depth+1)
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		j.linkFields(u.Elem(), depth)
	case *types.Slice:
		j.linkFields(u.Elem(), depth)
	case *types.Array:
		j.linkFields(u.Elem(), depth)
	case *types.Map:
		j.linkFields(u.Elem(), depth)
	case *types.Signature: // an option is a function that sets fields
		for p := range u.Params().Variables() {
			j.linkFields(p.Type(), depth+1)
		}
	}
}

package llm

import (
	"cmp"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A join computes what is linked in one round.
type join struct {
	marks        map[string][]Mark // of all packages, the first of each label
	names        map[string]bool   // calls and outputs
	modelMethods map[string]bool
	out          Linked
	emitted      map[string]bool       // calls and outputs of out
	linked       map[place]bool        // marks of out
	fields       map[*types.Named]bool // types of which the fields were linked
	ours         map[string]bool       // paths of the packages of the module

	implementations map[*types.Named][]*types.Named // as in Linker
}

// join computes the marks, calls and outputs of the module's ports, in the order of the units.
func (l *Linker) join() *Linked {
	j := &join{marks: map[string][]Mark{}, names: map[string]bool{}, modelMethods: map[string]bool{}, emitted: map[string]bool{}, linked: map[place]bool{}, fields: map[*types.Named]bool{}, ours: map[string]bool{}, implementations: l.implementations}
	for _, u := range l.units {
		j.ours[u.Types.Path()] = true
		for _, m := range u.summary.Marks {
			addMark(j.marks, m)
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
		for _, m := range j.marks[key] {
			if strings.HasPrefix(key, "result ") || m.Sender != "" { // the package that declares it is a dependency of the one that sends it
				j.addMark(m)
			}
		}
	}
	l.joinPlaces(j)
	return &j.out
}

// joinPort joins the marks, calls and outputs of the implementations of an interface method.
func (j *join) joinPort(p *port) {
	name := p.method.FullName()
	sig := p.method.Signature()
	// In a general interface, such as a tool or a handler, one implementation that calls a model says nothing about the arguments of
	// the others. An interface for models has the shape of one, or most of its implementations call a model.
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
		var params []string
		for _, f := range p.methods {
			params = append(params, flow.ParamKey(f, i))
		}
		for _, m := range j.common(params, enough) {
			j.addMark(markOfPort(m, flow.ParamKey(p.method, i), flow.ShortName(p.method)))
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

// common returns the marks that enough of the parameters have, in the order in which they are met.
func (j *join) common(params []string, enough func(int) bool) (out []Mark) {
	count := map[place]int{} // by path and label
	for _, key := range params {
		for _, m := range j.marks[key] {
			at := m.place()
			at.key = ""
			if count[at]++; count[at] == 1 {
				out = append(out, m)
			}
		}
	}
	return slices.DeleteFunc(out, func(m Mark) bool {
		at := m.place()
		at.key = ""
		return !enough(count[at]) && m.Label != RequestBodyLabel // a posted value is judged by its shape
	})
}

// markOfPort turns the mark of an implementation's parameter into one of the port.
func markOfPort(m Mark, key, port string) Mark {
	m.Key, m.Sink, m.Behind = key, port, cmp.Or(m.Behind, m.Sink)
	return m
}

// addMark links a mark. A prompt that reaches a port begins a new way from there; the body of a request does not, since each value that
// some server of the module posts would be carried through all of it.
func (j *join) addMark(m Mark) {
	if m.Label != RequestBodyLabel {
		m.Linked = 0
	}
	if m.Linked++; m.Linked > maxLinked {
		return
	}
	if at := m.place(); !j.linked[at] {
		j.linked[at] = true
		j.out.Marks = append(j.out.Marks, m)
		addMark(j.marks, m)
	}
}

// reachDepth bounds the nesting of the fields of a model call's argument: a request, its messages, their parts.
const reachDepth = 4

// linkFields links the fields of an argument of a port that calls a model: every package gets the marks that an adapter gives them.
func (j *join) linkFields(t types.Type, depth int) {
	if depth > reachDepth {
		return
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		n = n.Origin()
		if j.fields[n] || n.Obj().Pkg() == nil || !j.ours[n.Obj().Pkg().Path()] {
			return // the meaning of a field of another module's type depends on its use
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

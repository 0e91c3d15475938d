package llm

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// joinPlaces joins the marks, calls and outputs of the functions that the module stores in fields, variables and parameters of
// function type. As with a general interface, most of the functions must agree.
func (l *Linker) joinPlaces(j *join) {
	from := map[string]map[string]bool{}
	for _, u := range l.units {
		for _, p := range u.outline.FuncStores {
			if from[p.Place] == nil {
				from[p.Place] = map[string]bool{}
			}
			for _, name := range p.From {
				from[p.Place][name] = true
			}
		}
	}
	params, results := map[string]int{}, map[string]int{} // how many have marks or outputs, by the name of the function
	for key := range j.marks {
		if i, name, ok := cutKey(key, "param "); ok {
			params[name] = max(params[name], i+1)
		}
	}
	for key := range j.names {
		if i, name, ok := cutKey(key, "result "); ok {
			results[name] = max(results[name], i+1)
		}
	}
	wanted := map[string]int{} // how many results of what a place holds have marks
	for key := range j.marks {
		if i, place, ok := cutKey(key, "result "); ok && from[place] != nil {
			wanted[place] = max(wanted[place], i+1)
		}
	}
	for _, place := range slices.Sorted(maps.Keys(from)) {
		functions := slices.Sorted(maps.Keys(functionsAt(from, place)))
		enough := func(n int) bool { return n > 0 && 2*n >= len(functions) }
		count := func(has func(string) bool) (n int) {
			for _, f := range functions {
				if has(f) {
					n++
				}
			}
			return n
		}
		if enough(count(func(f string) bool { return j.names[f] })) && !j.emitted[place] {
			j.emitted[place], j.names[place] = true, true
			j.out.Calls = append(j.out.Calls, place)
		}
		for i := range wanted[place] {
			for _, m := range j.marks[flow.ResultOf(place, i)] {
				for _, f := range functions {
					m.Key = flow.ResultOf(f, i)
					j.addMark(m)
				}
			}
		}
		var np, nr int
		for _, f := range functions {
			np, nr = max(np, params[f]), max(nr, results[f])
		}
		for i := range np {
			var keys []string
			for _, f := range functions {
				keys = append(keys, flow.ParamOf(f, i))
			}
			for _, m := range j.common(keys, enough) {
				j.addMark(markOfPort(m, flow.ParamOf(place, i), "the function in "+shortKey(place)))
			}
		}
		for i := range nr {
			key := flow.ResultOf(place, i)
			if enough(count(func(f string) bool { return j.names[flow.ResultOf(f, i)] })) && !j.emitted[key] {
				j.emitted[key] = true
				j.out.Outputs = append(j.out.Outputs, key)
			}
		}
	}
}

// functionsAt returns the functions stored in a place, directly or through other places.
func functionsAt(from map[string]map[string]bool, place string) map[string]bool {
	out, seen := map[string]bool{}, map[string]bool{}
	var visit func(string)
	visit = func(p string) {
		for name := range from[p] {
			if seen[name] {
				continue
			}
			seen[name] = true
			if from[name] != nil {
				visit(name)
			} else if !strings.HasPrefix(name, "param ") {
				out[name] = true
			}
		}
	}
	visit(place)
	return out
}

// cutKey parses the key of a parameter or a result into its index and the name of the function.
func cutKey(key, kind string) (i int, name string, ok bool) {
	rest, ok := strings.CutPrefix(key, kind)
	if !ok {
		return 0, "", false
	}
	number, name, _ := strings.Cut(rest, " ")
	i, err := strconv.Atoi(number)
	return i, name, err == nil
}

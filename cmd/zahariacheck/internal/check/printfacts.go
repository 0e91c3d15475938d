package check

import (
	"cmp"
	"fmt"
	"io"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// printFacts prints what is known of each requested package after linking: the places from which others send text to a model, and the
// functions that call one.
func (r *runner) printFacts(w io.Writer) {
	pkgs := slices.SortedFunc(slices.Values(r.all), func(a, b *sourcePkg) int { return cmp.Compare(a.ImportPath, b.ImportPath) })
	for _, u := range pkgs {
		if !u.requested {
			continue
		}
		var lines []string
		for _, fact := range []interface {
			analysis.Fact
			Describe() []string
		}{new(analyzers.Summary), new(analyzers.Linked)} {
			if u.facts.get(factKey{nil, reflect.TypeOf(fact)}, fact) {
				lines = append(lines, fact.Describe()...)
			}
		}
		if len(lines) == 0 {
			continue
		}
		fmt.Fprintf(w, "facts of %s\n", u.ImportPath)
		for _, line := range lines {
			fmt.Fprintf(w, "\t%s\n", line)
		}
	}
}

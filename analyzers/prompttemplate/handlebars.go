package prompttemplate

import (
	"fmt"
	"go/types"
	"regexp"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

var (
	// iteration opens a block for each entry of a value, comparison one for two values that are, or are not, equal.
	iteration  = regexp.MustCompile(`\{\{~?#each\s+([A-Za-z_]\w*)\s*~?\}\}`)
	comparison = regexp.MustCompile(`\{\{~?#(ifEquals|unlessEquals)\s+([A-Za-z_]\w*)\s+("[^"]*"|'[^']*'|-?\d+)\s*~?\}\}`)
	// scope opens or closes a block inside which names are those of another value.
	scope = regexp.MustCompile(`\{\{~?(#|/)(?:each|with)\b`)
)

// judgeBlocks is for the Handlebars of Genkit, as findings/prompt-in-order-of-a-map.sh and findings/number-is-not-one.sh show it.
func judgeBlocks(text string, d inputs) *fault {
	for _, m := range iteration.FindAllStringSubmatchIndex(text, -1) {
		name := text[m[2]:m[3]]
		if t := d.types[name]; t != nil && !scoped(text[:m[0]]) {
			if _, ok := typex.Deref(t).Underlying().(*types.Map); ok {
				return &fault{fmt.Sprintf("{{#each %s}} goes through a map in another order each time, so no prompt cache matches; pass a sorted list", name), false}
			}
		}
	}
	for _, m := range comparison.FindAllStringSubmatchIndex(text, -1) {
		helper, name, value := text[m[2]:m[3]], text[m[4]:m[5]], text[m[6]:m[7]]
		want, pass, truth := types.Typ[types.String], "a string", "never true"
		if value[0] != '"' && value[0] != '\'' {
			want, pass = types.Typ[types.Int], "an int"
		}
		if helper == "unlessEquals" {
			truth = "always true"
		}
		t := d.fields[name]
		if t == nil || scoped(text[:m[0]]) {
			continue
		}
		t = types.Unalias(typex.Deref(t))
		if _, ok := t.Underlying().(*types.Basic); ok && !types.Identical(t, want) {
			return &fault{fmt.Sprintf("{{#%s %s %s}} is %s, since the types differ: %s is a Go %s; pass %s",
				helper, name, value, truth, name, types.TypeString(t, (*types.Package).Name), pass), false}
		}
	}
	return nil
}

// scoped reports whether a block is open at the end of a text inside which names are those of another value.
func scoped(text string) bool {
	open := 0
	for _, m := range scope.FindAllStringSubmatch(text, -1) {
		if m[1] == "#" {
			open++
		} else {
			open--
		}
	}
	return open > 0
}

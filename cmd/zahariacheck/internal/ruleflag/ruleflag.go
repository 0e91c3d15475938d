// Package ruleflag reads which rules the command line names, in the manner of go vet: -NAME runs only the rules so
// named, -NAME=false runs all but those, -NAME.option sets an option;
// and which groups of rules: -enable=GROUP, -disable=GROUP.
package ruleflag

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/internal/suggest"
)

// RegisterGroups adds the flags that switch the rules of a group, or those in preview, on and off, which they do as soon as they
// are parsed.
func RegisterGroups(fs *flag.FlagSet) {
	fs.BoolFunc("preview", "run the preview rules too, whose precision is not proven on code that they were not made on", func(value string) error {
		on, err := strconv.ParseBool(value)
		for _, r := range analyzers.Rules() {
			if r.Tier == analyzers.Preview {
				r.Enable(on)
			}
		}
		return err
	})
	fs.Func("enable", "enable all rules of these `groups`, comma-separated, including preview rules: "+strings.Join(groups(), ", "), enable(true))
	fs.Func("disable", "disable all rules of these `groups`, comma-separated", enable(false))
}

func enable(on bool) func(string) error {
	return func(names string) error {
		for name := range strings.SplitSeq(names, ",") {
			isRule := slices.ContainsFunc(analyzers.Rules(), func(r *analyzers.Rule) bool { return r.Name == name })
			switch {
			case isRule:
				return fmt.Errorf("%s is a rule, not a group; use its own flag, -%s=%t", name, name, on)
			case !slices.Contains(groups(), name):
				return fmt.Errorf("there is no group %q%s", name, suggest.DidYouMean(name, groups()))
			}
			for _, r := range analyzers.Rules() {
				if string(r.Group) == name {
					r.Enable(on)
				}
			}
		}
		return nil
	}
}

func groups() (names []string) {
	for _, g := range analyzers.Groups() {
		names = append(names, string(g))
	}
	return names
}

// A Choice is what the command line says about rules.
type Choice struct{ on, off map[string]bool }

// Register adds the flags of all rules to fs and returns the choice that parsing fills.
func Register(fs *flag.FlagSet) *Choice {
	RegisterGroups(fs)
	c := &Choice{on: map[string]bool{}, off: map[string]bool{}}
	for _, r := range analyzers.Rules() {
		fs.BoolFunc(r.Name, r.Summary(), func(value string) error {
			on, err := strconv.ParseBool(value)
			c.on[r.Name], c.off[r.Name] = on, !on
			return err
		})
		r.Analyzer().Flags.VisitAll(func(f *flag.Flag) {
			fs.Var(f.Value, r.Name+"."+f.Name, f.Usage)
		})
	}
	return c
}

// Rules returns the rules to run, and enables those of them that are off by default and were named.
func (c *Choice) Rules() []*analyzers.Rule {
	var only, rest []*analyzers.Rule
	for _, r := range analyzers.Rules() {
		switch {
		case c.on[r.Name]:
			r.Enable(true)
			only = append(only, r)
		case !c.off[r.Name] && r.Enabled():
			rest = append(rest, r)
		}
	}
	if only != nil {
		return only
	}
	return rest
}

// Scan looks through arguments that someone else will parse, which is how a vet tool gets them: it enables the rules
// that are named, since the parser there knows nothing of rules that are off by default, and reads -test. It reports
// whether any is named.
func Scan(args []string) (named bool) {
	names := map[string]*analyzers.Rule{}
	for _, r := range analyzers.Rules() {
		names[r.Name] = r
	}
	for _, arg := range args {
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		on, err := strconv.ParseBool(value)
		if name == arg || given && err != nil {
			continue
		}
		on = on || !given
		if r := names[name]; r != nil && on {
			r.Enable(true)
			named = true
		}
		if name == "test" {
			analyzers.ReportTests(on)
		}
	}
	return named
}

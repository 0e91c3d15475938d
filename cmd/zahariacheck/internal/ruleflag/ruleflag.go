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

// Groups returns the flags that switch the rules of a group, or those in preview, on and off in the settings as soon as they are parsed.
func Groups(set *analyzers.Settings) []*flag.Flag {
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	registerGroups(fs, func(change func(*analyzers.Settings)) { change(set) })
	var all []*flag.Flag
	fs.VisitAll(func(f *flag.Flag) { all = append(all, f) })
	return all
}

// registerGroups adds these flags to fs, which pass what they change to apply.
func registerGroups(fs *flag.FlagSet, apply func(func(*analyzers.Settings))) {
	enable := func(on bool, matches func(*analyzers.Rule) bool) {
		apply(func(set *analyzers.Settings) {
			for _, r := range analyzers.Rules() {
				if matches(r) {
					set.Enable(r, on)
				}
			}
		})
	}
	enableGroups := func(on bool) func(string) error {
		return func(names string) error {
			for name := range strings.SplitSeq(names, ",") {
				if err := checkGroup(name, on); err != nil {
					return err
				}
				enable(on, func(r *analyzers.Rule) bool { return string(r.Group) == name })
			}
			return nil
		}
	}
	fs.BoolFunc("preview", "run the preview rules too, whose precision is not proven on code that they were not made on", func(value string) error {
		on, err := strconv.ParseBool(value)
		enable(on, func(r *analyzers.Rule) bool { return r.Tier == analyzers.Preview })
		return err
	})
	fs.Func("enable", "enable all rules of these `groups`, comma-separated, including preview rules: "+strings.Join(groups(), ", "), enableGroups(true))
	fs.Func("disable", "disable all rules of these `groups`, comma-separated", enableGroups(false))
}

// checkGroup returns an error if there is no group of that name.
func checkGroup(name string, on bool) error {
	isRule := slices.ContainsFunc(analyzers.Rules(), func(r *analyzers.Rule) bool { return r.Name == name })
	switch {
	case isRule:
		return fmt.Errorf("%s is a rule, not a group; use its own flag, -%s=%t", name, name, on)
	case !slices.Contains(groups(), name):
		return fmt.Errorf("there is no group %q%s", name, suggest.DidYouMean(name, groups()))
	}
	return nil
}

func groups() (names []string) {
	for _, g := range analyzers.Groups() {
		names = append(names, string(g))
	}
	return names
}

// A Choice is what the command line says about rules.
type Choice struct {
	on, off map[string]bool
	changes []func(*analyzers.Settings) // in the order of the command line
}

// Register adds the flags of all rules to fs and returns the choice that parsing fills.
func Register(fs *flag.FlagSet) *Choice {
	c := &Choice{on: map[string]bool{}, off: map[string]bool{}}
	registerGroups(fs, c.add)
	scratch := analyzers.NewSettings() // whose options check the values
	for _, r := range analyzers.Rules() {
		fs.BoolFunc(r.Name, r.Summary(), func(value string) error {
			on, err := strconv.ParseBool(value)
			c.on[r.Name], c.off[r.Name] = on, !on
			return err
		})
		scratch.Flags(r).VisitAll(func(f *flag.Flag) {
			fs.Var(&option{f.Value, c, r, f.Name}, r.Name+"."+f.Name, f.Usage)
		})
	}
	return c
}

func (c *Choice) add(change func(*analyzers.Settings)) { c.changes = append(c.changes, change) }

// An option is the flag of a rule's option. It records the value, for settings that are not known yet.
type option struct {
	flag.Value // of scratch settings
	choice     *Choice
	rule       *analyzers.Rule
	name       string
}

// Set checks and records a value.
func (o *option) Set(value string) error {
	if err := o.Value.Set(value); err != nil {
		return err
	}
	o.choice.add(func(set *analyzers.Settings) { set.Flags(o.rule).Set(o.name, value) })
	return nil
}

// IsBoolFlag makes the flag of a boolean option need no value.
func (o *option) IsBoolFlag() bool {
	b, ok := o.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// String returns the value. The flag package calls it on a zero option too.
func (o *option) String() string {
	if o.Value == nil {
		return ""
	}
	return o.Value.String()
}

// Apply changes the settings as the command line says, and returns the rules to run.
func (c *Choice) Apply(set *analyzers.Settings) []*analyzers.Rule {
	for _, change := range c.changes {
		change(set)
	}
	var only, rest []*analyzers.Rule
	for _, r := range analyzers.Rules() {
		switch {
		case c.on[r.Name]:
			set.Enable(r, true)
			only = append(only, r)
		case !c.off[r.Name] && set.Enabled(r):
			rest = append(rest, r)
		}
	}
	if only != nil {
		return only
	}
	return rest
}

// Scan looks through arguments that another parser will parse, which is how a vet tool gets them: it enables the rules that are named,
// since that parser knows nothing of rules that are off by default, and reads -test. It reports whether any is named.
func Scan(args []string, set *analyzers.Settings) (named bool) {
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
			set.Enable(r, true)
			named = true
		}
		if name == "test" {
			set.Tests = on
		}
	}
	return named
}

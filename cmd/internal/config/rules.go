package config

import (
	"flag"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

func (r *reader) rules(n ast.Node) error {
	members, err := r.mapping(n)
	if err != nil {
		return err
	}
	for _, m := range members {
		one := ruleNamed(m.name)
		if one == nil {
			return r.wrong(m.key, "unknown rule", m.name, ruleNames())
		}
		if err := r.rule(one, m.value); err != nil {
			return err
		}
	}
	return nil
}

// groups reads one word for each group, which holds for all rules of it, those that are off by default too.
func (r *reader) groups(n ast.Node) error {
	members, err := r.mapping(n)
	if err != nil {
		return err
	}
	for _, m := range members {
		if !slices.Contains(groupNames(), m.name) {
			return r.wrong(m.key, "unknown group", m.name, groupNames())
		}
		word, err := r.text(m.value)
		if err != nil {
			return err
		}
		for _, one := range analyzers.Rules() {
			if string(one.Group) != m.name {
				continue
			}
			if err := r.level(one, m.value, word, levels); err != nil {
				return err
			}
		}
	}
	return nil
}

// severity is the key, beside the options, of what holds for one rule.
const severity = "severity"

// rule reads what is said of one rule: one word, or a mapping of the severity and the options.
func (r *reader) rule(one *analyzers.Rule, n ast.Node) error {
	if word, err := r.text(n); err == nil {
		return r.level(one, n, word, levels)
	}
	members, err := r.mapping(n)
	if err != nil {
		return err
	}
	r.set.Enable(one, true)
	known := []string{severity}
	r.set.Flags(one).VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
	for _, m := range members {
		if !slices.Contains(known, m.name) {
			return r.wrong(m.key, one.Name+" has no option", m.name, known)
		}
		value, err := r.text(m.value)
		if err != nil {
			return err
		}
		switch {
		case m.name == severity:
			err = r.level(one, m.value, value, severities)
		case one.Name == acceptRule && m.name == acceptFlag:
			err = r.fail(m.key.GetToken(), `accepted vendors belong under "vendors", each with a "why"`, "")
		default:
			if e := r.set.Flags(one).Set(m.name, value); e != nil {
				err = r.fail(m.value.GetToken(), one.Name+"."+m.name+" cannot be set", ": "+e.Error())
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// level reads the one word that says whether a rule is on, or how it weighs, which switches it on.
func (r *reader) level(one *analyzers.Rule, n ast.Node, word string, known []string) error {
	if !slices.Contains(known, word) {
		return r.wrong(n, "unknown level", word, known)
	}
	r.set.Enable(one, word != "off" && word != "false")
	if slices.Contains(severities, word) {
		r.set.Weigh(one, analyzers.Severity(word))
	}
	return nil
}

func ruleNamed(name string) *analyzers.Rule {
	for _, one := range analyzers.Rules() {
		if one.Name == name {
			return one
		}
	}
	return nil
}

func ruleNames() (names []string) {
	for _, one := range analyzers.Rules() {
		names = append(names, one.Name)
	}
	return names
}

func groupNames() (names []string) {
	for _, g := range analyzers.Groups() {
		names = append(names, string(g))
	}
	return names
}

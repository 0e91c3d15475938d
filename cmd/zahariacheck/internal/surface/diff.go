package surface

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Severity tells how much a change asks of a reviewer.
type Severity string

const (
	Breaking Severity = "breaking" // what worked for a model no longer does: a tool is gone, an argument is now required
	Risky    Severity = "risky"    // the model can do more, or reads something else
	Additive Severity = "additive" // something is new that nothing depended on
	Cosmetic Severity = "cosmetic" // it means the same
)

// Severities are all of them, the gravest first.
var Severities = []Severity{Breaking, Risky, Additive, Cosmetic}

// A Change is one difference between two surfaces.
type Change struct {
	Severity Severity `json:"severity"`
	Kind     string   `json:"kind"`    // see the ranks
	Subject  string   `json:"subject"` // the tool, prompt, model or service
	Message  string   `json:"message"`
	Place    Place    `json:"place"`
	Words    []Word   `json:"words,omitempty"` // of a text that changed
	Chain    []string `json:"chain,omitempty"` // of a capability
}

// ranks order the kinds of changes as a reviewer should see them.
var ranks = map[string]int{"capability": 0, "tool added": 1, "argument": 2, "tool removed": 3, "description": 4, "annotation": 5,
	"prompt changed": 6, "prompt added": 7, "prompt removed": 8, "bound": 9, "model": 10, "service": 11, "moved": 12, "details": 13}

// Compare lists what changed from one surface to another, in the order in which a reviewer should see it.
func Compare(old, new *Document) []Change {
	c := &comparison{}
	c.tools(old.Tools, new.Tools)
	c.prompts(old.Prompts, new.Prompts)
	c.models(old.Models, new.Models)
	c.services(old.Services, new.Services)
	c.loops(old.Loops, new.Loops)
	for i := range c.out {
		c.out[i].clean()
	}
	slices.SortStableFunc(c.out, func(a, b Change) int {
		return cmp.Or(cmp.Compare(ranks[a.Kind], ranks[b.Kind]), strings.Compare(a.Subject, b.Subject), strings.Compare(a.Message, b.Message))
	})
	return c.out
}

// clean makes a change safe for every form that shows it: what a lock file holds may have been written by hand.
func (c *Change) clean() {
	c.Subject, c.Message, c.Place.File = clean(c.Subject), clean(c.Message), clean(c.Place.File)
	c.Words, c.Chain = slices.Clone(c.Words), slices.Clone(c.Chain)
	for i := range c.Words {
		c.Words[i].Text = clean(c.Words[i].Text)
	}
	for i := range c.Chain {
		c.Chain[i] = clean(c.Chain[i])
	}
}

type comparison struct{ out []Change }

func (c *comparison) add(s Severity, kind, subject, message string, at Place) *Change {
	c.out = append(c.out, Change{Severity: s, Kind: kind, Subject: subject, Message: message, Place: at})
	return &c.out[len(c.out)-1]
}

// pair matches entries of two lists: first those with equal keys, in order.
func pair[T any](old, new []T, key func(T) string) (both [][2]T, gone, fresh []T) {
	at := map[string][]T{}
	for _, o := range old {
		at[key(o)] = append(at[key(o)], o)
	}
	for _, n := range new {
		k := key(n)
		if len(at[k]) == 0 {
			fresh = append(fresh, n)
			continue
		}
		both = append(both, [2]T{at[k][0], n})
		at[k] = at[k][1:]
	}
	for _, o := range old {
		if k := key(o); len(at[k]) > 0 {
			gone = append(gone, at[k][0])
			at[k] = at[k][1:]
		}
	}
	return both, gone, fresh
}

func (c *comparison) tools(old, new []Tool) {
	both, gone, fresh := pair(old, new, func(t Tool) string { return t.Package + "\x00" + t.Name })
	moved, gone, fresh := pair(gone, fresh, func(t Tool) string { return t.Name })
	for _, p := range append(both, moved...) {
		n := len(c.out)
		c.tool(p[0], p[1])
		p[0].Schema, p[1].Schema = canonical(p[0].Schema), canonical(p[1].Schema)
		c.details(n, p[1].Name, p[1].Place, p[0], p[1])
	}
	for _, t := range fresh {
		severity, can := Additive, capabilityNames(t)
		message := "new tool without known capabilities"
		if t.Handler == "" {
			message = "new tool, handler not known"
		}
		if len(can) > 0 {
			severity, message = Risky, "new tool, capabilities: "+strings.Join(can, ", ")
		}
		c.add(severity, "tool added", t.Name, message, t.Place)
	}
	for _, t := range gone {
		c.add(Breaking, "tool removed", t.Name, "the tool is gone", t.Place)
	}
}

func capabilityNames(t Tool) (names []string) {
	for _, c := range t.Capabilities {
		names = append(names, c.Name)
	}
	return names
}

func (c *comparison) tool(old, new Tool) {
	before, after := capabilityNames(old), capabilityNames(new)
	for _, can := range new.Capabilities {
		if !slices.Contains(before, can.Name) {
			c.add(Risky, "capability", new.Name, "gained "+can.Name, new.Place).Chain = can.Chain
		}
	}
	for _, name := range before {
		if !slices.Contains(after, name) {
			c.add(Additive, "capability", new.Name, "lost "+name, new.Place)
		}
	}
	if old.Description != new.Description {
		words := Words(old.Description, new.Description)
		severity := Risky
		if sameWords(words) {
			severity = Cosmetic
		}
		c.add(severity, "description", new.Name, "the description changed", new.Place).Words = words
	}
	for _, hint := range slices.Sorted(maps.Keys(union(old.Annotations, new.Annotations))) {
		a, wasSet := old.Annotations[hint]
		b, isSet := new.Annotations[hint]
		if a != b || wasSet != isSet {
			c.add(Risky, "annotation", new.Name, fmt.Sprintf("%s: %s, was %s", hint, setting(b, isSet), setting(a, wasSet)), new.Place)
		}
	}
	if !bytes.Equal(canonical(old.Schema), canonical(new.Schema)) {
		c.schema(new, decode(old.Schema), decode(new.Schema))
	}
	if old.Package != new.Package || old.Place.File != new.Place.File {
		c.add(Cosmetic, "moved", new.Name, "was in "+old.Place.File, new.Place)
	}
}

func union(a, b map[string]bool) map[string]bool {
	out := maps.Clone(a)
	if out == nil {
		out = map[string]bool{}
	}
	maps.Copy(out, b)
	return out
}

func setting(v, set bool) string {
	if !set {
		return "not set"
	}
	return fmt.Sprint(v)
}

func (c *comparison) prompts(old, new []Prompt) {
	both, gone, fresh := pair(old, new, func(p Prompt) string { return p.ID })
	similar, gone, fresh := pairSimilar(gone, fresh)
	other, gone, fresh := pair(gone, fresh, textOf) // in another role
	for _, p := range slices.Concat(both, similar, other) {
		n := len(c.out)
		c.prompt(p[0], p[1])
		c.details(n, p[1].Name, p[1].Place, p[0], p[1])
	}
	for _, p := range fresh {
		c.add(Additive, "prompt added", p.Name, fmt.Sprintf("new %s prompt of %d words, passed to %s", p.Role, p.Words, p.Sink), p.Place)
	}
	for _, p := range gone {
		c.add(Risky, "prompt removed", p.Name, fmt.Sprintf("%s prompt of %d words is gone", p.Role, p.Words), p.Place)
	}
}

func (c *comparison) prompt(old, new Prompt) {
	if old.Role != new.Role {
		c.add(Risky, "prompt changed", new.Name, fmt.Sprintf("the role is %s, was %s", new.Role, old.Role), new.Place)
	}
	switch {
	case old.SHA256 != "" || new.SHA256 != "":
		if old.SHA256 != new.SHA256 {
			c.add(Risky, "prompt changed", new.Name, fmt.Sprintf("the text changed, %d words were %d", new.Words, old.Words), new.Place)
		}
	case !slices.Equal(old.Text, new.Text):
		words := Words(strings.Join(old.Text, "\n"), strings.Join(new.Text, "\n"))
		severity, message := Risky, fmt.Sprintf("the text changed, %d words were %d", new.Words, old.Words)
		if sameWords(words) {
			severity, message = Cosmetic, "only white space changed"
		}
		c.add(severity, "prompt changed", new.Name, message, new.Place).Words = words
	}
	if old.Place.File != new.Place.File {
		c.add(Cosmetic, "moved", new.Name, "was in "+old.Place.File, new.Place)
	}
}

func (c *comparison) models(old, new []Model) {
	_, old, new = pair(old, new, func(m Model) string {
		return strings.Join([]string{m.Package, m.Place.File, m.ID, m.Role, m.Sink}, "\x00")
	})
	both, gone, fresh := pair(old, new, func(m Model) string { return m.Package + "\x00" + m.ID })
	moved, gone, fresh := pair(gone, fresh, func(m Model) string { return m.ID })
	for _, p := range append(both, moved...) {
		n := len(c.out)
		if p[0].Place.File != p[1].Place.File {
			c.add(Cosmetic, "moved", p[1].ID, "was in "+p[0].Place.File, p[1].Place)
		}
		c.details(n, p[1].ID, p[1].Place, p[0], p[1])
	}
	changed, gone, fresh := pair(gone, fresh, func(m Model) string { return m.Package + "\x00" + m.Place.File + "\x00" + m.Role })
	for _, p := range changed {
		c.add(Risky, "model", p[1].ID, "the model was "+p[0].ID, p[1].Place)
	}
	for _, m := range fresh {
		c.add(Risky, "model", m.ID, "new model ID, passed to "+m.Sink, m.Place)
	}
	for _, m := range gone {
		c.add(Additive, "model", m.ID, "the model ID is gone", m.Place)
	}
}

func (c *comparison) services(old, new []Service) {
	both, gone, fresh := pair(old, new, func(s Service) string { return s.SDK + "\x00" + s.Module })
	for _, p := range both {
		n := len(c.out)
		if p[0].Version != p[1].Version {
			c.add(Additive, "service", p[1].Module, fmt.Sprintf("version %s, was %s", p[1].Version, p[0].Version), Place{})
		}
		c.details(n, p[1].Module, Place{}, p[0], p[1])
	}
	for _, s := range fresh {
		c.add(Risky, "service", s.Module, "new SDK ("+s.Class+")", Place{})
	}
	for _, s := range gone {
		c.add(Additive, "service", s.Module, "the SDK is no longer used", Place{})
	}
}

package surface

func (c *comparison) loops(old, new []Loop) {
	both, gone, fresh := pair(old, new, func(l Loop) string { return l.Function })
	moved, gone, fresh := pair(gone, fresh, func(l Loop) string { return l.Package + "\x00" + l.Calls })
	for _, p := range append(both, moved...) {
		n := len(c.out)
		if p[0].Bound != p[1].Bound {
			c.add(boundSeverity(p[1]), "bound", p[1].Name(), "the loop is bound by "+p[1].BoundName()+", was by "+p[0].BoundName(), p[1].Place)
		}
		c.details(n, p[1].Name(), p[1].Place, p[0], p[1])
	}
	for _, l := range fresh {
		c.add(boundSeverity(l), "bound", l.Name(), "new loop that calls "+l.Calls+" each turn, bound by "+l.BoundName(), l.Place)
	}
	for _, l := range gone {
		c.add(Additive, "bound", l.Name(), "the loop that calls "+l.Calls+" each turn is gone", l.Place)
	}
}

// unbounded is the bound of a loop that only the model ends.
const unbounded = "unbounded"

// IsUnbounded reports whether only the model ends a loop.
func (l Loop) IsUnbounded() bool { return l.Bound == unbounded }

func boundSeverity(l Loop) Severity {
	if l.IsUnbounded() {
		return Risky
	}
	return Additive
}

// BoundName names the bound of a loop as the end of a sentence.
func (l Loop) BoundName() string {
	switch l.Bound {
	case unbounded:
		return "nothing but the model"
	case "input":
		return "its input"
	}
	return "a " + l.Bound
}

// Name is the function of a loop without the folders of its package.
func (l Loop) Name() string { return chain([]string{l.Function}) }

package htmlreport

import (
	"cmp"
	"slices"
	"strings"
)

// A Surface is what a model may read, call and cost in the code. All texts in it are safe to show.
type Surface struct {
	Prompts  []Prompt
	Tools    []Tool
	Models   []Model
	Loops    []Loop
	Services []string // SDKs with their versions
}

// A Prompt is a text that a model reads.
type Prompt struct {
	Role, Name, Place, Sink string
	Words                   int
	Text                    []string // lines
}

// A Tool is a function that a model may call.
type Tool struct {
	Name, Place, Description, Arguments string
	Hints                               string
	Handled                             bool // the function behind it is known, so that having no capabilities says something
	Capabilities                        []Capability
}

// A Capability is what a tool can do, and the functions that lead there.
type Capability struct{ Name, Chain string }

// A Model is the ID of a model, with the day on which its vendor retires it, if that is known.
type Model struct {
	ID, Role, Place, Sink string
	Retired               string // as in 2006-01-02, or ""
	Successor             string
}

// A Loop calls a model each turn, until its answer or the bound ends it.
type Loop struct {
	Name, Place, Calls string
	Bound              string // what else ends it, as the end of a sentence
	Unbounded          bool
}

// What the template shows of a surface: prompts by role, in the order in which a model reads them, and models once.
type (
	surfaceView struct {
		*Surface
		Roles []rolePrompts
	}
	rolePrompts struct {
		Role    string
		Prompts []Prompt
	}
)

// maxText is how many lines of a prompt are shown.
const maxText = 200

// roles are in the order in which a model reads them; others come behind.
var roles = []string{"system", "developer", "instruction", "tool", "fewshot", "template", "user", "assistant"}

func newSurfaceView(s *Surface) *surfaceView {
	if s == nil || len(s.Prompts)+len(s.Tools)+len(s.Models)+len(s.Loops)+len(s.Services) == 0 {
		return nil
	}
	v := &surfaceView{Surface: s}
	for _, p := range s.Prompts {
		p.Role = cmp.Or(p.Role, "any")
		if more := len(p.Text) - maxText; more > 0 {
			p.Text = append(slices.Clone(p.Text[:maxText]), "…")
		}
		i := slices.IndexFunc(v.Roles, func(r rolePrompts) bool { return r.Role == p.Role })
		if i < 0 {
			i = len(v.Roles)
			v.Roles = append(v.Roles, rolePrompts{Role: p.Role})
		}
		v.Roles[i].Prompts = append(v.Roles[i].Prompts, p)
	}
	rank := func(role string) int {
		if i := slices.Index(roles, role); i >= 0 {
			return i
		}
		return len(roles)
	}
	slices.SortStableFunc(v.Roles, func(a, b rolePrompts) int {
		return cmp.Or(cmp.Compare(rank(a.Role), rank(b.Role)), strings.Compare(a.Role, b.Role))
	})
	return v
}

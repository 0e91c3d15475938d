package catalogue

import (
	"go/types"
	"slices"
	"strings"
)

// A fork of an SDK is published under another owner with the name of its repository: github.com/acme/go-openai has what
// github.com/sashabaranov/go-openai has. Forks come and go, so they are recognized by their path and their names.

const github = "github.com/"

// originals returns what an import path or a symbol would be without the fork: the same with another owner, for each known
// repository of that name. It returns nil for what is no fork by its path.
func (c *Catalogue) originals(name string) (out []string) {
	i := strings.Index(name, github)
	if i < 0 || len(c.owners) == 0 {
		return nil
	}
	before, rest := name[:i+len(github)], name[i+len(github):]
	owner, rest, ok := strings.Cut(rest, "/")
	if !ok {
		return nil
	}
	repo := rest
	if end := strings.IndexAny(rest, "/."); end >= 0 {
		repo = rest[:end]
	}
	owners := c.owners[repo]
	if slices.Contains(owners, owner) {
		return nil
	}
	for _, o := range owners {
		out = append(out, before+o+"/"+rest)
	}
	return out
}

// ownersOf lists the owners of the repositories that SDKs are in, by the name of the repository.
func ownersOf(sdks []*SDK) map[string][]string {
	owners := map[string][]string{}
	for _, s := range sdks {
		for _, m := range s.Modules {
			rest, ok := strings.CutPrefix(m.Path, github)
			if parts := strings.SplitN(rest, "/", 3); ok && len(parts) >= 2 && s.Class != library && !slices.Contains(owners[parts[1]], parts[0]) {
				owners[parts[1]] = append(owners[parts[1]], parts[0])
			}
		}
	}
	return owners
}

// forkNames is how many of the names that the catalogue has of the original a fork must declare. Half of them would ask too much of a
// fork of an old release.
const forkNames = 5

// IsFork reports whether a package is a copy of one of an SDK under another owner: its path says so, and it declares names that the
// catalogue has of the original.
func (c *Catalogue) IsFork(pkg *types.Package) bool {
	return slices.ContainsFunc(c.originals(pkg.Path()), func(original string) bool {
		shared := map[string]bool{}
		for _, es := range c.entries {
			if name := es[0].declares(); es[0].Package() == original && pkg.Scope().Lookup(name) != nil {
				shared[name] = true
			}
		}
		return len(shared) >= forkNames
	})
}

// declares returns the name of the symbol's top-level declaration: a function, a variable, or the type of a method or field.
func (e *Entry) declares() string {
	name := strings.TrimPrefix(strings.TrimLeft(e.Symbol, "(*"), e.Package()+".")
	if end := strings.IndexAny(name, ").["); end >= 0 {
		name = name[:end]
	}
	return name
}

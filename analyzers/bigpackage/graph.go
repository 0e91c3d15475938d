package bigpackage

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// A graph holds the top-level declarations of a package, with the methods of a type folded into it, and who refers to whom.
type graph struct {
	nodes []*node // in the order of the files
	byObj map[types.Object]*node
}

type node struct {
	obj  types.Object
	file string
	// offered: an exported type or function, which counts for the size of a part.
	offered bool
	uses    map[*node]bool
	users   map[*node]bool
	joined  []*node // all of both, in the order of the files, so that output does not depend on map order
	part    *part
}

// A part is a set of declarations that no reference joins with another part, hubs apart.
type part struct {
	nodes   []*node
	offered int
	// out and back count the references that lead out of the part, and into it.
	out, back int
}

// references builds the graph of the declarations in the files.
func references(fset *token.FileSet, info *types.Info, pkg *types.Package, files []*ast.File) *graph {
	g := &graph{byObj: map[types.Object]*node{}}
	add := func(id *ast.Ident) {
		if obj := info.Defs[id]; obj != nil && obj.Parent() == pkg.Scope() {
			_, isType := obj.(*types.TypeName)
			_, isFunc := obj.(*types.Func)
			n := &node{obj: obj, file: filepath.Base(fset.Position(id.Pos()).Filename), offered: obj.Exported() && (isType || isFunc), uses: map[*node]bool{}, users: map[*node]bool{}}
			g.nodes = append(g.nodes, n)
			g.byObj[obj] = n
		}
	}
	each(files, func(names []*ast.Ident, _ ast.Node) {
		for _, id := range names {
			add(id)
		}
	})
	each(files, func(names []*ast.Ident, body ast.Node) {
		for _, id := range names {
			from := g.of(info.Defs[id])
			ast.Inspect(body, func(n ast.Node) bool {
				if use, ok := n.(*ast.Ident); ok && from != nil {
					if to := g.of(info.Uses[use]); to != nil && to != from && !from.uses[to] {
						from.uses[to] = true
						to.users[from] = true
						from.joined = append(from.joined, to)
						to.joined = append(to.joined, from)
					}
				}
				return true
			})
		}
	})
	return g
}

// of returns the node that an object belongs to: its own, or that of the type whose method it is.
func (g *graph) of(obj types.Object) *node {
	if fn, ok := obj.(*types.Func); ok {
		fn = fn.Origin()
		obj = fn
		if recv := fn.Signature().Recv(); recv != nil {
			t := types.Unalias(recv.Type())
			if p, ok := t.(*types.Pointer); ok {
				t = types.Unalias(p.Elem())
			}
			if named, ok := t.(*types.Named); ok {
				obj = named.Origin().Obj()
			}
		}
	}
	return g.byObj[obj]
}

// hub reports whether so many declarations refer to n that this tells nothing about what belongs together: more than one in
// twenty, or more than six.
func (g *graph) hub(n *node) bool { return len(n.users) > min(len(g.nodes)/20, 6) }

// parts splits the graph. What is too small to be a part, and the hubs, go where most of their file goes, so that a split along
// files is seen as one. Parts are sorted by size, the largest first; loose counts what was offered outside of them.
func (g *graph) parts() (parts []*part, loose int) {
	for _, n := range g.nodes {
		if n.part == nil && !g.hub(n) {
			if p := g.component(n); p.offered >= minPart {
				parts = append(parts, p)
			}
		}
	}
	slices.SortStableFunc(parts, func(a, b *part) int { return cmp.Compare(b.offered, a.offered) }) // the largest takes what no file claims
	for _, n := range g.nodes {
		if slices.Contains(parts, n.part) {
			continue
		}
		if n.offered {
			loose++
		}
		n.part = nil
	}
	g.assignRest(parts)
	slices.SortStableFunc(parts, func(a, b *part) int { return cmp.Compare(b.offered, a.offered) })
	return parts, loose
}

// component collects what is joined with n by references, in either direction, without passing a hub.
func (g *graph) component(n *node) *part {
	p := &part{}
	n.part = p
	for queue := []*node{n}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		p.nodes = append(p.nodes, at)
		if at.offered {
			p.offered++
		}
		for _, next := range at.joined {
			if next.part == nil && !g.hub(next) {
				next.part = p
				queue = append(queue, next)
			}
		}
	}
	return p
}

// assignRest gives each declaration without a part to the one that has most of its file, the largest part if none has any of it.
func (g *graph) assignRest(parts []*part) {
	if len(parts) == 0 {
		return
	}
	count := map[string]map[*part]int{}
	for _, n := range g.nodes {
		if n.part != nil {
			if count[n.file] == nil {
				count[n.file] = map[*part]int{}
			}
			count[n.file][n.part]++
		}
	}
	for _, n := range g.nodes {
		if n.part != nil {
			continue
		}
		n.part = slices.MaxFunc(parts, func(a, b *part) int { return cmp.Compare(count[n.file][a], count[n.file][b]) })
		n.part.nodes = append(n.part.nodes, n)
		if n.offered {
			n.part.offered++
		}
	}
}

// separable returns the smallest part that can leave the package at little cost, or nil: fewer references cross its border than it has
// exports, and those in the lesser direction, which have to be cut since Go allows no cycle of imports, are one for ten exports at most.
func (g *graph) separable(parts []*part) *part {
	if len(parts) < 2 {
		return nil
	}
	for _, n := range g.nodes {
		for u := range n.uses {
			if n.part != u.part {
				n.part.out++
				u.part.back++
			}
		}
	}
	for _, p := range slices.Backward(parts[1:]) { // the largest is what stays
		if p.out+p.back < p.offered && min(p.out, p.back)*10 <= p.offered {
			return p
		}
	}
	return nil
}

// exports names the files of a part, the most used first, and the first names of what it exports.
func (p *part) exports(names int) string {
	count := map[string]int{}
	var files, all []string
	for _, n := range p.nodes {
		if count[n.file]++; count[n.file] == 1 {
			files = append(files, n.file)
		}
		if n.offered {
			all = append(all, n.obj.Name())
		}
	}
	slices.SortStableFunc(files, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	return fmt.Sprintf("the %d exports of %s (%s)", p.offered, shortList(files, 3), shortList(all, names))
}

// shortList joins the first words of a list and says how many more there are.
func shortList(words []string, n int) string {
	if len(words) <= n {
		return strings.Join(words, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(words[:n], ", "), len(words)-n)
}

// steps shows each part at the first thing that it exports, and of the one to move how it is tied to the rest.
func steps(parts []*part, move *part) []rule.Step {
	var steps []rule.Step
	for i, p := range parts {
		message := fmt.Sprintf("part %d: %s", i+1, p.exports(6))
		if p == move {
			message += fmt.Sprintf("; %d references lead from them to the rest, %d back", p.out, p.back)
		}
		for _, n := range p.nodes {
			if n.offered {
				steps = append(steps, rule.Step{Pos: n.obj.Pos(), Message: message})
				break
			}
		}
	}
	return steps
}

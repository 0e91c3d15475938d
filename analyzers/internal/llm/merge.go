package llm

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// recordJoins records the places that a text passes within the function in which it is written or named, and those in which it is
// joined with other text on its way. Behind a parameter nothing is recorded: what a caller passes is a text of the caller's.
func (p *Prompt) recordJoins(at flow.Visit) {
	if p.passed == nil {
		p.passed, p.joined = map[ssa.Value]bool{}, map[ssa.Value]bool{}
	}
	inside := true
	for v := &at; v.Prev != nil && v.Edge.Kind != flow.ArgToParam; v = v.Prev {
		inside = inside && v.Edge.Kind != flow.Return && v.Edge.Kind != flow.Heap && v.Edge.Kind != flow.MapEntry
		if to := v.Prev.Loc.Value; to != nil {
			p.passed[to] = p.passed[to] || inside
			p.joined[to] = p.joined[to] || joins(v)
		}
	}
}

// partShare is how many times longer a prompt is than a text that is only a part of it.
const partShare = 3

// outweighs reports whether a prompt has more words than another, or was met before one of as many.
func (p *Prompt) outweighs(q *Prompt) bool {
	return cmp.Or(cmp.Compare(p.Words, q.Words), cmp.Compare(q.order, p.order)) > 0
}

// mergeParts leaves out the prompts that are only parts of another one, which lists their literals: short texts that fill a hole of
// it or are appended to it, wherever they are written.
func mergeParts(prompts []*Prompt) []*Prompt {
	longest := map[ssa.Value]*Prompt{} // by the place that it passes
	for _, p := range prompts {
		for at, inside := range p.passed {
			if q := longest[at]; inside && (q == nil || p.outweighs(q)) {
				longest[at] = p
			}
		}
	}
	into := map[*Prompt]*Prompt{}
	for _, p := range prompts {
		for at, joined := range p.joined {
			q := longest[at]
			if !joined || q == nil || q == p || q.Words < partShare*p.Words {
				continue
			}
			if r := into[p]; r == nil || q.outweighs(r) {
				into[p] = q
			}
		}
	}
	return slices.DeleteFunc(prompts, func(p *Prompt) bool {
		q := into[p]
		for into[q] != nil {
			q = into[q]
		}
		if q == nil {
			return false
		}
		q.addLiterals(p.literals)
		if !q.constant {
			q.Words = wordsOf(q.literals)
		}
		return true
	})
}

// listParts lists the literals of a prompt of which there are several.
func (p *Prompt) listParts(fset *token.FileSet) {
	if len(p.literals) == 1 && p.literals[0].at.IsValid() {
		return
	}
	slices.SortFunc(p.literals, func(a, b Literal) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	for _, piece := range p.literals {
		msg := "part of it"
		if piece.Name != "" {
			msg = "part of it: " + piece.Name
		}
		p.Parts = append(p.Parts, Step{piece.pos(fset), msg})
	}
}

// sortedPrompts returns the prompts that are prose, in source order, completed for messages.
func (b *builder) sortedPrompts() []*Prompt {
	var out []*Prompt
	for _, p := range b.prompts {
		if !hasProse(p.literals) {
			continue
		}
		p.Words = wordsOf(p.literals)
		if (p.Likely || p.filled && p.Form == LiteralForm) && p.Words < likelyWords {
			continue
		}
		if pos := b.mainPos(p); pos.IsValid() && !p.constant {
			if pos != p.Pos {
				p.Pos, p.End = pos, token.NoPos
			}
			if in := b.enclosing(pos); p.Form == LiteralForm {
				p.Name, p.Decl = in.name, in.decl
			}
		}
		out = append(out, p)
	}
	out = mergeParts(out)
	for _, p := range out {
		p.listParts(b.pass.Fset)
	}
	slices.SortFunc(out, func(a, b *Prompt) int { return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.order, b.order)) })
	// A text that reaches several sinks is one prompt: the nearest sink is named.
	return slices.CompactFunc(out, func(a, b *Prompt) bool { return a.Pos == b.Pos })
}

// mainShare is how many times longer than the expression that a prompt is reported at its longest one is at most.
const mainShare = 3

// mainPos returns the position of the main part of a prompt: the first literal of prose in the declaration or variable with most of
// its words, or in the one expression with most of them. Literals elsewhere, and those that are much shorter, are additions, such as
// the language to answer in.
func (b *builder) mainPos(p *Prompt) token.Pos {
	words := map[enclosingDecl]int{}
	var in enclosingDecl
	longest := 0
	for _, s := range p.spans {
		longest = max(longest, s.words)
		h := b.enclosing(s.pos)
		words[h] += s.words
		if words[h] > words[in] {
			in = h
		}
	}
	first := token.NoPos
	for _, s := range p.spans {
		for _, l := range s.literals {
			if l.Words < minWords || !l.at.IsValid() {
				continue
			}
			if 2*s.words > p.Words {
				return l.at
			}
			if b.enclosing(s.pos) == in && mainShare*s.words >= longest && (!first.IsValid() || l.at < first) {
				first = l.at
			}
		}
	}
	return first
}

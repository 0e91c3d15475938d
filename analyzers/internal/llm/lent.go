package llm

import (
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A lent text is written here, as a constant or in a function that returns it, and another package sends it. Drivers that link report it
// where it is written, once, however many packages send it; others report it where it is sent.

// followLent follows the lent results of functions back to literals, as [builder.exportTexts] does for those who send them: nothing on
// the way gets a mark, since others call the functions as well.
func (b *builder) followLent(sinks []sink) {
	var lent []sink
	var starts []flow.Loc
	for _, s := range sinks {
		if s.lent && s.label == PromptLabel {
			lent, starts = append(lent, s), append(starts, s.loc)
		}
	}
	if len(lent) > 0 {
		b.flow.Follow(flow.Query{Starts: starts, NoCallers: true, Barrier: b.barrierOfTexts(), Limit: textWidth, Visit: func(at flow.Visit) bool {
			if at.Loc.Key == "" && at.Loc.Path.InField() {
				return true
			}
			if e := b.flow.Literal(at.Loc.Value); e != nil {
				b.summary.Reported = append(b.summary.Reported, b.literals(e)...) // even if it turns out to be a sample
			}
			b.recordLiteral(at, lent[at.Start])
			return true
		}})
	}
	b.addLentConstants()
}

// addLentConstants records the constants of the package that others send.
func (b *builder) addLentConstants() {
	scope := b.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok || !c.Exported() {
			continue
		}
		for _, s := range b.markSinks(flow.GlobalKey(c), nil, nil) {
			first := b.firstConstant(c)
			if decl := b.flow.ConstDecl(first); s.lent && decl != nil && !b.isSample(decl.Pos()) {
				b.addToPrompt(decl, flow.Visit{}, s, constantID(first), ConstantForm, first.Name(), b.literals(decl)).constant = true
			}
		}
	}
}

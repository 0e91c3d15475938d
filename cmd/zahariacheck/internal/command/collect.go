package command

import (
	"fmt"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	document "github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/surface"
)

// A collection is the surface that a check collects, or finds kept of an earlier run on the same code.
type collection struct {
	builder *document.Builder
	kept    *document.Document
}

// collect makes a check collect the surface of the code below a folder.
func collect(o *check.Options, root string, texts bool) *collection {
	c := &collection{builder: document.NewBuilder(root, texts, o.Settings)}
	o.Collect, o.Take = analyzers.Surface, c.builder.Take
	o.Summary = &check.Summary{
		Name: fmt.Sprintf("surface %d of %s texts %t", document.FormatVersion, root, texts),
		Make: func(rep *check.Report) []byte { return c.document(rep).Encode() },
		Take: func(data []byte) bool {
			c.kept = document.Decode(data)
			return c.kept != nil
		},
	}
	return c
}

// document is the surface, once the check is done.
func (c *collection) document(rep *check.Report) *document.Document {
	if c.kept == nil {
		c.kept = c.builder.Document(rep.Deps)
	}
	return c.kept
}

package uncancellable

import (
	"fmt"
	"go/constant"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// checkStreamTimeouts reports HTTP clients with a constant timeout for the whole exchange that are passed to an SDK with which the
// package opens streams: the timeout includes reading the body, and cuts off healthy streams.
func (c *checker) checkStreamTimeouts() {
	hands := c.httpClientOptions()
	seen := map[ssa.Value]bool{}
	for _, h := range hands {
		open := c.stream(h.sdk)
		if open == nil || slices.ContainsFunc(hands, func(o clientOption) bool { return o.sdk == h.sdk && o.client != h.client }) {
			continue // a client of its own for what does not stream
		}
		c.info.Flow().Walk([]flow.Loc{{Value: h.client}}, func(at flow.Visit) bool {
			v := at.Loc.Value
			if !isClient(v) || seen[v] {
				return true
			}
			seen[v] = true
			if store := constantTimeout(v); store != nil {
				c.pass.ReportAround(store.Pos(), rule.Finding{
					Message: fmt.Sprintf("Timeout of http.Client covers the whole body, so it cuts off long streams of %s; "+
						"set Transport.ResponseHeaderTimeout and pass a context instead", open.Name),
					Trace: []rule.Step{{Pos: h.pos, Message: "the client is passed to " + h.sdk.Name + " here"}, {Pos: open.Instr.Pos(), Message: "and a stream is opened here"}},
				})
			}
			return true
		}, 2000)
	}
}

// stream returns a call that opens a stream of an SDK, or nil.
func (c *checker) stream(sdk *catalogue.SDK) *llm.Call {
	for _, call := range c.info.Calls {
		if call.Entry != nil && call.Entry.SDK == sdk && slices.Contains(strings.Split(call.Role, ","), "stream") && call.Entry.Attrs["errors"] != "none" {
			return call
		}
	}
	return nil
}

// constantTimeout returns the store of a constant to the Timeout of a client created here, or nil.
func constantTimeout(client ssa.Value) *ssa.Store {
	for _, use := range flow.Uses(client) {
		f, ok := use.(*ssa.FieldAddr)
		if !ok || fieldName(f) != "Timeout" {
			continue
		}
		for _, use := range flow.Uses(f) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == f {
				if k, ok := store.Val.(*ssa.Const); ok && k.Value != nil && constant.Sign(k.Value) > 0 {
					return store
				}
			}
		}
	}
	return nil
}

package uncancellable

import (
	"fmt"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
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
		c.reportTimeouts(h.client, seen, rule.Finding{
			Message: fmt.Sprintf("Timeout of http.Client covers the whole body, so it cuts off long streams of %s; "+
				"set Transport.ResponseHeaderTimeout and pass a context instead", open.Name),
			Trace: []rule.Step{{Pos: h.pos, Message: "the client is passed to " + h.sdk.Name + " here"}, {Pos: open.Instr.Pos(), Message: "and a stream is opened here"}},
		})
	}
}

// reportTimeouts reports a finding at each constant timeout of what a client may be, once for each client.
func (c *checker) reportTimeouts(client ssa.Value, seen map[ssa.Value]bool, finding rule.Finding) {
	c.info.Flow().Walk([]flow.Loc{{Value: client}}, func(at flow.Visit) bool {
		v := at.Loc.Value
		if !isClient(v) || seen[v] {
			return true
		}
		seen[v] = true
		if store := c.constantTimeout(v); store != nil {
			c.pass.ReportAround(store.Pos(), finding)
		}
		return true
	}, 2000)
}

// checkReaderTimeouts does so for programs that send their requests by HTTP themselves and read the events line by line.
func (c *checker) checkReaderTimeouts() {
	seen := map[ssa.Value]bool{}
	c.each(func(in ssa.Instruction) {
		do, ok := in.(*ssa.Call)
		if !ok {
			return
		}
		fn := flow.FuncObject(do.Common())
		if fn == nil || fn.FullName() != "(*net/http.Client).Do" {
			return
		}
		read := c.eventReader(do.Parent(), 2)
		if read == nil && returnsResponse(do.Parent()) {
			for _, call := range c.info.Flow().Callers(do.Parent()) {
				if read == nil {
					read = c.eventReader(call.Parent(), 2)
				}
			}
		}
		if read == nil || c.hasDeadline(c.contextOf(do.Call.Args[len(do.Call.Args)-1])) {
			return
		}
		c.reportTimeouts(flow.Receiver(do.Common()), seen, rule.Finding{
			Message: "Timeout of http.Client covers the whole body, so it cuts off long streams; set Transport.ResponseHeaderTimeout and pass a context instead",
			Trace:   []rule.Step{{Pos: do.Pos(), Message: "the request is sent here"}, {Pos: read.Pos(), Message: "and its events are read here"}},
		})
	})
}

// returnsResponse reports whether a function sends a request for its callers, which read the response.
func returnsResponse(fn *ssa.Function) bool {
	results := fn.Signature.Results()
	return results.Len() > 0 && types.TypeString(results.At(0).Type(), nil) == "*net/http.Response"
}

// eventReader returns the call that makes a reader of lines, or that reads one, in a function that decodes events of a model, or in a function that
// it calls, or nil.
func (c *checker) eventReader(fn *ssa.Function, depth int) (reader *ssa.Call) {
	events := false
	for in := range ssax.Instructions(fn) {
		call, ok := in.(*ssa.Call)
		if !ok {
			continue
		}
		switch f := flow.FuncObject(call.Common()); {
		case f == nil:
		case lineReaders[f.FullName()]:
			reader = call
		case f.FullName() == "encoding/json.Unmarshal", f.FullName() == "(*encoding/json.Decoder).Decode":
			t := ssax.Unboxed(call.Call.Args[1]).Type()
			_, untyped := typex.Deref(t).Underlying().(*types.Map)
			events = events || c.info.IsEvent(t) || untyped && c.info.FuncCallsModel(fn)
		}
	}
	if events && reader != nil {
		return reader
	}
	if depth > 1 {
		for in := range ssax.Instructions(fn) {
			if call, ok := in.(*ssa.Call); ok {
				if f := flow.Callee(call.Common()); f != nil && f.Blocks != nil {
					if r := c.eventReader(f, depth-1); r != nil {
						return r
					}
				}
			}
		}
	}
	return nil
}

// lineReaders are the functions that make a reader of lines or read one.
var lineReaders = map[string]bool{
	"bufio.NewScanner": true, "bufio.NewReader": true,
	"(*bufio.Scanner).Scan": true, "(*bufio.Reader).ReadString": true, "(*bufio.Reader).ReadBytes": true, "(*bufio.Reader).ReadLine": true,
}

// hasDeadline reports whether the package sets a deadline on a context: who streams under one means streams to be cut off.
func (c *checker) hasDeadline(ctx ssa.Value) bool {
	return ctx != nil && contexts.Stoppable(c.info.Flow(), ctx, contexts.Deadline)
}

// contextOf returns the context with which a request is made, or nil.
func (c *checker) contextOf(request ssa.Value) (ctx ssa.Value) {
	c.info.Flow().Walk([]flow.Loc{{Value: request}}, func(at flow.Visit) bool {
		call, _ := flow.CallOf(at.Loc.Value)
		if call == nil {
			return ctx == nil
		}
		if fn := flow.FuncObject(call.Common()); fn != nil {
			switch fn.FullName() {
			case "net/http.NewRequestWithContext":
				ctx = call.Call.Args[0]
			case "(*net/http.Request).WithContext":
				ctx = call.Call.Args[1]
			}
		}
		return ctx == nil
	}, 500)
	return ctx
}

// stream returns a call that opens a stream of an SDK without a deadline, or nil.
func (c *checker) stream(sdk *catalogue.SDK) *llm.Call {
	for _, call := range c.info.Calls {
		if call.Entry != nil && call.Entry.SDK == sdk && slices.Contains(strings.Split(call.Role, ","), "stream") && call.Entry.Attrs["errors"] != "none" && !c.hasDeadline(call.Ctx) {
			return call
		}
	}
	return nil
}

// isConstant reports whether a duration is a positive constant, alone or as the value that the package gives to the field that it is read from.
func (c *checker) isConstant(timeout ssa.Value) bool {
	switch v := timeout.(type) {
	case *ssa.Const:
		return v.Value != nil && constant.Sign(v.Value) > 0
	case *ssa.UnOp:
		f, ok := v.X.(*ssa.FieldAddr)
		return ok && slices.ContainsFunc(c.info.Flow().StoredInField(flow.FieldKey(f.X.Type(), f.Field)), func(v ssa.Value) bool {
			k, ok := v.(*ssa.Const)
			return ok && k.Value != nil && constant.Sign(k.Value) > 0
		})
	}
	return false
}

// constantTimeout returns the store of a constant to the Timeout of a client created here, or nil.
func (c *checker) constantTimeout(client ssa.Value) *ssa.Store {
	for _, use := range flow.Uses(client) {
		f, ok := use.(*ssa.FieldAddr)
		if !ok || fieldName(f) != "Timeout" {
			continue
		}
		for _, use := range flow.Uses(f) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == f {
				if c.isConstant(store.Val) {
					return store
				}
			}
		}
	}
	return nil
}

package streamerr

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A lineReader is a bufio.Scanner that reads events of a model by line.
type lineReader struct {
	open    *ssa.Call              // of bufio.NewScanner
	calls   map[string][]*ssa.Call // of its methods, by name
	events  bool                   // lines are decoded as events of a model
	decoded []types.Type           // what lines are decoded into
}

// bodyWidth bounds the places that a reader or a line is followed through.
const bodyWidth = 500

// checkLineReaders checks hand-written readers of events.
func (c *checker) checkLineReaders() {
	readers := map[*ssa.Call]*lineReader{}
	var decoders []*ssa.Call
	c.calls(func(call *ssa.Call) {
		switch fn := flow.FuncObject(call.Common()); {
		case fn == nil:
		case fn.FullName() == "bufio.NewScanner":
			if c.readsBody(call.Call.Args[0]) {
				readers[call] = &lineReader{open: call, calls: map[string][]*ssa.Call{}}
			}
		case isDecoder(fn):
			decoders = append(decoders, call)
		}
	})
	if len(readers) == 0 {
		return
	}
	c.calls(func(call *ssa.Call) {
		if fn := flow.FuncObject(call.Common()); fn != nil && fn.Pkg() != nil && fn.Signature().Recv() != nil && fn.Pkg().Path() == "bufio" {
			for _, open := range c.scanners(flow.Receiver(call.Common())) {
				if r := readers[open]; r != nil {
					r.calls[fn.Name()] = append(r.calls[fn.Name()], call)
				}
			}
		}
	})
	for _, d := range decoders {
		for _, open := range c.linesOf(d.Call.Args[0]) {
			if r := readers[open]; r != nil {
				r.decoded = append(r.decoded, decodedType(d))
				r.events = r.events || c.info.IsEvent(decodedType(d)) || c.info.FuncCallsModel(open.Parent())
			}
		}
	}
	c.calls(func(call *ssa.Call) { // in the order of the source
		if r := readers[call]; r != nil && r.events {
			c.checkLineReader(r)
		}
	})
}

// checkReads judges the loops that read events of a model from the body of a response by other means than a scanner: by lines of a
// bufio.Reader, or by values of a json.Decoder.
func (c *checker) checkReads() {
	c.calls(func(call *ssa.Call) {
		fn := flow.FuncObject(call.Common())
		if fn == nil || !inLoop(call, nil) {
			return
		}
		var u outcome
		switch fn.FullName() {
		case "(*bufio.Reader).ReadString", "(*bufio.Reader).ReadBytes":
			if !c.decodesEvent(call.Parent()) {
				return
			}
			u = errorOf(call)
		case "(*encoding/json.Decoder).Decode":
			if !c.info.IsEvent(ssax.Unboxed(call.Call.Args[1]).Type()) {
				return
			}
			u = outcome{tests: map[ssa.Value]bool{}}
			for _, use := range uses(call) {
				u.addUse(call, use)
			}
		default:
			return
		}
		if !u.other && u.nilTest && !u.endTest && !u.fails && c.readsBody(flow.Receiver(call.Common())) {
			c.reportEnd(call)
		}
	})
}

// decodesEvent reports whether a function decodes events of a model.
func (c *checker) decodesEvent(fn *ssa.Function) bool {
	for in := range ssax.Instructions(fn) {
		call, ok := in.(*ssa.Call)
		if f := callee(call); ok && f != nil && isDecoder(f) && (c.info.IsEvent(decodedType(call)) || c.info.FuncCallsModel(fn)) {
			return true
		}
	}
	return false
}

func (c *checker) calls(do func(*ssa.Call)) {
	for _, fn := range c.info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(*ssa.Call); ok {
					do(call)
				}
			}
		}
	}
}

func (c *checker) checkLineReader(r *lineReader) {
	if len(r.calls["Buffer"]) == 0 && len(r.calls["Scan"]) > 0 && !c.hasShortLines(r) {
		c.pass.ReportAround(r.open.Pos(), rule.Finding{Message: "bufio.NewScanner stops at a line over 64 KiB, and an event of a model can be longer; " +
			"call Buffer with a larger limit"})
	}
	for _, scan := range r.calls["Scan"] {
		if !inLoop(scan, nil) || c.errChecked(r, scan) {
			continue
		}
		c.pass.ReportAround(scan.Pos(), rule.Finding{Message: "the error of Scan is never checked, so a broken connection looks like the end of the answer; " +
			"check Err after the loop", Trace: []rule.Step{{Pos: r.open.Pos(), Message: "the events are read from here"}}})
		return
	}
}

// errChecked reports whether control may reach a check of the scanner's error after the last line, or always ends in an error.
func (c *checker) errChecked(r *lineReader, scan *ssa.Call) bool {
	end := falseBranch(scan)
	elsewhere := func(e *ssa.Call) bool { return e.Parent() != scan.Parent() }
	if end == nil || slices.ContainsFunc(r.calls["Err"], elsewhere) {
		return len(r.calls["Err"]) > 0 || end == nil
	}
	return slices.ContainsFunc(r.calls["Err"], func(e *ssa.Call) bool { return reaches(end, r.open, e) }) || c.endsInError(end)
}

// endsInError reports whether control may reach the return of a new error from a block: the end of the lines without an end marker
// is then reported as a failure. An error because nothing came in at all says nothing of an answer that breaks off later.
func (c *checker) endsInError(b *ssa.BasicBlock) bool {
	found := false
	walk(b, 0, func(in ssa.Instruction) bool {
		if end, ok := in.(*ssa.Return); ok && len(end.Results) > 0 {
			last := returnedValue(end, len(end.Results)-1)
			found = found || typex.IsError(last.Type()) && isMadeError(last)
		}
		return !found
	}, c.isEmptyBranch)
	return found
}

// isEmptyBranch reports whether a branch is taken if a text or list is empty.
func (c *checker) isEmptyBranch(test *ssa.If, branch int) bool {
	cond, ok := test.Cond.(*ssa.BinOp)
	if !ok || !c.isEmptyText(cond.Y) && !(isZero(cond.Y) && isLen(cond.X)) {
		return false
	}
	return cond.Op == token.EQL && branch == 0 || (cond.Op == token.NEQ || cond.Op == token.GTR) && branch == 1
}

func (c *checker) isEmptyText(v ssa.Value) bool {
	text, ok := c.info.Flow().String(v)
	return ok && text == ""
}

func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.ExactString() == "0"
}

// isLen reports whether a value is a length, of a builtin type or as a method gives it.
func isLen(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		return b.Name() == "len"
	}
	fn := callee(call)
	return fn != nil && fn.Name() == "Len"
}

func isMadeError(v ssa.Value) bool {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	if call, ok := v.(*ssa.Call); ok {
		fn := flow.FuncObject(call.Common())
		return fn != nil && (fn.FullName() == "errors.New" || fn.FullName() == "fmt.Errorf")
	}
	_, alloc := v.(*ssa.Alloc)
	return alloc || isVariable(v) && !isEOF(v)
}

// isEOF reports whether a value is io.EOF, which tells the reader of a stream that it is complete.
func isEOF(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Name() == "EOF" && g.Pkg.Pkg.Path() == "io"
}

// readsBody reports whether a reader is the body of an HTTP response, or a copy of one in memory.
func (c *checker) readsBody(v ssa.Value) bool {
	found := false
	c.info.Flow().Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		found = found || at.Loc.Key == "net/http.Response.Body"
		return !found
	}, bodyWidth)
	return found
}

// scanners returns the calls of bufio.NewScanner that a value comes from.
func (c *checker) scanners(v ssa.Value) (opens []*ssa.Call) {
	c.info.Flow().Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		call, ok := at.Loc.Value.(*ssa.Call)
		if fn := callee(call); ok && fn != nil && fn.FullName() == "bufio.NewScanner" {
			opens = append(opens, call)
			return false
		}
		return true
	}, bodyWidth)
	return opens
}

func callee(call *ssa.Call) *types.Func {
	if call == nil {
		return nil
	}
	return flow.FuncObject(call.Common())
}

// linesOf returns the calls of bufio.NewScanner whose lines flow to a value.
func (c *checker) linesOf(v ssa.Value) (opens []*ssa.Call) {
	c.info.Flow().Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		call, ok := at.Loc.Value.(*ssa.Call)
		if !ok {
			return at.Loc.Key == ""
		}
		switch fn := flow.FuncObject(call.Common()); {
		case fn == nil:
			return true
		case fn.FullName() == "(*bufio.Scanner).Text" || fn.FullName() == "(*bufio.Scanner).Bytes":
			opens = append(opens, c.scanners(flow.Receiver(call.Common()))...)
			return false
		}
		return true
	}, bodyWidth)
	return opens
}

// isDecoder reports whether a function decodes its first argument into its second, as encoding/json's Unmarshal and those of the
// packages made to replace it.
func isDecoder(fn *types.Func) bool {
	sig := fn.Signature()
	return fn.Name() == "Unmarshal" && sig.Recv() == nil && sig.Params().Len() == 2 && types.IsInterface(sig.Params().At(1).Type())
}

func decodedType(call *ssa.Call) types.Type {
	v := call.Call.Args[1]
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	return v.Type()
}

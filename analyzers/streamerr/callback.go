package streamerr

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// checkCallback checks a stream whose parts arrive in a callback, where no error shows that it broke off: only a final part with a
// done flag shows that it is complete.
func (c *checker) checkCallback(s *stream) {
	if s.call.Entry.Attrs["errors"] != "none" || s.call.Request == nil || maySetField(s.call.Request, "Stream") {
		return
	}
	args := s.open.Call.Args
	body := ssax.Func(unboxed(args[len(args)-1]))
	if body == nil || len(body.Params) != 1 || len(body.Blocks) == 0 {
		return
	}
	part := callbackPartOf(body.Params[0])
	if part.whole || part.fields["Done"] || part.fields["DoneReason"] || !part.kept {
		return
	}
	c.pass.ReportAround(s.open.Pos(), rule.Finding{Message: s.call.Name + " returns nil when the connection breaks, so a truncated answer looks complete; " +
		"check Done of the last part"})
}

// A callbackPart is what the body of a callback does with its argument.
type callbackPart struct {
	fields map[string]bool // that are read
	whole  bool            // it is handed on
	kept   bool            // its text goes elsewhere than to the screen
}

func callbackPartOf(p ssa.Value) callbackPart {
	out := callbackPart{fields: map[string]bool{}}
	var follow func(v ssa.Value)
	follow = func(v ssa.Value) {
		for _, use := range uses(v) {
			switch use := use.(type) {
			case *ssa.Store:
				if cell, ok := use.Addr.(*ssa.Alloc); ok && use.Val == v {
					follow(cell)
				} else if use.Val == v {
					out.whole = true
				}
			case *ssa.FieldAddr:
				name := fieldOf(use.X.Type(), use.Field)
				out.fields[name] = true
				if typex.Struct(use.Type()) != nil {
					follow(use)
				} else {
					out.kept = out.kept || storesText(use)
				}
			case *ssa.Field:
				name := fieldOf(use.X.Type(), use.Field)
				out.fields[name] = true
				if typex.Struct(use.Type()) != nil {
					follow(use)
				} else {
					out.kept = out.kept || storesText(use)
				}
			case *ssa.UnOp, *ssa.MakeInterface, ssa.CallInstruction, *ssa.Return, *ssa.Send:
				out.whole = true
			}
		}
	}
	follow(p)
	return out
}

// storesText reports whether a text is used for more than display.
func storesText(v ssa.Value) bool {
	if p, ok := v.Type().Underlying().(*types.Pointer); ok {
		for _, use := range uses(v) {
			if load, ok := use.(*ssa.UnOp); ok && typex.IsString(p.Elem()) && storesText(load) {
				return true
			}
		}
		return false
	}
	if !typex.IsString(v.Type()) {
		return false
	}
	for _, use := range uses(v) {
		switch use := use.(type) {
		case *ssa.BinOp:
			if typex.IsString(use.Type()) {
				return true
			}
		case *ssa.Store:
			if _, arg := use.Addr.(*ssa.IndexAddr); !arg && use.Val == v {
				return true
			}
		case *ssa.Call:
			if fn := flow.FuncObject(use.Common()); fn != nil && fn.Name() == "WriteString" && fn.FullName() != "(*os.File).WriteString" {
				return true
			}
		}
	}
	return false
}

// checkDerivedContext checks a stream that is returned by a function that cancels its context on return.
func (c *checker) checkDerivedContext(s *stream) {
	if s.call.Ctx == nil || len(s.reads) > 0 || len(s.bodies) > 0 || !s.isReadable() {
		return // read to its end here
	}
	ctx := s.call.Ctx
	if load, ok := ctx.(*ssa.UnOp); ok {
		if stored := flow.StoredValues(load.X); len(stored) > 0 {
			ctx = stored[len(stored)-1]
		}
	}
	made, _ := flow.CallOf(ctx)
	if made == nil || made.Parent() != s.open.Parent() {
		return
	}
	cancel := deferredCancel(made)
	if cancel == nil || !escapes(s.open, map[ssa.Value]bool{}) {
		return
	}
	c.pass.ReportAround(s.open.Pos(), rule.Finding{Severity: rule.Error, Message: "the context of " + s.call.Name + " is cancelled when " + s.open.Parent().Name() +
		" returns, which breaks the stream it hands out; cancel it once the stream is read",
		Trace: []rule.Step{{Pos: cancel.Pos(), Message: "the context is cancelled here"}}})
}

// isReadable reports whether the result of the call is yet to be read: an iterator, a channel, or a value with a read method.
// Some frameworks return only when the stream has ended.
func (s *stream) isReadable() bool {
	for _, t := range s.types {
		switch t.Underlying().(type) {
		case *types.Signature, *types.Chan:
			return true
		}
	}
	return hasMethod(s.types, "Next") || hasMethod(s.types, "Recv") || hasMethod(s.types, "Read") || hasMethod(s.types, "Close")
}

// deferredCancel returns the deferred call of the cancel function that comes with a context, or nil.
func deferredCancel(made *ssa.Call) *ssa.Defer {
	fn := flow.FuncObject(made.Common())
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "context" {
		return nil
	}
	for _, use := range uses(made) {
		x, ok := use.(*ssa.Extract)
		if !ok || x.Index != 1 {
			continue
		}
		for _, use := range uses(x) {
			if d, ok := use.(*ssa.Defer); ok && d.Call.Value == x {
				return d
			}
		}
	}
	return nil
}

// escapes reports whether a value, or a struct that contains it, is returned or passed to a goroutine.
func escapes(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	for _, use := range uses(v) {
		switch use := use.(type) {
		case *ssa.Return, *ssa.Go:
			return true
		case *ssa.Extract:
			if use.Index == 0 && escapes(use, seen) {
				return true
			}
		case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.Phi, *ssa.UnOp:
			if escapes(use.(ssa.Value), seen) {
				return true
			}
		case *ssa.MakeClosure:
			if escapes(use, seen) {
				return true
			}
		case *ssa.Store:
			if use.Val != v {
				continue
			}
			to := use.Addr
			if f, ok := to.(*ssa.FieldAddr); ok {
				to = f.X
			}
			if cell, ok := to.(*ssa.Alloc); ok && escapes(cell, seen) {
				return true
			}
		}
	}
	return false
}

// maySetField reports whether a field of the object that a value points to is set in its function to anything but a pointer to true,
// or the value comes from elsewhere.
func maySetField(v ssa.Value, name string) bool {
	cell, ok := unboxed(v).(*ssa.Alloc)
	if !ok {
		return true
	}
	for _, use := range uses(cell) {
		switch use := use.(type) {
		case *ssa.FieldAddr:
			if fieldOf(use.X.Type(), use.Field) == name && !pointsToTrue(use) {
				return true
			}
		case *ssa.Store:
			return true // copied whole from elsewhere
		}
	}
	return false
}

// pointsToTrue reports whether every value stored in a field is the address of a variable that is true.
func pointsToTrue(field *ssa.FieldAddr) bool {
	for _, v := range flow.StoredValues(field) {
		cell, ok := v.(*ssa.Alloc)
		if !ok || len(flow.StoredValues(cell)) != 1 {
			return false
		}
		k, ok := flow.StoredValues(cell)[0].(*ssa.Const)
		if !ok || k.Value == nil || !constant.BoolVal(k.Value) {
			return false
		}
	}
	return true
}

func fieldOf(t types.Type, i int) string { return typex.Struct(t).Field(i).Name() }

func unboxed(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return unboxed(v.X)
	case *ssa.ChangeType:
		return unboxed(v.X)
	}
	return v
}

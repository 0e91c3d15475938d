package uncancellable

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// checkClients reports HTTP clients without a timeout that are passed to an SDK that sets none either: a server that stops
// answering blocks the program forever.
func (c *checker) checkClients() {
	p := c.info.Flow()
	if c.takesClient() {
		return
	}
	seen := map[ssa.Value]bool{}
	for _, h := range c.httpClientOptions() {
		if h.sdk.Default("timeout", h.path) != "none" || c.setsTimeout(h.sdk) {
			continue
		}
		p.Walk([]flow.Loc{{Value: h.client}}, func(at flow.Visit) bool {
			v := at.Loc.Value
			if !isClient(v) || seen[v] || hasTimeout(v) {
				return true
			}
			seen[v] = true
			c.pass.ReportAround(v.Pos(), rule.Finding{
				Message: fmt.Sprintf("http.Client passed to %s has no timeout, and that SDK sets none, so a call may hang forever; "+
					"set Timeout, or Transport.ResponseHeaderTimeout for streams", h.sdk.Name),
				Trace: []rule.Step{{Pos: h.pos, Message: "it is passed to " + h.sdk.Name + " here"}},
			})
			return true
		}, 2000)
	}
}

// A clientOption is a place where an HTTP client is passed to an SDK.
type clientOption struct {
	client ssa.Value
	sdk    *catalogue.SDK
	path   string // of the package of the SDK
	pos    token.Pos
}

// httpClientOptions finds the arguments and fields with a catalogue row of kind option and role http_client.
func (c *checker) httpClientOptions() []clientOption {
	var out []clientOption
	add := func(symbol string, pos token.Pos, value func(*catalogue.Entry) ssa.Value) {
		for _, e := range c.info.Catalogue().Lookup(symbol) {
			if e.Kind == "option" && e.Role == "http_client" {
				if v := value(e); v != nil {
					out = append(out, clientOption{v, e.SDK, e.Package(), pos})
				}
			}
		}
	}
	c.each(func(in ssa.Instruction) {
		switch in := in.(type) {
		case *ssa.Store:
			if f, ok := in.Addr.(*ssa.FieldAddr); ok {
				add(flow.FieldKey(f.X.Type(), f.Field), in.Pos(), func(*catalogue.Entry) ssa.Value { return in.Val })
			}
		case ssa.CallInstruction:
			fn := flow.FuncObject(in.Common())
			if fn == nil {
				return
			}
			args := flow.ArgumentsOf(fn, in.Common())
			add(fn.FullName(), in.Pos(), func(e *catalogue.Entry) ssa.Value {
				i := e.Param(fn.Signature())
				if e.Place != "field" && i >= 0 && i < len(args) {
					return args[i]
				}
				return nil
			})
		}
	})
	return out
}

// setsTimeout reports whether the package uses another option of the SDK that bounds its calls.
func (c *checker) setsTimeout(sdk *catalogue.SDK) bool {
	found := false
	look := func(symbol string) {
		for _, e := range c.info.Catalogue().Lookup(symbol) {
			found = found || e.SDK == sdk && e.Kind == "option" && e.Role == "timeout"
		}
	}
	c.each(func(in ssa.Instruction) {
		switch in := in.(type) {
		case *ssa.FieldAddr:
			look(flow.FieldKey(in.X.Type(), in.Field))
		case ssa.CallInstruction:
			if fn := flow.FuncObject(in.Common()); fn != nil {
				look(fn.FullName())
			}
		}
	})
	return found
}

const httpClient = "*net/http.Client"

// isClient reports whether a value is an http.Client created here. A copy has the settings of the original.
func isClient(v ssa.Value) bool {
	alloc, ok := v.(*ssa.Alloc)
	return ok && types.TypeString(alloc.Type(), nil) == httpClient && len(flow.StoredValues(alloc)) == 0
}

// takesClient reports whether other packages can pass a client of their own, by a parameter of an exported function or by an
// exported field: the one created here is only a default.
func (c *checker) takesClient() bool {
	if !c.pass.Importable() {
		return false
	}
	for id, obj := range c.pass.TypesInfo.Defs {
		switch obj := obj.(type) {
		case *types.Func:
			if id.IsExported() && slices.ContainsFunc(slices.Collect(obj.Signature().Params().Variables()), isHTTPClient) {
				return true
			}
		case *types.Var:
			if obj.IsField() && obj.Exported() && isHTTPClient(obj) {
				return true
			}
		}
	}
	return false
}

func isHTTPClient(v *types.Var) bool { return types.TypeString(v.Type(), nil) == httpClient }

// hasTimeout reports whether the function that creates a client sets a timeout of a client or of a transport.
func hasTimeout(client ssa.Value) bool {
	for _, b := range client.(*ssa.Alloc).Parent().Blocks {
		for _, in := range b.Instrs {
			f, ok := in.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			st, ok := f.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
			if !ok {
				continue
			}
			switch name := st.Field(f.Field).Name(); types.TypeString(f.X.Type(), nil) {
			case "*net/http.Client":
				if name == "Timeout" {
					return true
				}
			case "*net/http.Transport":
				if name == "ResponseHeaderTimeout" {
					return true
				}
			}
		}
	}
	return false
}

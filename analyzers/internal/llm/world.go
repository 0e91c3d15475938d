package llm

import (
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// InModule reports whether a package is part of the code under check: to an importer, a package with a summary, or the
// package itself.
func (b *builder) InModule(pkg *types.Package) bool {
	if pkg == b.pass.Pkg {
		return true
	}
	if pkg == nil {
		return false
	}
	return b.in.module[pkg.Path()]
}

// ParamsToResult implements [flow.World] by the catalogue and the summaries of other packages. An unknown function that takes
// text and returns only text is assumed to return its arguments.
func (b *builder) ParamsToResult(fn *types.Func, result int) ([]flow.ParamFlow, bool) {
	name := fn.Origin().FullName()
	sig := fn.Signature()
	recv := 0
	if sig.Recv() != nil {
		recv = 1
	}
	known := false
	var args []flow.ParamFlow
	for _, e := range b.catalogue.Lookup(name) {
		known = known || e.Kind != "sink" && e.Kind != "source" && e.Kind != "barrier" && e.Kind != "input"
		if e.Kind == "wrapper" || e.Kind == "template" || e.Kind == "prompt" {
			if i := e.Param(sig); i >= 0 {
				args = append(args, flow.ParamFlow{Index: i + recv})
			} else if e.Place == "recv" {
				args = append(args, flow.ParamFlow{})
			}
		}
	}
	if known {
		return args, true
	}
	if p, ok := b.in.resultFlow(fn, result); ok {
		return p.Params, true
	}
	if fn.Pkg() == nil || b.InModule(fn.Pkg()) {
		return nil, false
	}
	if sig.Results().Len() != 1 || !typex.IsText(sig.Results().At(0).Type()) {
		return nil, false
	}
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		if s, ok := t.Underlying().(*types.Slice); ok && !typex.IsText(t) {
			t = s.Elem()
		}
		if !typex.IsText(t) {
			return nil, false
		}
		args = append(args, flow.ParamFlow{Index: i + recv})
	}
	return args, true
}

// FieldsToResult implements [flow.World] by the summaries of other packages.
func (b *builder) FieldsToResult(fn *types.Func, result int) []string {
	p, _ := b.in.resultFlow(fn, result)
	return p.Fields
}

// ParamToFields implements [flow.World] by the summaries of other packages, but only while prompts and model IDs are followed:
// the driver may have to compute literal facts first.
func (b *builder) ParamToFields(fn *types.Func, param int) []string {
	if !b.searching {
		return nil
	}
	return b.in.paramFields(fn, param)
}

// PartsTo implements [flow.World] by the summaries of other packages, while prompts and model IDs are followed.
func (b *builder) PartsTo(fn *types.Func, to flow.Sel, path string) ([]flow.Part, bool) {
	if !b.searching || fn.Pkg() == nil {
		return nil, false
	}
	return b.in.partsTo(fn, to, path)
}

// CarriesField implements [flow.World]: of an SDK in the catalogue only the fields with a row hold text, of others any may.
func (b *builder) CarriesField(field string) bool {
	for _, e := range b.catalogue.Lookup(field) {
		if e.Kind == "wrapper" || e.Kind == "prompt" || e.Kind == "template" {
			return true
		}
	}
	return b.catalogue.SDKOf(flow.FieldPackage(field)) == nil
}

// transferKinds maps the roles of flow rows to kinds.
var transferKinds = map[string]flow.Kind{"text": flow.Copy, "data": flow.Filled, "json": flow.Encoded, "decode": flow.Decoded, "alias": flow.Alias}

// A libraryFunc is the model of a function by its flow rows.
type libraryFunc struct {
	transfers []flow.Transfer
	known     bool
}

// Library implements [flow.World] by the flow rows of the catalogue. All of the standard library is known.
func (b *builder) Library(fn *types.Func) ([]flow.Transfer, bool) {
	if fn.Pkg() == nil {
		return nil, false
	}
	if f, ok := b.library[fn]; ok {
		return f.transfers, f.known
	}
	f := libraryFunc{known: flow.Standard(fn.Pkg().Path())}
	for _, e := range b.catalogue.Lookup(fn.FullName()) {
		if e.Kind != "flow" {
			continue
		}
		f.known = true
		from, ok := catalogue.SlotOf(fn.Signature(), e.Place)
		to, ok2 := catalogue.SlotOf(fn.Signature(), e.To)
		if ok && ok2 {
			f.transfers = append(f.transfers, flow.Transfer{From: flow.Slot(from), To: flow.Slot(to), Kind: transferKinds[e.Role]})
		}
	}
	if !f.known && !b.InModule(fn.Pkg()) {
		f.transfers = typeParamTransfers(fn.Origin().Signature())
		f.known = len(f.transfers) > 0
	}
	b.library[fn] = f
	return f.transfers, f.known
}

// typeParamTransfers returns the transfers that the types of a generic function imply: a result of type parameter T can only come
// from a parameter of type T, as in func Must[T any](v T, err error) T.
func typeParamTransfers(sig *types.Signature) (out []flow.Transfer) {
	for i := range sig.Results().Len() {
		t, ok := sig.Results().At(i).Type().(*types.TypeParam)
		if !ok {
			continue
		}
		for j := range sig.Params().Len() {
			if sig.Params().At(j).Type() == t && sig.Recv() == nil {
				out = append(out, flow.Transfer{From: flow.Slot{Index: j}, To: flow.Slot{Result: true, Index: i}, Kind: flow.Copy})
			}
		}
	}
	return out
}

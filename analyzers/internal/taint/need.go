package taint

import (
	"go/types"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// mayReport reports whether the package may have a flow from a model, or one to a prompt: no rule asks for others. It decides by names,
// and by the outlines of the imported packages.
func (t *tracker) mayReport() bool {
	if t.info.MayHoldOutput() || t.info.DeclaresTools() || slices.ContainsFunc(t.info.PromptSinks(), isSystemPrompt) {
		return true
	}
	keys := map[string]bool{}
	for _, p := range t.outline.Sinks {
		keys[p.Key] = true
	}
	for _, r := range t.outline.Sources {
		keys[r.Key] = true
	}
	used := map[string]bool{} // paths of packages
	for _, obj := range t.pass.TypesInfo.Uses {
		if obj.Pkg() != nil {
			used[obj.Pkg().Path()] = true
		}
	}
	for _, pkg := range t.pass.Pkg.Imports() {
		used[pkg.Path()] = true
	}
	told, methods := t.toldByModels(used)
	seen := map[types.Object]bool{}
	for _, obj := range t.pass.TypesInfo.Uses {
		if seen[obj] || obj.Pkg() == nil {
			continue
		}
		seen[obj] = true
		if told[obj.Pkg().Path()][obj.Name()] || obj.Pkg() != t.pass.Pkg && t.catalogue.IsFork(obj.Pkg()) {
			return true
		}
		if fn, ok := obj.(*types.Func); ok && namesKey(fn, keys) {
			return true
		}
	}
	for _, pkg := range t.pass.Pkg.Imports() {
		if len(methods[pkg.Path()]) == 0 {
			continue
		}
		for _, obj := range t.pass.TypesInfo.Defs {
			if fn, ok := obj.(*types.Func); ok && methods[pkg.Path()][fn.Name()] && fn.Signature().Recv() != nil {
				return true
			}
		}
	}
	return false
}

func namesKey(fn *types.Func, keys map[string]bool) bool {
	if len(keys) == 0 {
		return false
	}
	for i := range fn.Signature().Params().Len() {
		if keys[flow.ParamKey(fn, i)] {
			return true
		}
	}
	for i := range fn.Signature().Results().Len() {
		if keys[flow.ResultKey(fn, i)] {
			return true
		}
	}
	return false
}

// toldByModels returns the names, by package, of functions, fields and variables by which text of a model comes into a program, and of
// the methods of interfaces by which a model calls a tool; those of some packages, given by their paths.
func (t *tracker) toldByModels(in map[string]bool) (names, methods map[string]map[string]bool) {
	names, methods = map[string]map[string]bool{}, map[string]map[string]bool{}
	add := func(to map[string]map[string]bool, e *catalogue.Entry) {
		path := e.Package()
		if !in[path] {
			return
		}
		if to[path] == nil {
			to[path] = map[string]bool{}
		}
		to[path][e.Symbol[strings.LastIndexByte(e.Symbol, '.')+1:]] = true
	}
	for _, kind := range []string{"output", "handler", "source", "call"} {
		for _, e := range t.catalogue.Kind(kind) {
			if kind != "source" || isToldByModel(e.Role) {
				add(names, e)
			}
			if kind == "handler" && e.Role == "method" {
				add(methods, e)
			}
		}
	}
	return names, methods
}

// isToldByModel reports whether sources of a label hold what a model says. See [outputLabel]: what it fetches is not.
func isToldByModel(label string) bool {
	return label == "output" || label == "toolargs" || label == "toolinput"
}

package vendorlock

import (
	"cmp"
	"go/ast"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// A vendor is an imported SDK that a package could be tied to.
type vendor struct {
	known   *catalogue.Catalogue
	sdk     *catalogue.SDK
	imports []*ast.ImportSpec
}

// sources returns the files to check: neither generated files nor tests.
func sources(pass *rule.Pass) []*ast.File {
	var out []*ast.File
	for _, f := range pass.Files {
		if !astx.Generated(f) && !strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go") {
			out = append(out, f)
		}
	}
	return out
}

// vendors returns the vendors that the files import, by the name of the SDK. An SDK may expose itself and its own family.
func vendors(pass *rule.Pass, files []*ast.File) []*vendor {
	own := pass.SDKOf(pass.Pkg.Path())
	o := pass.Options.(*options)
	found := map[*catalogue.SDK]*vendor{}
	for _, f := range files {
		for _, spec := range f.Imports {
			importPath, _ := strconv.Unquote(spec.Path.Value) // the type checker has read it
			sdk := pass.SDKOf(importPath)
			if sdk == nil || !o.isLocking(sdk) || o.isAccepted(sdk, importPath) || own != nil && family(own) == family(sdk) ||
				owner(pass.Pkg.Path()) == owner(importPath) {
				continue
			}
			if found[sdk] == nil {
				found[sdk] = &vendor{known: pass.Catalogue(), sdk: sdk}
			}
			found[sdk].imports = append(found[sdk].imports, spec)
		}
	}
	out := make([]*vendor, 0, len(found))
	for _, v := range found {
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b *vendor) int { return cmp.Compare(a.sdk.Name, b.sdk.Name) })
	return out
}

// hosts are code hosting services: the owner is the next element of a path there, elsewhere the host itself.
var hosts = []string{"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitea.com", "gopkg.in"}

// owner returns the part of an import path that names its owner. A vendor's own code may use the types of its SDK.
func owner(path string) string {
	elements := strings.SplitN(path, "/", 3)
	if len(elements) > 1 && slices.Contains(hosts, elements[0]) {
		return elements[0] + "/" + elements[1]
	}
	return elements[0]
}

// family returns the framework that an SDK is part of, or its own name.
func family(sdk *catalogue.SDK) string { return cmp.Or(sdk.Binding, sdk.Name) }

// isLocking reports whether the types of an SDK count. Those of protocols never do, since many vendors share them.
func (o *options) isLocking(sdk *catalogue.SDK) bool {
	switch sdk.Class {
	case "cloud":
		return o.cloud
	case "framework":
		return o.frameworks
	}
	return sdk.Class != "protocol"
}

func (o *options) isAccepted(sdk *catalogue.SDK, importPath string) bool {
	for word := range strings.SplitSeq(o.accept, ",") {
		word = strings.TrimSpace(word)
		if word != "" && (word == sdk.Vendor || word == sdk.Name || importPath == word || strings.HasPrefix(importPath, word+"/")) {
			return true
		}
	}
	return false
}

// vendorNames returns the names of the vendor of an SDK in package paths: its own, or those of its SDKs, such as gemini for google.
// A framework for any vendor has only its own name.
func vendorNames(known *catalogue.Catalogue, of *catalogue.SDK) []string {
	if of.Vendor == "any" {
		return []string{of.Name}
	}
	out := []string{of.Vendor}
	for _, sdk := range known.SDKs() {
		if sdk.Vendor == of.Vendor {
			out = append(out, path.Base(sdk.Name))
		}
	}
	return out
}

// minPart is the length from which a vendor's name counts inside a longer word, as in "azureopenai"; "ark" in "spark" does not.
const minPart = 5

// namesVendor reports whether one of the elements of a path names the vendor of an SDK.
func namesVendor(known *catalogue.Catalogue, of *catalogue.SDK, elements []string) bool {
	for _, w := range vendorNames(known, of) {
		for _, e := range elements {
			e = strings.ToLower(e)
			if e == w || slices.Contains(rule.NameWords(e), w) || len(w) >= minPart && strings.Contains(e, w) {
				return true
			}
		}
	}
	return false
}

// isNamedBy reports whether the elements of an import path name the vendor. Host names do not count: google.golang.org is no
// adapter.
func (v *vendor) isNamedBy(elements []string) bool {
	if len(elements) > 1 && strings.Contains(elements[0], ".") {
		elements = elements[1:]
	}
	return namesVendor(v.known, v.sdk, elements)
}

// ownsObject reports whether an object belongs to the SDK.
func (v *vendor) ownsObject(obj types.Object) bool {
	return obj != nil && obj.Pkg() != nil && v.known.SDKOf(obj.Pkg().Path()) == v.sdk
}

// mentionedType returns the first of the vendor's types that a type mentions, or nil. The content of another package's named types
// is left to that package, and an alias of a plain string ties nobody.
func (v *vendor) mentionedType(t types.Type) *types.TypeName {
	var parts []types.Type
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if v.ownsObject(t.Obj()) {
			return t.Obj()
		}
		for arg := range t.TypeArgs().Types() {
			parts = append(parts, arg)
		}
	case *types.Map:
		parts = []types.Type{t.Key(), t.Elem()}
	case interface{ Elem() types.Type }: // pointer, slice, array, channel
		parts = []types.Type{t.Elem()}
	case *types.Signature:
		parts = []types.Type{t.Params(), t.Results()}
	case *types.Tuple:
		for p := range t.Variables() {
			parts = append(parts, p.Type())
		}
	case *types.Struct:
		for f := range t.Fields() {
			parts = append(parts, f.Type())
		}
	case *types.Interface:
		for m := range t.ExplicitMethods() {
			parts = append(parts, m.Type())
		}
		for e := range t.EmbeddedTypes() {
			parts = append(parts, e)
		}
	}
	for _, p := range parts {
		if found := v.mentionedType(p); found != nil {
			return found
		}
	}
	return nil
}

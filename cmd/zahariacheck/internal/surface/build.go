package surface

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/token"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/analyzers/surface"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
)

// A Builder gathers the surfaces of packages and joins them.
type Builder struct {
	root     string
	withText bool
	settings *analyzers.Settings
	literals literals
	packages map[string]check.Inspected
	folders  map[string]string // from folder to package
}

// NewBuilder returns a builder for the code below the folder root, which was checked with the settings. Without texts, prompts are
// described by their length and hash.
func NewBuilder(root string, texts bool, set *analyzers.Settings) *Builder {
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	return &Builder{root: root, withText: texts, settings: set, literals: literals{}, packages: map[string]check.Inspected{}, folders: map[string]string{}}
}

// Take takes in a package; a later one of the same path takes its place.
func (b *Builder) Take(pkg check.Inspected) {
	b.packages[pkg.Path] = pkg
	scope := pkg.Result.(*surface.Package).Types.Scope()
	for _, name := range scope.Names() {
		if pos := scope.Lookup(name).Pos(); pos.IsValid() {
			b.folders[path.Dir(b.place(pkg.Position(pos)).File)] = pkg.Path
			return
		}
	}
}

// Document joins what was taken in.
func (b *Builder) Document(deps check.Dependencies) *Document {
	d := &Document{Version: FormatVersion, Tools: []Tool{}, Prompts: []Prompt{}, Models: []Model{}, Services: []Service{}, Loops: []Loop{}}
	var all []*surface.Package
	paths := slices.Sorted(maps.Keys(b.packages))
	for _, p := range paths {
		all = append(all, b.packages[p].Result.(*surface.Package))
	}
	seen := map[string]bool{} // prompts by place and role
	add := func(p Prompt) {
		if key := fmt.Sprint(p.Place, " ", p.Role); !seen[key] {
			seen[key] = true
			d.Prompts = append(d.Prompts, p)
		}
	}
	linker := surface.NewLinker(all, func(path string) bool { return analyzers.IsSDK(b.settings, path) }, deps.Imports)
	handlers := map[string]string{} // of tools, by the variables that hold their declarations
	for _, p := range all {
		maps.Copy(handlers, p.Bindings)
	}
	services := map[string]*Service{}
	for i, importPath := range paths {
		pkg := b.packages[importPath]
		if !pkg.Asked {
			continue
		}
		for _, t := range all[i].Tools {
			t.Handler = cmp.Or(t.Handler, handlers[t.Var])
			d.Tools = append(d.Tools, b.tool(pkg, t, linker))
		}
		for _, p := range all[i].Prompts {
			for _, one := range b.prompts(pkg, p) {
				add(one)
			}
		}
		for _, e := range all[i].Embedded {
			if one, ok := b.embedded(importPath, e); ok {
				add(one)
			}
		}
		for _, m := range all[i].Models {
			d.Models = append(d.Models, Model{ID: clean(m.ID), Role: m.Role, Package: importPath, Place: b.place(pkg.Position(m.Pos)), Sink: clean(m.Sink)})
		}
		for _, l := range all[i].Loops {
			d.Loops = append(d.Loops, Loop{Function: clean(l.Func), Package: importPath, Place: b.place(pkg.Position(l.Pos)), Calls: clean(l.Calls), Bound: l.Bound})
		}
		for _, s := range all[i].Services {
			addService(services, s, importPath, deps)
		}
	}
	for _, s := range services {
		d.Services = append(d.Services, *s)
	}
	d.sort()
	return d
}

func (b *Builder) place(at token.Position) Place {
	file := at.Filename
	if rel, err := filepath.Rel(b.root, file); err == nil {
		file = rel
	}
	return Place{File: clean(filepath.ToSlash(file)), Line: at.Line}
}

func (b *Builder) tool(pkg check.Inspected, t surface.Tool, linker *surface.Linker) Tool {
	out := Tool{Name: clean(t.Name), Package: pkg.Path, Place: b.place(pkg.Position(t.Pos)), Description: clean(t.Description),
		DeclaredBy: t.By, Handler: t.Handler, Annotations: t.Annotations, Schema: canonical(t.Schema), SchemaBy: clean(t.SchemaBy)}
	if text, ok := b.fileText(t.DescriptionFile); ok && out.Description == "" {
		out.Description = clean(text)
	}
	for _, c := range linker.Capabilities(t.Handler) {
		one := Capability{Name: c.Name}
		for _, l := range c.Chain {
			one.Chain = append(one.Chain, clean(l.Func))
		}
		out.Capabilities = append(out.Capabilities, one)
	}
	return out
}

// A Text is a prompt, or what stands of it in one declaration of another package: where it begins, and where its pieces stand.
type Text struct {
	Pos    token.Position
	Pieces []token.Position

	decl     string // what the pieces stand in
	foreign  bool
	literals []*literal
}

// texts splits a prompt. Where its text stands in another package, which may hold several that get here one or the other way, it
// is one text for each declaration there.
func (b *Builder) texts(pkg check.Inspected, p surface.Prompt) (out []*Text) {
	home := pkg.Position(p.Pos)
	byKey := map[string]*Text{}
	for _, pos := range p.Pieces {
		at := pkg.Position(pos)
		lit := b.literals.at(at.Filename, at.Line, at.Column)
		if lit == nil {
			continue
		}
		key, begin := "", home
		if filepath.Dir(at.Filename) != filepath.Dir(home.Filename) {
			key, begin = at.Filename+" "+lit.decl, lit.pos
		}
		if byKey[key] == nil {
			byKey[key] = &Text{Pos: begin, decl: lit.decl, foreign: key != ""}
			out = append(out, byKey[key])
		}
		t := byKey[key]
		t.Pieces, t.literals = append(t.Pieces, lit.pos), append(t.literals, lit)
	}
	return out
}

// Texts returns the texts of all prompts of packages that were asked for, each place once. What is too short to be one, such as an
// escape that is put into a prompt, is none.
func (b *Builder) Texts() (out []Text) {
	seen := map[token.Position]bool{}
	for _, importPath := range slices.Sorted(maps.Keys(b.packages)) {
		pkg := b.packages[importPath]
		for _, p := range pkg.Result.(*surface.Package).Prompts {
			for _, t := range b.texts(pkg, p) {
				if pkg.Asked && !seen[t.Pos] && IsPrompt(assemble(t.literals)) {
					seen[t.Pos] = true
					out = append(out, *t)
				}
			}
		}
	}
	return out
}

// prompts describes the texts of a prompt.
func (b *Builder) prompts(pkg check.Inspected, p surface.Prompt) (out []Prompt) {
	for _, t := range b.texts(pkg, p) {
		one := Prompt{Role: p.Role, Package: pkg.Path, Place: b.place(t.Pos), Name: clean(p.Name), Sink: clean(p.Sink)}
		if t.foreign {
			one.Name = clean(t.decl)
			one.Package = b.packageAt(one.Place.File, pkg.Path)
		}
		b.setText(&one, assemble(t.literals))
		if one.Words >= minWords {
			out = append(out, one)
		}
	}
	return out
}

// minWords is the least number of words of a prompt, as in hardcodedprompt.
const minWords = 4

// IsPrompt reports whether a text has the words of a prompt.
func IsPrompt(text string) bool { return surface.Words(text) >= minWords }

// packageAt is the package that a file belongs to, as far as it was looked at.
func (b *Builder) packageAt(file, otherwise string) string {
	if pkg, ok := b.folders[path.Dir(file)]; ok {
		return pkg
	}
	return otherwise
}

func (b *Builder) setText(p *Prompt, text string) {
	p.Words, p.Tokens = surface.Words(text), pieceCount(text)
	p.ID = p.Package + " " + p.Name + " " + p.Role
	if !b.withText {
		sum := sha256.Sum256([]byte(text))
		p.Length, p.SHA256 = len(text), hex.EncodeToString(sum[:])
		return
	}
	for line := range strings.Lines(text) {
		p.Text = append(p.Text, clean(strings.TrimRight(line, "\r\n")))
	}
}

// number tells prompts of one ID apart, in their order.
func number(prompts []Prompt) {
	seen := map[string]int{}
	for i := range prompts {
		id := prompts[i].ID
		if seen[id]++; seen[id] > 1 {
			prompts[i].ID = id + " " + strconv.Itoa(seen[id])
		}
	}
}

func addService(services map[string]*Service, s surface.Service, pkg string, deps check.Dependencies) {
	module, version := deps.Module(s.Package)
	if module == "" {
		module = s.Package
	}
	key := fmt.Sprint(s.SDK, " ", module)
	if services[key] == nil {
		services[key] = &Service{SDK: s.SDK, Vendor: s.Vendor, Class: s.Class, Module: module, Version: version}
	}
	if one := services[key]; !slices.Contains(one.Packages, pkg) {
		one.Packages = append(one.Packages, pkg)
		slices.Sort(one.Packages)
	}
}

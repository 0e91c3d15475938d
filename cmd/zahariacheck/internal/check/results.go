package check

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/types"
	"hash"
	"maps"
	"reflect"
	"slices"

	"github.com/rogpeppe/go-internal/cache"
	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// results stores the findings and facts of each package under check. They are a function of its state: this program and the options,
// the contents of its files, its linked facts (see link.go), and the states of its imports. Of a package with stored results only the
// declarations are read. Nil results store nothing.
type results struct {
	store  *Store
	common []byte            // hash of what holds for all packages
	own    map[string][]byte // hashes of the packages as such, by ID
	deep   map[string][]byte // and with all that they import; for those of which no facts are known
	facts  map[string]reflect.Type
	write  bool // results are saved too
}

// A state is a hash of all that the analysis of a package depends on, or nil where that is unknown, as with code that other programs
// generate.
type state []byte

// storedResult is the stored form of a package's results.
type storedResult struct {
	Findings, Suppressed, Generated, Examples []finding.Finding
	Facts                                     map[string][]byte // encoded, by type
	DeferredFacts                             []string          // their types
	Varies                                    bool

	facts factSet // those that were encoded
}

// resultVersion changes with the stored form and with the computation of states.
const resultVersion = "zahariacheck package 2"

// results prepares the results of a run. Packages come after their dependencies.
func (s *Store) results(o *Options, t *tree, pkgs []*pkgMeta, sums [][]byte, r *runner) *results {
	if sums == nil {
		return nil
	}
	all := &results{store: s, own: map[string][]byte{}, deep: map[string][]byte{}, facts: map[string]reflect.Type{}, write: len(o.Overlay) == 0}
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00", resultVersion)
	anywhere := *o
	anywhere.Patterns, anywhere.Overlay = nil, nil
	s.describe(h, &anywhere)
	if json.NewEncoder(h).Encode([]any{t.hidden, t.misnamed}) != nil || addToolchain(h, pkgs) != nil {
		return nil
	}
	all.common = h.Sum(nil)
	for i, p := range pkgs {
		all.own[p.ImportPath] = sums[i]
		h := sha256.New()
		h.Write(sums[i])
		for _, id := range p.Imports {
			h.Write(all.deep[id])
		}
		all.deep[p.ImportPath] = h.Sum(nil)
	}
	for _, a := range r.order {
		for _, f := range a.FactTypes {
			all.facts[reflect.TypeOf(f).String()] = reflect.TypeOf(f)
		}
	}
	return all
}

// state computes the state of a package, which needs those of its dependencies. Kinds are separate results of one package.
func (all *results) state(kind string, u *sourcePkg, told analysis.Fact) state {
	if all == nil || u.Error != nil || len(u.CgoFiles)+len(u.SwigFiles)+len(u.SwigCXXFiles) > 0 {
		return nil
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%t\x00", kind, u.ImportPath, u.requested)
	h.Write(all.common)
	h.Write(all.own[u.ImportPath])
	if err := json.NewEncoder(h).Encode(told); err != nil {
		return nil
	}
	return all.addImports(h, u)
}

func (all *results) addImports(h hash.Hash, u *sourcePkg) state {
	units := map[string]*sourcePkg{}
	for _, dep := range u.deps {
		units[dep.ImportPath] = dep
	}
	for _, id := range u.Imports {
		dep := units[id]
		switch {
		case dep == nil:
			h.Write(all.deep[id])
		case dep.state == nil:
			return nil
		default:
			h.Write(dep.state)
		}
	}
	return h.Sum(nil)
}

// load returns the stored results of a package in a state, or nil.
func (all *results) load(st state) *storedResult {
	if all == nil || st == nil {
		return nil
	}
	data, _, err := all.store.cache.GetBytes(cache.ActionID(st))
	if err != nil {
		return nil
	}
	var kept storedResult
	if gob.NewDecoder(bytes.NewReader(data)).Decode(&kept) != nil {
		return nil
	}
	for name, data := range kept.Facts {
		typ := all.facts[name]
		if typ == nil {
			return nil
		}
		f := reflect.New(typ.Elem())
		if gob.NewDecoder(bytes.NewReader(data)).DecodeValue(f) != nil {
			return nil
		}
		kept.facts.set(factKey{nil, typ}, f.Interface().(analysis.Fact))
	}
	return &kept
}

// save stores the results of a package in a state. An error is no failure of the run.
func (all *results) save(st state, u *sourcePkg) {
	if all == nil || st == nil || !all.write {
		return
	}
	kept := storedResult{
		Findings: u.said.findings, Suppressed: u.said.suppressed, Generated: u.said.generated, Examples: u.said.examples,
		Facts: map[string][]byte{}, DeferredFacts: slices.Sorted(maps.Keys(u.deferred)), Varies: u.varies,
	}
	for _, k := range u.facts.order {
		if k == linkedKey {
			continue // it is a part of the state
		}
		var b bytes.Buffer
		if k.obj != nil || gob.NewEncoder(&b).Encode(u.facts.byKey[k]) != nil {
			return
		}
		kept.Facts[k.typ.String()] = b.Bytes()
	}
	var b bytes.Buffer
	if gob.NewEncoder(&b).Encode(kept) == nil {
		_ = all.store.cache.PutBytes(cache.ActionID(st), b.Bytes())
	}
}

// restore copies stored results into a package.
func (kept *storedResult) restore(u *sourcePkg) {
	u.said = findingSets{kept.Findings, kept.Suppressed, kept.Generated, kept.Examples}
	u.deferred, u.varies = map[string]*deferred{}, kept.Varies
	for _, typ := range kept.DeferredFacts {
		u.deferred[typ] = new(deferred)
	}
	u.facts = kept.facts
}

// digests returns the hashes of packages: of their metadata, except for the patterns that they match, and of the contents of their
// files, unless these never change.
func digests(pkgs []*pkgMeta, overlay map[string][]byte) ([][]byte, error) {
	var files []string
	for _, p := range pkgs {
		files = append(files, p.mutableFiles()...)
	}
	slices.Sort(files)
	files = slices.Compact(files)
	sums, err := sumFiles(files, overlay)
	if err != nil {
		return nil, err
	}
	out := make([][]byte, len(pkgs))
	for i, p := range pkgs {
		h := sha256.New()
		bare := *p
		bare.Match, bare.DepOnly, bare.Export, bare.CompiledGoFiles = nil, false, "", nil
		if err := json.NewEncoder(h).Encode(bare); err != nil {
			return nil, err
		}
		for _, file := range p.mutableFiles() {
			n, _ := slices.BinarySearch(files, file)
			fmt.Fprintf(h, "%s\x00%x\x00", file, sums[n])
		}
		out[i] = h.Sum(nil)
	}
	return out, nil
}

// declare reads the declarations of a package with stored results. It fails if they do not compile.
func (r *runner) declare(u *sourcePkg) bool {
	var files []*ast.File
	for _, name := range u.sources() {
		f, err := r.parseDeclarations(name, constants{})
		if err != nil {
			return false
		}
		strip(f)
		files = append(files, f)
	}
	var bad error
	conf := r.config(u, func(err error) { bad = cmp.Or(bad, err) })
	conf.IgnoreFuncBodies = true
	u.types = types.NewPackage(u.path(), u.Name)
	err := types.NewChecker(&conf, r.fset, u.types, nil).Files(files)
	return err == nil && bad == nil
}

// isKnown restores the stored results of a package, and reports whether there are any.
func (r *runner) isKnown(u *sourcePkg) bool {
	if !u.requested && !u.local() {
		return false
	}
	var told analysis.Fact
	if r.links {
		told = new(analyzers.Linked)
	}
	u.state = r.results.state("package", u, told)
	stop := r.times.start("packages of which nothing changed")
	kept := r.results.load(u.state)
	if kept == nil || !r.declare(u) {
		return false
	}
	kept.restore(u)
	if r.links {
		u.facts.set(linkedKey, told)
	}
	r.byTypes.Store(u.types, u)
	stop()
	return true
}

// save stores the results of a package if they are sound: no fact in this run may be partial.
func (r *runner) save(st state, u *sourcePkg) state {
	if r.unsound.Load() {
		return nil
	}
	r.results.save(st, u)
	return st
}

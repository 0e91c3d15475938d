package catalogue

import (
	"cmp"
	"embed"
	"fmt"
	"go/types"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/mod/semver"
)

// An Entry says what one place of an SDK means.
type Entry struct {
	Kind   string            // what it is: prompt, model, call, output … see [Schemas]
	Role   string            // which of these: "system" of a prompt, "chat,stream" of a call
	Symbol string            // full name as go/types prints it, without type parameters
	Place  string            // where at the symbol: "arg:content", "arg:parts...", "field", "result:0", "recv", "type", "const"
	To     string            // of a flow: the place that the value at Place gets to
	Ctx    string            // name (or index) of the context.Context parameter, or ""
	Since  string            // the first release for which the row holds, or "" for all
	Attrs  map[string]string // further key=value words of the line; a quoted text at its end is "note"
	SDK    *SDK
	In     []Module // the modules that have the symbol
	Pos    string   // file:line, for messages
	Added  bool     // a user has added it to the built-in catalogue
}

// HoldsIn reports whether the entry is about a release: one from Since to the attribute until, or "" for an unknown one.
func (e *Entry) HoldsIn(version string) bool {
	until := e.Attrs["until"]
	return version == "" || (e.Since == "" || semver.Compare(version, e.Since) >= 0) && (until == "" || semver.Compare(version, until) <= 0)
}

// A Module is one major version of an SDK, or one package of a framework that binds a vendor.
type Module struct {
	Path        string
	Version     string // the release that the entries were checked against
	Name        string // what in= calls it, or ""
	Apart       bool   // only lines that name it in in= are about it
	Unavailable string // why the Go module proxy does not serve this version, or ""
}

// An SDK is a library that talks to models, or to what stands beside them.
type SDK struct {
	Name    string
	Vendor  string // openai, anthropic …; "any" if the SDK reaches several
	Class   string // model, vectorstore, cloud, framework, protocol or library
	Binding string // name of the framework, if this is its package for one vendor
	Modules []Module

	defaults []defaultValue
}

// A defaultValue is a default line.
type defaultValue struct {
	what, value string
	in          []Module
}

// Default returns what the SDK does with what ("timeout", "retries", "model") if the program does not say.
// The import path tells the major version. It returns "" if the catalogue does not know, and "none" if there is none.
func (s *SDK) Default(what, importPath string) string {
	best, value := -1, ""
	for _, f := range s.defaults {
		for _, m := range f.in {
			if f.what == what && within(importPath, m.Path) && len(m.Path) > best {
				best, value = len(m.Path), f.value
			}
		}
	}
	return value
}

// A Catalogue holds what is known of all SDKs. Reading it is safe for concurrent use; Add is not.
type Catalogue struct {
	entries   map[string][]*Entry // by symbol
	kinds     map[string][]*Entry // by kind
	sdks      map[string]*SDK     // by name
	byName    []*SDK              // the same, in order
	modules   map[string]*SDK     // by path
	owners    map[string][]string // of repositories, by their names
	endpoints []endpoint
	hosts     []string
	loaded    bool // with the built-in files: what comes now, a user adds
}

//go:embed data/*.llm
var data embed.FS

// Default returns the catalogue of the embedded files, the same on each call. Nothing may be added to it.
var Default = sync.OnceValue(Load)

// Load returns a new catalogue of the embedded files.
func Load() *Catalogue {
	c := New()
	names, err := fs.Glob(data, "data/*.llm")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		f, err := data.Open(name)
		if err != nil {
			panic(err)
		}
		if err := c.Add(name, f); err != nil {
			panic(fmt.Sprintf("embedded catalogue: %v", err)) // a test parses every file
		}
		f.Close()
	}
	c.loaded = true
	return c
}

// New returns an empty catalogue.
func New() *Catalogue {
	return &Catalogue{
		entries: map[string][]*Entry{},
		kinds:   map[string][]*Entry{},
		sdks:    map[string]*SDK{},
		modules: map[string]*SDK{},
	}
}

// Lookup returns what is known of a function, method, field, type or variable by its full name, such as that of
// types.Func.FullName; type parameters and arguments in it are ignored. A field is named pkg.Type.Field.
func (c *Catalogue) Lookup(symbol string) []*Entry {
	if strings.Contains(symbol, "[") {
		symbol = withoutTypeParams(symbol)
	}
	if known := c.entries[symbol]; known != nil {
		return known
	}
	for _, original := range c.originals(symbol) {
		if known := c.entries[original]; known != nil {
			return known
		}
	}
	return nil
}

// SDKOf returns the SDK that a package belongs to: that of the longest module path which is the import path or a
// folder above it. A package of a framework that binds a vendor is an SDK of its own. It returns nil if there is none.
func (c *Catalogue) SDKOf(importPath string) *SDK {
	for p := importPath; ; {
		if s := c.modules[p]; s != nil {
			if s.Class == library {
				return nil
			}
			return s
		}
		i := strings.LastIndexByte(p, '/')
		if i < 0 {
			return nil
		}
		p = p[:i]
	}
}

// library is the class of what is no SDK: the standard library, routers and others of which rows say what they do with text.
const library = "library"

// SDKs returns all SDKs, by name.
func (c *Catalogue) SDKs() []*SDK {
	return slices.DeleteFunc(slices.Clone(c.byName), func(s *SDK) bool { return s.Class == library })
}

// Libraries returns what is no SDK and has rows all the same, by name.
func (c *Catalogue) Libraries() []*SDK {
	return slices.DeleteFunc(slices.Clone(c.byName), func(s *SDK) bool { return s.Class != library })
}

// Entries returns all entries, ordered by symbol, kind, place and role.
func (c *Catalogue) Entries() []*Entry {
	return c.sorted(func(*Entry) bool { return true })
}

func (c *Catalogue) sorted(counts func(*Entry) bool) []*Entry {
	var all []*Entry
	for _, es := range c.entries {
		for _, e := range es {
			if counts(e) {
				all = append(all, e)
			}
		}
	}
	slices.SortFunc(all, compareEntries)
	return all
}

// Added returns the entries that a user has added to the built-in catalogue, in the same order.
func (c *Catalogue) Added() []*Entry {
	return c.sorted(func(e *Entry) bool { return e.Added })
}

// Release returns the release of the modules that the entry was checked against, the oldest if there are several.
func (e *Entry) Release() string {
	oldest := e.In[0].Version
	for _, m := range e.In[1:] {
		if semver.Compare(m.Version, oldest) < 0 {
			oldest = m.Version
		}
	}
	return oldest
}

// Kind returns the entries of one kind, in the order of the files. The slice is not for changing.
func (c *Catalogue) Kind(kind string) []*Entry { return c.kinds[kind] }

func compareEntries(a, b *Entry) int {
	return cmp.Or(cmp.Compare(a.Symbol, b.Symbol), cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.Place, b.Place), cmp.Compare(a.To, b.To), cmp.Compare(a.Role, b.Role))
}

// Package returns the import path of the symbol's package.
func (e *Entry) Package() string {
	s := e.Symbol
	if strings.HasPrefix(s, "(") {
		s, _, _ = strings.Cut(strings.TrimLeft(s, "(*"), ")")
	} else if e.Place == "field" {
		s = s[:max(strings.LastIndexByte(s, '.'), 0)]
	}
	return s[:strings.LastIndexByte(s, '.')]
}

// Param returns the index in sig of the parameter at the entry's place, not counting the receiver,
// or -1 if the place is not a parameter or sig has none of this name.
func (e *Entry) Param(sig *types.Signature) int {
	name, ok := strings.CutPrefix(e.Place, "arg:")
	if !ok {
		return -1
	}
	return Param(sig, strings.TrimSuffix(name, "..."))
}

// Param returns the index in sig of a parameter by its name or its decimal index, or -1.
func Param(sig *types.Signature, name string) int {
	params := sig.Params()
	if i, err := strconv.Atoi(name); err == nil {
		if i < params.Len() {
			return i
		}
		return -1
	}
	for i := range params.Len() {
		if params.At(i).Name() == name {
			return i
		}
	}
	return -1
}

// Variadic reports whether the place is a variadic parameter, each of whose values counts.
func (e *Entry) Variadic() bool { return strings.HasSuffix(e.Place, "...") }

// within reports whether an import path is path or below it.
func within(importPath, path string) bool {
	rest, ok := strings.CutPrefix(importPath, path)
	return ok && (rest == "" || rest[0] == '/')
}

// withoutTypeParams cuts each bracketed part: "(*p.Stream[T]).Next" becomes "(*p.Stream).Next".
func withoutTypeParams(symbol string) string {
	var b strings.Builder
	depth := 0
	for _, r := range symbol {
		switch r {
		case '[':
			depth++
		case ']':
			depth--
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

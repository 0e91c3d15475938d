package catalogue

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/mod/semver"
)

// Add reads one file in the grammar of this package. What it says of a symbol, kind and place replaces what an earlier
// file said of them, so that users can correct the catalogue. An sdk that is known already is extended.
//
// The error joins all that is wrong with the file, each as "name:line: what was expected"; nothing is added then.
func (c *Catalogue) Add(name string, r io.Reader) error {
	p := &parser{c: c, name: name, seen: map[string]int{}}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		p.line++
		if err := p.parse(lines.Text()); err != nil {
			p.errs = append(p.errs, fmt.Errorf("%s:%d: %w", name, p.line, err))
		}
	}
	if err := lines.Err(); err != nil {
		p.errs = append(p.errs, fmt.Errorf("%s:%d: %w", name, p.line+1, err))
	}
	if len(p.errs) > 0 {
		return errors.Join(p.errs...)
	}
	p.commit()
	return nil
}

// A parser holds what one file said until all of it is known to be right.
type parser struct {
	c    *Catalogue
	name string
	line int
	errs []error

	sdk       *SDK // of the section; a copy of the known one if it is extended
	sdks      []*SDK
	entries   []*Entry
	seen      map[string]int // line of an entry, by what must be unique
	endpoints []endpoint
	hosts     []string
}

func (p *parser) parse(text string) error {
	st, err := split(text)
	if err != nil || len(st.words) == 0 && len(st.attrs) == 0 {
		return err
	}
	if len(st.words) == 0 {
		return fmt.Errorf("a line starts with one of %s", list(verbs()))
	}
	verb, args := st.words[0], st.words[1:]
	switch verb {
	case "sdk":
		return p.header(args, st.attrs)
	case "module", "package":
		return p.module(verb, args, st.attrs)
	case "default":
		return p.defaultValue(args, st.attrs)
	case "endpoint":
		return p.endpoint(args, st.attrs)
	case "host":
		p.hosts = append(p.hosts, args...)
		return nil
	}
	schema, ok := Schemas[verb]
	if !ok {
		return fmt.Errorf("unknown word %q%s", verb, didYouMean(verb, verbs()))
	}
	if aboutFlow(verb) {
		return p.flowRow(verb, args, st.attrs)
	}
	if len(args) > 0 {
		if err := schema.check(verb, args[0], st.attrs); err != nil {
			return err
		}
	}
	return p.entry(verb, args, "", st.attrs)
}

var places = regexp.MustCompile(`^(arg:\w+(\.\.\.)?|result:\d+|recv|field|type|const|var)$`)

// shape checks that a symbol is written as its place asks.
func shape(symbol, place string) error {
	if strings.Contains(symbol, "[") {
		return fmt.Errorf("symbol %s: leave the type parameters out", symbol)
	}
	re, want := callee, "pkg.Func, (*pkg.T).Method or (pkg.I).Method"
	switch place {
	case "field":
		re, want = field, "pkg.Type.Field"
	case "type", "const", "var":
		re, want = object, "pkg.Name"
	}
	if !re.MatchString(symbol) {
		return fmt.Errorf("symbol %s: the place %s wants %s", symbol, place, want)
	}
	return nil
}

var (
	object = regexp.MustCompile(`^[^()*]+\.\w+$`)
	field  = regexp.MustCompile(`^[^()*]+\.\w+\.\w+$`)
	callee = regexp.MustCompile(`^(\(\*?[^()*]+\.\w+\)|[^()*]+)\.\w+$`)
)

// entry reads "KIND ROLE SYMBOL PLACE [ctx=NAME] [in=NAMES] [key=value …] ["note"]".
// To is the second place of a flow.
func (p *parser) entry(kind string, args []string, to string, attrs map[string]string) error {
	if len(args) != 3 {
		return fmt.Errorf("want: %s ROLE SYMBOL PLACE, have %d of the 3 words", kind, len(args))
	}
	in, err := p.in(attrs["in"])
	if err != nil {
		return err
	}
	role, symbol, at := args[0], args[1], args[2]
	if !places.MatchString(at) {
		return fmt.Errorf("unknown place %q%s; want arg:NAME, arg:NAME..., field, result:N, recv, type, const or var", at,
			didYouMean(at, []string{"field", "recv", "type", "const", "var"}))
	}
	if strings.Contains(symbol, "[") {
		return fmt.Errorf("symbol %s: leave the type parameters out", symbol)
	}
	if err := shape(symbol, at); err != nil {
		return err
	}
	ctx, since := attrs["ctx"], attrs["since"]
	if since != "" && !semver.IsValid(since) {
		return fmt.Errorf("since=%s: want a version such as v1.2.0", since)
	}
	attrs = maps.Clone(attrs)
	delete(attrs, "since")
	delete(attrs, "ctx")
	delete(attrs, "in")
	bySymbol := map[string]*Entry{}
	for _, m := range in {
		if since != "" && semver.IsValid(m.Version) && semver.Compare(since, m.Version) > 0 {
			return fmt.Errorf("since=%s is later than %s %s, against which rows are checked", since, m.Path, m.Version)
		}
		full := strings.ReplaceAll(symbol, "$", m.Path)
		if e := bySymbol[full]; e != nil { // two releases of one path
			e.In = append(e.In, m)
			continue
		}
		e := &Entry{Kind: kind, Role: role, Symbol: full, Place: at, To: to, Ctx: ctx, Since: since, Attrs: attrs,
			SDK: p.sdk, In: []Module{m}, Pos: fmt.Sprintf("%s:%d", p.name, p.line), Added: p.c.loaded}
		bySymbol[full] = e
		if line := p.seen[e.key()]; line != 0 {
			return fmt.Errorf("%s %s %s stands on line %d already", kind, full, at, line)
		}
		p.seen[e.key()] = p.line
		p.entries = append(p.entries, e)
	}
	return nil
}

// key is what two entries may not share.
func (e *Entry) key() string {
	key := e.Kind + " " + e.Symbol + " " + e.Place
	if aboutFlow(e.Kind) { // one place may be a sink or source of several kinds
		key += " " + e.Role
	}
	if e.Role == "ignored" { // one option may be ignored by several adapters
		key += " " + e.SDK.Name
	}
	return key + e.To
}

// commit moves what the file said into the catalogue.
func (p *parser) commit() {
	for _, s := range p.sdks {
		if old := p.c.sdks[s.Name]; old != nil {
			*old = *s // entries point to it
			for _, e := range p.entries {
				if e.SDK == s {
					e.SDK = old
				}
			}
			s = old
		}
		p.c.sdks[s.Name] = s
		for _, m := range s.Modules {
			p.c.modules[m.Path] = s
		}
	}
	p.c.byName = slices.SortedFunc(maps.Values(p.c.sdks), func(a, b *SDK) int { return cmp.Compare(a.Name, b.Name) })
	p.c.owners = ownersOf(p.c.byName)
	for _, e := range p.entries {
		known := p.c.entries[e.Symbol]
		if i := slices.IndexFunc(known, func(old *Entry) bool { return old.key() == e.key() }); i >= 0 {
			p.c.kinds[e.Kind] = slices.DeleteFunc(p.c.kinds[e.Kind], func(old *Entry) bool { return old == known[i] })
			known = slices.Delete(known, i, i+1)
		}
		p.c.kinds[e.Kind] = append(p.c.kinds[e.Kind], e)
		es := known
		es = append(es, e)
		slices.SortFunc(es, compareEntries)
		p.c.entries[e.Symbol] = es
	}
	p.c.endpoints = append(p.endpoints, p.c.endpoints...) // the later file first: it may be more exact
	p.c.hosts = append(p.c.hosts, p.hosts...)
}

// verbs are the words that a line can start with.
func verbs() []string {
	return append(slices.Sorted(maps.Keys(Schemas)), "sdk", "module", "package", "default", "endpoint", "host")
}

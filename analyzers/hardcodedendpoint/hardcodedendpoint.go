// Package hardcodedendpoint finds importable packages whose requests to a model always go to one host.
//
// It is long because a URL is put together in many ways, and is right as a constant where anything else can replace it.
package hardcodedendpoint

import (
	_ "embed"
	"fmt"
	"go/types"
	"net/url"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "hardcodedendpoint", Group: rule.Openness, Cites: principles.OpenSourceAI, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil || !pass.Importable() {
		return nil
	}
	reported := map[string]bool{} // hosts: one finding a package is enough
	for _, fn := range info.Flow().Funcs {
		var fixed []address
		open := map[string]bool{} // what gets a host that can be set, on another path of the function
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				for _, a := range addresses(pass, info, in) {
					base, ok := fixedBase(info.Flow(), a.value)
					a.host, a.at = base.host, in
					if !ok {
						open[a.of] = true
					} else if !a.raw || asksModel(info.Catalogue(), base) {
						fixed = append(fixed, a)
					}
				}
			}
		}
		for _, a := range fixed {
			if open[a.of] || reported[a.host] {
				continue
			}
			reported[a.host] = true
			pass.ReportAround(a.at.Pos(), rule.Finding{
				Message: fmt.Sprintf("%s always uses host %s, so no gateway, test server or open model can replace it; make the base URL an option with this default",
					a.of, a.host),
			})
		}
	}
	return nil
}

// An address is a value that says where requests to a model go.
type address struct {
	value ssa.Value
	of    string // what gets it
	raw   bool   // it is the URL of any HTTP request
	host  string // on every path, if that is one
	at    ssa.Instruction
}

// addresses lists the base URLs that an instruction gives to an SDK, and the URLs of HTTP requests. The default that an SDK gives to
// itself is none: who imports it can give another.
func addresses(pass *rule.Pass, info *llm.Info, in ssa.Instruction) []address {
	switch in := in.(type) {
	case *ssa.Store:
		f, ok := in.Addr.(*ssa.FieldAddr)
		if !ok {
			return nil
		}
		key := flow.FieldKey(f.X.Type(), f.Field)
		if strings.HasPrefix(key, pass.Pkg.Path()+".") {
			return nil
		}
		for _, e := range info.Catalogue().Lookup(key) {
			if isBase(e) {
				return []address{{value: in.Val, of: key[strings.LastIndexByte(key, '/')+1:]}}
			}
		}
	case *ssa.Call:
		fn := flow.FuncObject(in.Common())
		if fn == nil || fn.Pkg() == pass.Pkg {
			return nil
		}
		if i, ok := requests[fn.FullName()]; ok {
			return []address{{value: in.Call.Args[i], of: flow.ShortName(fn), raw: true}}
		}
		var out []address
		if takesOptions(in.Parent(), fn) {
			return nil // options of the caller come after it
		}
		for _, e := range info.Catalogue().Lookup(fn.FullName()) {
			if slot, ok := catalogue.SlotOf(fn.Signature(), e.Place); isBase(e) && ok && !slot.Result && slot.Index < len(in.Call.Args) {
				out = append(out, address{value: in.Call.Args[slot.Index], of: flow.ShortName(fn)})
			}
		}
		return out
	}
	return nil
}

// takesOptions reports whether a function takes a list of what an option function returns.
func takesOptions(f *ssa.Function, option *types.Func) bool {
	if option.Signature().Results().Len() == 0 {
		return false
	}
	for ; f != nil; f = f.Parent() {
		for _, p := range f.Params {
			if list, ok := p.Type().Underlying().(*types.Slice); ok && types.Identical(list.Elem(), option.Signature().Results().At(0).Type()) {
				return true
			}
		}
	}
	return false
}

func isBase(e *catalogue.Entry) bool {
	return e.Kind == "option" && e.Role == "base_url" && e.SDK.Class != "vectorstore"
}

// requests are the functions of net/http that take a URL, with its argument.
var requests = map[string]int{"net/http.NewRequest": 1, "net/http.NewRequestWithContext": 2, "net/http.Post": 0, "(*net/http.Client).Post": 1}

// asksModel reports whether a URL is that of a model. Hosts of model services offer search and more at other paths: of a URL
// that is known to its end, the path must be one by which models are asked.
func asksModel(known *catalogue.Catalogue, u base) bool {
	if !known.Host(u.host) {
		return false
	}
	_, ok := known.Endpoint(u.path)
	return ok || !u.whole
}

// A base is what a URL starts with on every path.
type base struct {
	host, path string
	whole      bool // nothing follows the path
}

// fixedBase returns what a URL starts with on every path, if its host is always the same.
func fixedBase(p *flow.Program, v ssa.Value) (base, bool) {
	f := &follower{program: p, seen: map[ssa.Value]bool{}, whole: true}
	if !typex.IsString(v.Type()) || !f.follow(v) || len(f.urls) == 0 {
		return base{}, false
	}
	host := hostOf(f.urls[0])
	_, path, _ := strings.Cut(f.urls[0], host)
	return base{host, path, f.whole}, true
}

// hostOf returns the host of a URL that may go on with anything.
func hostOf(text string) string {
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || !strings.HasPrefix(scheme, "http") {
		return ""
	}
	if i := strings.IndexAny(rest, "/?%"); i >= 0 {
		if rest[i] == '%' {
			return "" // a part of the host is filled in
		}
		rest = rest[:i]
	}
	if u, err := url.Parse("http://" + rest); err != nil || u.Hostname() == "" {
		return ""
	}
	return rest
}

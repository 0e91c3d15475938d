package flow

import (
	"go/types"
	"strings"
)

// How the standard library passes text on: facts of its documentation, by full name. Arguments are counted with the
// receiver first. A function that is not here passes nothing on: os.Getenv("HOME") is not made of "HOME".

type libArg struct {
	arg  int
	kind Kind
}

func same(args ...int) (out []libArg) {
	for _, a := range args {
		out = append(out, libArg{a, Same})
	}
	return out
}

// formatted is the arguments of a print function: a text, and what is filled into it.
func formatted(format, rest int) []libArg { return []libArg{{format, Same}, {rest, Data}} }

// passing lists, for the functions of the standard library that give text back, which arguments it is made of.
var passing = map[string][]libArg{
	"fmt.Sprintf":  formatted(0, 1),
	"fmt.Sprint":   same(0),
	"fmt.Sprintln": same(0),
	"fmt.Append":   same(0, 1), "fmt.Appendln": same(0, 1), "fmt.Appendf": {{0, Same}, {1, Same}, {2, Data}},
	"strings.Join": same(0, 1), "strings.Clone": same(0), "strings.Repeat": same(0),
	"strings.Replace": {{0, Same}, {2, Data}}, "strings.ReplaceAll": {{0, Same}, {2, Data}}, "strings.Map": same(1),
	"strings.NewReplacer": {{0, Data}}, "(*strings.Replacer).Replace": same(0, 1),
	"strings.NewReader": same(0), "(*strings.Builder).String": same(0),
	"bytes.Join": same(0, 1), "bytes.Clone": same(0), "bytes.Replace": {{0, Same}, {2, Data}}, "bytes.ReplaceAll": {{0, Same}, {2, Data}},
	"bytes.NewReader": same(0), "bytes.NewBuffer": same(0), "bytes.NewBufferString": same(0),
	"(*bytes.Buffer).String": same(0), "(*bytes.Buffer).Bytes": same(0),
	"io.ReadAll": same(0), "io.NopCloser": same(0), "io.MultiReader": same(0), "bufio.NewReader": same(0),
	"flag.String": same(1), "(*flag.FlagSet).String": same(2), // the default of a flag
	"html.EscapeString": same(0), "strconv.Quote": same(0),
	"text/template.Must": same(0), "(*text/template.Template).Parse": same(0, 1), "(*text/template.Template).Funcs": same(0),
	"(*text/template.Template).Option": same(0), "(*text/template.Template).Delims": same(0), "(*text/template.Template).Lookup": same(0),
	"(*text/template.Template).New": same(0), "(*text/template.Template).Clone": same(0),
	"html/template.Must": same(0), "(*html/template.Template).Parse": same(0, 1), "(*html/template.Template).Funcs": same(0),
	"(*html/template.Template).Option": same(0), "(*html/template.Template).Delims": same(0), "(*html/template.Template).Lookup": same(0),
	"(*html/template.Template).New": same(0), "(*html/template.Template).Clone": same(0),
	"slices.Concat": same(0), "slices.Clone": same(0), "slices.Insert": same(0, 2), "slices.Collect": same(0), "slices.Sorted": same(0),
	"slices.Values": same(0), "slices.Compact": same(0), "slices.DeleteFunc": same(0), "slices.Grow": same(0), "slices.Repeat": same(0),
	"maps.Clone": same(0), "maps.Values": same(0), "cmp.Or": same(0),
	"encoding/json.Marshal": {{0, Coded}}, "encoding/json.MarshalIndent": {{0, Coded}},
	"(*sync/atomic.Value).Load": same(0),
}

// firstArg are the packages whose functions give back a part or a variant of their first argument, unless they stand
// in the list above.
var firstArg = []string{"strings.Trim", "strings.Split", "strings.Fields", "strings.Cut", "strings.To", "strings.Title",
	"bytes.Trim", "bytes.Split", "bytes.Fields", "bytes.Cut", "bytes.To", "bytes.Title", "strings.Lines", "bytes.Lines"}

// library says what a function of the standard library makes its result of; ok is false for other functions.
func library(fn *types.Func) (args []libArg, ok bool) {
	if fn.Pkg() == nil || !Standard(fn.Pkg().Path()) {
		return nil, false
	}
	name := fn.FullName()
	if args, ok := passing[name]; ok {
		return args, true
	}
	for _, p := range firstArg {
		if strings.HasPrefix(name, p) {
			return same(0), true
		}
	}
	return nil, true
}

// Standard reports whether a path is of the standard library, by its first element.
func Standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return libraryRoots[first]
}

var libraryRoots = map[string]bool{
	"bufio": true, "bytes": true, "cmp": true, "context": true, "encoding": true, "errors": true, "fmt": true, "html": true, "io": true,
	"iter": true, "log": true, "maps": true, "math": true, "mime": true, "net": true, "os": true, "path": true, "regexp": true, "slices": true,
	"sort": true, "strconv": true, "strings": true, "sync": true, "text": true, "time": true, "unicode": true, "reflect": true, "runtime": true,
	"database": true, "crypto": true, "hash": true, "go": true, "embed": true, "flag": true, "testing": true, "container": true, "compress": true,
	"archive": true, "image": true, "index": true, "plugin": true, "unsafe": true, "unique": true, "weak": true, "syscall": true, "debug": true, "expvar": true,
}

// written lists what the standard library writes into an argument: from full name to that argument and what goes in.
var written = map[string]struct {
	into int
	from []libArg
}{
	"(*strings.Builder).WriteString": {0, same(1)}, "(*strings.Builder).Write": {0, same(1)},
	"(*bytes.Buffer).WriteString": {0, same(1)}, "(*bytes.Buffer).Write": {0, same(1)}, "(*bytes.Buffer).ReadFrom": {0, same(1)},
	"(*bufio.Writer).WriteString": {0, same(1)}, "(*bufio.Writer).Write": {0, same(1)},
	"(io.Writer).Write": {0, same(1)}, "(io.StringWriter).WriteString": {0, same(1)},
	"flag.StringVar": {0, same(2)}, "(*flag.FlagSet).StringVar": {1, same(3)},
	"io.WriteString": {0, same(1)}, "io.Copy": {0, same(1)}, "maps.Copy": {0, same(1)},
	"fmt.Fprintf": {0, formatted(1, 2)}, "fmt.Fprint": {0, same(1)}, "fmt.Fprintln": {0, same(1)},
	"(*text/template.Template).Execute":         {1, []libArg{{0, Same}, {2, Data}}},
	"(*text/template.Template).ExecuteTemplate": {1, []libArg{{0, Same}, {3, Data}}},
	"(*html/template.Template).Execute":         {1, []libArg{{0, Same}, {2, Data}}},
	"(*html/template.Template).ExecuteTemplate": {1, []libArg{{0, Same}, {3, Data}}},
	"(*text/template.Template).Parse":           {0, same(1)},
	"(*html/template.Template).Parse":           {0, same(1)},
	"(*encoding/json.Encoder).Encode":           {0, []libArg{{1, Coded}}},
	"(*sync/atomic.Value).Store":                {0, same(1)},
}

// writers returns what a call of fn writes into its argument into.
func writers(fn *types.Func, into int) []libArg {
	if w, ok := written[fn.FullName()]; ok && w.into == into {
		return w.from
	}
	return nil
}

// aliases reports whether the result of fn writes through to the argument.
func aliases(fn *types.Func, arg int) bool {
	switch fn.FullName() {
	case "bufio.NewWriter", "encoding/json.NewEncoder", "io.MultiWriter":
		return arg == 0
	}
	return false
}

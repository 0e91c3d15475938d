package command

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/buildversion"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/shell"
	"github.com/zahariacheck/zahariacheck/principles"
)

// complete is the verb completion.
func complete(args []string, out, _ io.Writer) (int, error) {
	if len(args) != 1 {
		return Failed, fmt.Errorf("completion takes one shell: %s", strings.Join(shell.Shells, ", "))
	}
	script, err := program().Completion(args[0])
	if err != nil {
		return Failed, err
	}
	_, err = io.WriteString(out, script)
	return Clean, err
}

// manual is the verb man.
func manual(_ []string, out, _ io.Writer) (int, error) {
	page, err := program().Man()
	if err != nil {
		return Failed, err
	}
	_, err = io.WriteString(out, page)
	return Clean, err
}

// program describes the command line.
func program() shell.Program {
	p := shell.Program{Name: "zahariacheck", Does: summaryLine, Version: buildversion.Text(), Text: []string{
		"The packages are those of the go command; without any, ./... is checked. Each finding cites a principle; explain shows the page of its rule.",
		"A comment //zahariacheck:allow RULE REASON on the line of a finding, on the line above, or in the comment of its declaration allows it.",
	}}
	values := verbValues()
	for _, name := range slices.Sorted(maps.Keys(verbs)) {
		v := verbs[name]
		p.Verbs = append(p.Verbs, shell.Word{Name: name, Does: v.does, Args: v.args, Values: values[name]})
	}
	fs, _, _ := newFlags()
	fs.VisitAll(func(f *flag.Flag) {
		arg, does := flag.UnquoteUsage(f)
		w := shell.Word{Name: f.Name, Does: strings.ReplaceAll(does, "`", ""), Values: flagValues[f.Name]}
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); !ok || !b.IsBoolFlag() {
			w.Args = strings.ToUpper(arg)
			if w.Args == "" {
				w.Args = "VALUE"
			}
		}
		p.Flags = append(p.Flags, w)
	})
	return p
}

// flagValues are the values of flags that take one of a few.
var flagValues = map[string][]string{
	"debug":   {"t", "facts", "why"},
	"fail-on": {string(analyzers.Error), string(analyzers.Warning), string(analyzers.Info)},
	"format":  slices.Sorted(maps.Keys(formats)),
	"sort":    {byPlace, bySeverity},
}

// verbValues are the words that may follow a verb.
func verbValues() map[string][]string {
	var names []string
	for _, r := range analyzers.Rules() {
		names = append(names, r.Name)
	}
	for _, q := range principles.All() {
		names = append(names, string(q.ID))
	}
	return map[string][]string{
		"baseline":   {"write", "prune"},
		"cache":      {"path", "clean"},
		"completion": shell.Shells,
		"explain":    names,
		"rules":      {"-catalogue"},
		"schema":     {"jsonl", "surface"},
		"surface":    {"write", "check", "diff"},
	}
}

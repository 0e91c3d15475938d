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
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
	document "github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/surface"
	"github.com/zahariacheck/zahariacheck/principles"
)

// A verb is a first argument that is not a package.
type verb struct {
	args, does string
	run        func(args []string, stdout, stderr io.Writer) (status int, err error)
	checks     func(args []string) bool // whether packages are checked; nil for never
	flags      func() *flag.FlagSet     // of this verb only; nil for none
}

var verbs map[string]verb

func init() { // not in the declaration: help, which is one of them, lists them
	verbs = map[string]verb{
		"baseline":   {"write|prune", "record the existing findings, or remove fixed ones from that list", writeBaseline, always, nil},
		"cache":      {"path|clean", "show where results of earlier runs are kept, or remove them", manageStore, nil, nil},
		"completion": {"SHELL", "print a completion script for bash, zsh or fish", complete, nil, nil},
		"demo":       {"[FOLDER]", "check a small sample application, without a network; write it to FOLDER to look at it", demonstrate, always, nil},
		"explain":    {"RULE|QUOTE|FILE:LINE", "show a rule's page, a quote and the rules that cite it, one finding, or where a text goes", explain, func(args []string) bool { return placeName.MatchString(strings.Join(args, " ")) }, nil},
		"extract":    {"[-diff] [PACKAGES|FILE:LINE]", "move prompts that hardcodedprompt reports into embedded files", extractPrompts, always, func() *flag.FlagSet { return newExtractFlags(new(bool)) }},
		"help":       {"[VERB]", "show this text, or what a verb takes", help, nil, nil},
		"lsp":        {"[flags]", "serve an editor by the Language Server Protocol, on standard input and output", serveEditor, isEditorCheck, nil},
		"man":        {"", "print a manual page", manual, nil, nil},
		"quotes":     {"", "list the quotes and the rules that cite each", listQuotes, nil, nil},
		"rules":      {"[-catalogue]", "list the rules, or the SDKs that the catalogue knows", listRules, nil, nil},
		"schema":     {"[jsonl|surface]", "print the JSON schema of " + config.Name + ", of a line of -format=jsonl, or of a surface", schema, nil, nil},
		"surface":    {"[write|check|diff]", "show what a model may read, call and cost; keep it in a lock file; compare", showSurface, always, func() *flag.FlagSet { return newSurfaceFlags(new(surfaceOptions)) }},
		"version":    {"", "show the version", version, nil, nil},
	}
}

// summaryLine says what the command is for.
const summaryLine = "find bugs and design mistakes in Go programs that call language models, and cite the principle behind each"

func always([]string) bool { return true }

func schema(args []string, out, _ io.Writer) (int, error) {
	switch {
	case len(args) == 1 && args[0] == "jsonl":
		_, err := out.Write(render.LineSchema)
		return Clean, err
	case len(args) == 1 && args[0] == "surface":
		_, err := out.Write(document.Schema)
		return Clean, err
	case len(args) > 0:
		return Failed, fmt.Errorf("schema takes jsonl, surface or nothing, not %s", strings.Join(args, " "))
	}
	data, err := config.Schema()
	if err != nil {
		return Failed, err
	}
	_, err = out.Write(append(data, '\n'))
	return Clean, err
}

func version(_ []string, out, _ io.Writer) (int, error) {
	_, err := fmt.Fprintf(out, "zahariacheck %s\n", buildversion.Text())
	return Clean, err
}

func help(args []string, out, _ io.Writer) (int, error) {
	if len(args) > 0 {
		return helpOf(args[0], out)
	}
	var b strings.Builder
	b.WriteString("zahariacheck: " + summaryLine + `.

	zahariacheck [flags] [packages]
`)
	for _, name := range slices.Sorted(maps.Keys(verbs)) {
		v := verbs[name]
		fmt.Fprintf(&b, "\t%-55s%s\n", strings.TrimSpace("zahariacheck "+name+" "+v.args), v.does)
	}
	b.WriteString(`
Packages are those of the go command; without any, ./... is checked. As a vet tool, which keeps results in the build
cache: go vet -vettool=$(which zahariacheck) ./...

Exit status: 0 no findings, 1 findings, 2 something could not be checked.

Flags:
`)
	fs, _, _ := newFlags()
	rules := map[string]bool{}
	for _, r := range analyzers.Rules() {
		rules[r.Name] = true
	}
	var options strings.Builder
	fs.VisitAll(func(f *flag.Flag) {
		name, _, isOption := strings.Cut(f.Name, ".")
		switch {
		case isOption && rules[name]:
			options.WriteString(usage(f))
		case !rules[name]:
			b.WriteString(usage(f))
		}
	})
	b.WriteString("\t-RULE, -RULE=false\n\t\trun only the rules so named; run all but those (zahariacheck rules lists them)\n")
	b.WriteString(options.String())
	_, err := io.WriteString(out, b.String())
	return Clean, err
}

// asksForHelp reports whether one of the arguments of a verb asks what it takes.
func asksForHelp(args []string) bool {
	return slices.ContainsFunc(args, func(a string) bool { return a == "-h" || a == "-help" || a == "--help" })
}

// helpOf shows what a verb takes.
func helpOf(name string, out io.Writer) (int, error) {
	v, ok := verbs[name]
	if !ok {
		known := map[string]bool{}
		for name := range verbs {
			known[name] = true
		}
		return Failed, fmt.Errorf("there is no verb %s%s (see zahariacheck help)", name, didYouMean(name, known))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", strings.TrimSpace("zahariacheck "+name+" "+v.args), v.does)
	if strings.Contains(v.args, "flags") {
		b.WriteString("\nThe flags are those of a check that affect what is found; zahariacheck help lists them.\n")
	}
	if v.flags != nil {
		b.WriteString("\nFlags:\n")
		v.flags().VisitAll(func(f *flag.Flag) { b.WriteString(usage(f)) })
	}
	_, err := io.WriteString(out, b.String())
	return Clean, err
}

// usage shows a flag, with the name of its value or a default that is not empty, above what it does.
func usage(f *flag.Flag) string {
	value, does := flag.UnquoteUsage(f)
	switch f.DefValue {
	case "", "false", "-1":
		return "\t" + strings.TrimSpace("-"+f.Name+" "+value) + "\n\t\t" + does + "\n"
	}
	return "\t-" + f.Name + "=" + f.DefValue + "\n\t\t" + does + "\n"
}

func listRules(args []string, out, _ io.Writer) (int, error) {
	var b strings.Builder
	catalogue := false
	if len(args) > 0 {
		if len(args) > 1 || strings.TrimPrefix(args[0], "-") != "catalogue" && args[0] != "--catalogue" {
			return Failed, fmt.Errorf("rules takes -catalogue or nothing, not %s", strings.Join(args, " "))
		}
		catalogue = true
	}
	dir, err := workingFolder()
	if err != nil {
		return Failed, err
	}
	o, err := parseUnstored(dir, nil)
	if err != nil {
		return Failed, err
	}
	if catalogue {
		_, err := io.WriteString(out, strings.Join(analyzers.CatalogueSummary(o.Settings), "\n")+"\n")
		return Clean, err
	}
	for _, r := range analyzers.Rules() {
		state := "on"
		if !o.Settings.Enabled(r) {
			state = "off"
		}
		fmt.Fprintf(&b, "%-16s %-3s  %s\n", r.Name, state, firstSentence(r.Summary()))
		fmt.Fprintf(&b, "%-16s      %s; %s\n", "", r.Group, quoteTopics(r))
	}
	_, err = io.WriteString(out, b.String())
	return Clean, err
}

// firstSentence is the first sentence of a summary.
func firstSentence(summary string) string {
	if i := strings.Index(summary, ". "); i >= 0 {
		return summary[:i+1]
	}
	return summary
}

// quoteTopics names the quotes that a rule cites.
func quoteTopics(r *analyzers.Rule) string {
	var on []string
	for _, id := range r.Quotes() {
		on = append(on, "On "+principles.Get(id).Topic)
	}
	return strings.Join(on, ", ")
}

func listQuotes(_ []string, out, _ io.Writer) (int, error) {
	var b strings.Builder
	part := 0
	for _, q := range principles.All() {
		if q.Part != part {
			part = q.Part
			fmt.Fprintf(&b, "Part %d: %s\n", q.Part, q.PartTitle)
		}
		fmt.Fprintf(&b, "\t%-36s%s\n", q.ID, strings.Join(citing(q.ID), ", "))
	}
	_, err := io.WriteString(out, b.String())
	return Clean, err
}

// citing returns the names of the rules that cite a quote.
func citing(id principles.ID) (names []string) {
	for _, r := range analyzers.Rules() {
		if slices.Contains(r.Quotes(), id) {
			names = append(names, r.Name)
		}
	}
	return names
}

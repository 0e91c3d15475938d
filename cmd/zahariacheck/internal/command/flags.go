package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/htmlreport"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/ruleflag"
)

// options are the flags of a check.
type options struct {
	check.Options
	filters
	json    bool
	outputs []output // none is text on standard output
	out     string   // the file of the output that names none
	fix     bool
	diff    bool // with fix: show, do not write
	stats   bool
	facts   bool // print those of the packages
	why     bool // explain places in place of a check
	summary bool // end with a line of totals though this is no terminal
	context int
	quotes  bool // show quotes in text
	surface *htmlreport.Surface
	sort    string
}

func newFlags() (*flag.FlagSet, *options, *ruleflag.Choice) {
	o := new(options)
	fs := flag.NewFlagSet("zahariacheck", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.BoolVar(&o.json, "json", false, "print findings in the form of go vet -json; exit 0 unless something could not be checked")
	fs.Func("format", "report in these `forms`, NAME or NAME=FILE, comma-separated; at most one goes to standard output: "+
		formatNames()+"; by default text, or in GitHub Actions github", o.addFormats)
	fs.StringVar(&o.out, "out", "", "write the report to this `file` instead of standard output, completely or not at all")
	fs.BoolVar(&o.fix, "fix", false, "apply the fixes of findings, and print the remaining findings")
	fs.BoolVar(&o.diff, "diff", false, "with -fix: print a unified diff instead of writing files; findings without a fix go to standard error; exit 1 if there is either")
	fs.BoolVar(&o.Tests, "test", false, "check _test.go files too")
	fs.BoolVar(&o.Examples, "examples", false, "also report findings in folders of examples, tutorials and demonstrations, in helpers for tests, and in commands of folders of tests")
	fs.BoolVar(&o.stats, "stats", false, "end with totals, and counts of reported, allowed and baseline findings by rule and principle; in -json as one more object")
	fs.IntVar(&o.context, "c", -1, "show this many lines of code around each finding")
	fs.BoolVar(&o.quotes, "quotes", true, "show the quotes that rules cite in the text report")
	o.sort = byPlace
	fs.Func("sort", "list findings by `order`: place (the default), or severity, errors first", o.setSort)
	fs.StringVar(&o.Tags, "tags", "", "build tags, comma-separated")
	fs.Func("debug", "t: print the time of each phase and each rule to standard error; facts: what is known of the functions and fields of each package; why: explain FILE:LINE, as the verb explain does", o.setDebug)
	o.filters.register(fs)
	return fs, o, ruleflag.Register(fs)
}

// setDebug takes the value of -debug.
func (o *options) setDebug(what string) error {
	switch what {
	case "t":
		o.Times = new(check.Times)
	case "facts":
		o.facts = true
	case "why":
		o.why = true
	default:
		return errors.New("want t, for times, facts, or why, with FILE:LINE")
	}
	return nil
}

// The orders of findings.
const (
	byPlace    = "place"
	bySeverity = "severity"
)

func (o *options) setSort(order string) error {
	if order != byPlace && order != bySeverity {
		return fmt.Errorf("the orders are %s and %s", byPlace, bySeverity)
	}
	o.sort = order
	return nil
}

// parse applies the configuration that holds for the working folder, then the flags of a check, which override it.
func parse(args []string) (*options, error) {
	dir, err := workingFolder()
	if err != nil {
		return nil, err
	}
	return parseIn(dir, args)
}

func workingFolder() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real // the go command says real names where it is not told of a link
	}
	return dir, nil
}

// parseIn does the same for a folder.
func parseIn(dir string, args []string) (*options, error) {
	o, err := parseUnstored(dir, args)
	if err == nil && !o.fix && !o.facts {
		o.Store = openStore(o.conf, dir)
	}
	return o, err
}

// parseUnstored does the same without the store of reports, which takes hundreds of system calls to open.
func parseUnstored(dir string, args []string) (*options, error) {
	fs, o, choice := newFlags()
	if err := fs.Parse(args); err != nil {
		return nil, withSuggestion(err, fs)
	}
	trust, err := o.trust(dir)
	if err != nil {
		return nil, err
	}
	o.Settings = analyzers.NewSettings()
	conf, err := o.configuration(dir, o.Settings)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(o.checkFixFlags(), o.resolveOutputs(), trust.checkOutputs(o.outputs)); err != nil {
		return nil, err
	}
	o.conf = conf
	o.Tree, o.Env, o.Limits = trust.tree, trust.env, trust.limits
	o.Patterns = fs.Args()
	if len(o.Patterns) == 0 {
		o.Patterns = []string{"./..."}
	}
	for _, p := range o.Patterns {
		if strings.HasPrefix(p, "-") {
			return nil, fmt.Errorf("flag %s comes after a package; put flags first (see zahariacheck help)", p)
		}
	}
	o.Rules = choice.Apply(o.Settings)
	o.Dir = dir
	o.Guard = isolate.Current()
	if o.configFile == "" && !o.untrusted {
		o.Stray = func(folder string) string { return config.Stray(folder, conf.File) }
	}
	return o, nil
}

// withSuggestion adds to a complaint about flags where to read about them, and to one about an unknown flag the known
// one that is nearest to it.
func withSuggestion(err error, fs *flag.FlagSet) error {
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !ok {
		return fmt.Errorf("%w (see zahariacheck help)", err)
	}
	known := map[string]bool{}
	fs.VisitAll(func(f *flag.Flag) { known[f.Name] = true })
	return fmt.Errorf("there is no flag -%s%s (see zahariacheck help)", name, didYouMean(name, known))
}

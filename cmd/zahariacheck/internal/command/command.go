// Package command is the command line: which verb, which flags, what is printed where, which exit status.
package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/filter"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/htmlreport"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/ruleflag"
)

// The exit statuses. Failed wins over Found: the findings are printed all the same.
const (
	Clean  = 0
	Found  = 1
	Failed = 2 // usage, or something that was asked for could not be checked
)

// Checks reports whether a command line asks for packages to be checked. It may be wrong otherwise.
func Checks(args []string) bool {
	if len(args) == 0 {
		return true
	}
	v, ok := verbs[args[0]]
	return !ok || v.checks != nil && v.checks(args[1:])
}

// Run runs the command with its arguments and returns the exit status. Standard output gets the report and nothing
// else.
func Run(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		if v, ok := verbs[args[0]]; ok {
			status, err := v.run(args[1:], stdout, stderr)
			if err != nil {
				return fail(stderr, err)
			}
			return status
		}
		switch err := mistyped(args[0]); {
		case args[0] == "--version":
			return Run([]string{"version"}, stdout, stderr)
		case err != nil:
			return fail(stderr, err)
		}
	}
	o, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return Run([]string{"help"}, stdout, stderr)
	}
	if err != nil {
		return fail(stderr, err)
	}
	if o.saysNoFormat() && os.Getenv("GITHUB_ACTIONS") == "true" {
		o.outputs = []output{{format: "github"}}
	}
	return run(o, stdout, stderr)
}

// mistyped reports that a word is nearly a verb and no package: no folder has that name, and it is none of the names that the go
// command gives to sets of packages.
func mistyped(word string) error {
	if _, err := os.Stat(word); err == nil || strings.ContainsAny(word, "./\\-@") || slices.Contains([]string{"all", "std", "cmd", "tool", "work"}, word) {
		return nil
	}
	known := map[string]bool{}
	for name := range verbs {
		known[name] = true
	}
	hint := didYouMean(word, known)
	if hint == "" {
		return nil // a package of the standard library, or what the go command will complain of
	}
	return fmt.Errorf("there is no verb %s%s (see zahariacheck help)", word, hint)
}

// tellFailures tells what could not be checked, and once what to do where this program is older than the Go of the code: that can
// be the cause in each package.
func tellFailures(all []finding.Failure, stderr io.Writer) {
	outdated := 0
	for _, f := range all {
		if check.Outdated(f) {
			outdated++
		}
		if !check.Outdated(f) || outdated == 1 {
			fail(stderr, f)
		}
	}
	if outdated > 1 {
		fail(stderr, fmt.Errorf("could not check %d more packages for that reason", outdated-1))
	}
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "zahariacheck: %s\n", analyzers.Clean(err.Error(), 1024))
	if wrong := (*config.Error)(nil); errors.As(err, &wrong) && wrong.Frame != "" {
		fmt.Fprintf(stderr, "\t%s\n", analyzers.Clean(wrong.Frame, 160))
	}
	return Failed
}

// options are the flags of a check.
type options struct {
	check.Options
	sieve
	json    bool
	outputs []output // none is text on standard output
	out     string   // the file of the output that names none
	fix     bool
	diff    bool // with fix: show, do not write
	stats   bool
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
	fs.Func("format", "report in these `forms`, NAME or NAME=FILE, comma-separated, of which one goes to standard output: "+
		formatNames()+"; by default text, or in GitHub Actions github", o.addFormats)
	fs.StringVar(&o.out, "out", "", "write the report that would go to standard output to this `file`, whole or not at all")
	fs.BoolVar(&o.fix, "fix", false, "apply the fixes that findings come with, and print what is left")
	fs.BoolVar(&o.diff, "diff", false, "with -fix: write no file, print a unified diff; what has no fix goes to standard error; exit 1 if there is either")
	fs.BoolVar(&o.Tests, "test", false, "check _test.go files too")
	fs.BoolVar(&o.Examples, "examples", false, "report what lies in folders of examples and tutorials too")
	fs.BoolVar(&o.stats, "stats", false, "end with totals, and with findings, allowed ones and those in the baseline by rule and principle; in -json as one more object")
	fs.IntVar(&o.context, "c", -1, "show this many lines of code around each finding")
	fs.BoolVar(&o.quotes, "quotes", true, "show the quotes that rules cite in the report in text")
	o.sort = byPlace
	fs.Func("sort", "list findings by `order`: place (the default), or severity, errors first", o.setSort)
	fs.StringVar(&o.Tags, "tags", "", "build tags, comma-separated")
	fs.Func("debug", "t: print to standard error how long each phase and each rule took", o.setDebug)
	o.sieve.register(fs)
	return fs, o, ruleflag.Register(fs)
}

// setDebug takes the letters of -debug.
func (o *options) setDebug(letters string) error {
	if letters != "t" {
		return fmt.Errorf("the only thing to debug is t, the times")
	}
	o.Times = new(check.Times)
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

// parse reads the flags of a check, and between them the configuration that holds for the working folder.
func parse(args []string) (*options, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real // the go command says real names where it is not told of a link
	}
	return parseIn(dir, args)
}

func parseIn(dir string, args []string) (*options, error) {
	fs, o, _ := newFlags()
	if err := fs.Parse(args); err != nil {
		return nil, withSuggestion(err, fs)
	}
	trust, err := o.trust(dir)
	if err != nil {
		return nil, err
	}
	conf, err := o.configuration(dir)
	if err != nil {
		return nil, err
	}
	fs, o, choice := newFlags() // again, because the command line stands above the configuration that it names
	if err := fs.Parse(args); err != nil {
		return nil, withSuggestion(err, fs)
	}
	if err := errors.Join(o.mayRepair(), o.settle(), trust.writes(o.outputs)); err != nil {
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
			return nil, fmt.Errorf("flag %s stands behind a package (see zahariacheck help)", p)
		}
	}
	o.Rules = choice.Rules()
	o.Dir = dir
	o.Guard = isolate.Current()
	if o.configFile == "" && !o.untrusted {
		o.Stray = func(folder string) string { return config.Stray(folder, conf.File) }
	}
	if !o.fix {
		o.Store = openStore(conf, dir)
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

// maxWord is how many bytes of a word that a user wrote a message shows.
const maxWord = 200

// maxRounds bounds how often a run with -fix begins anew: one fix can make way for another.
const maxRounds = 8

// run checks and prints.
func run(o *options, stdout, stderr io.Writer) int {
	ctx, release := untilSignal()
	defer release()
	analyzers.ReportTests(o.Tests)
	analyzers.ReportExamples(o.Examples)
	var rep *check.Report
	var err error
	fixed := new(repairs)
	for round := 1; ; round++ {
		if rep, err = o.look(ctx, stderr); err != nil || !o.fix || !fixed.make(ctx, o, rep, round == maxRounds) {
			break
		}
	}
	if err == nil {
		tellFailures(rep.Failures, stderr)
		o.tellOfTree(rep, stderr)
		for _, glob := range o.conf.Vain() {
			fmt.Fprintf(stderr, "zahariacheck: note: no file matches %s in %s\n", analyzers.Clean(strconv.Quote(glob), maxWord), config.Name)
		}
		if !o.saysPassedOver(stdout, &rep.Report) {
			for _, what := range render.PassedOver(&rep.Report) {
				fmt.Fprintf(stderr, "zahariacheck: note: %s\n", what)
			}
		}
	}
	status := fixed.tell(o, stdout, stderr)
	var end stopped
	if errors.As(err, &end) || o.fix && errors.As(context.Cause(ctx), &end) {
		return 128 + int(end.signal)
	}
	if err != nil {
		return fail(stderr, err)
	}
	if o.diff {
		stdout = stderr
	}
	err = o.write(stdout, &rep.Report)
	switch {
	case err != nil:
		return fail(stderr, fmt.Errorf("cannot write the report: %w", err))
	case len(rep.Failures) > 0:
		return Failed
	case status == Clean && filter.Reaches(rep.Findings, o.failOn) && !o.json:
		return Found
	}
	return status
}

// look checks, and takes out what is not to be shown.
func (o *options) look(ctx context.Context, stderr io.Writer) (*check.Report, error) {
	meter := newMeter(stderr)
	o.Progress = meter.show
	collected := o.collectSurface()
	rep, err := check.Run(ctx, o.Options)
	meter.clear()
	if collected != nil && err == nil {
		o.surface = surfaceView(collected.Document(rep.Deps))
	}
	if o.Times != nil {
		o.Times.Print(stderr)
	}
	if err != nil {
		return nil, err
	}
	err = o.sift(ctx, o.Options, rep)
	if o.sort == bySeverity {
		finding.SortBySeverity(rep.Findings)
	}
	return rep, err
}

// Package command is the command line: which verb, which flags, what is printed where, which exit status.
package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/filter"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
)

// The exit statuses. Failed wins over Found: the findings are printed all the same.
const (
	Clean  = 0
	Found  = 1
	Failed = 2 // usage, or something that was asked for could not be checked
)

// Checks reports whether a command line asks for packages to be checked. The command line may still be invalid.
func Checks(args []string) bool {
	if len(args) == 0 {
		return true
	}
	v, ok := verbs[args[0]]
	return !ok || v.checks != nil && v.checks(args[1:]) && !asksForHelp(args[1:])
}

// Run runs the command with its arguments and returns the exit status. Standard output gets the report and nothing
// else.
func Run(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		if v, ok := verbs[args[0]]; ok {
			if asksForHelp(args[1:]) {
				args = []string{"help", args[0]}
				v = verbs["help"]
			}
			status, err := v.run(args[1:], stdout, stderr)
			if err != nil {
				return fail(stderr, err)
			}
			return status
		}
		switch err := unknownVerb(args[0]); {
		case slices.Contains([]string{"--version", "-version", "-V"}, args[0]):
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
	if o.why {
		return Run(append([]string{"explain"}, o.Patterns...), stdout, stderr)
	}
	if o.formatUnset() && os.Getenv("GITHUB_ACTIONS") == "true" {
		o.outputs = []output{{format: "github"}}
	}
	return run(o, stdout, stderr)
}

// unknownVerb reports that a word is nearly a verb and no package: no folder has that name, and it is none of the names that the go
// command gives to sets of packages.
func unknownVerb(word string) error {
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

// printFailures prints what could not be checked, and once what to do if this program is older than the Go of the code: that can
// be the cause in each package.
func printFailures(all []finding.Failure, stderr io.Writer) {
	outdated := 0
	for _, f := range all {
		if check.NeedsNewerGo(f) {
			outdated++
		}
		if !check.NeedsNewerGo(f) || outdated == 1 {
			fail(stderr, f)
		}
	}
	if outdated > 1 {
		fail(stderr, fmt.Errorf("could not check %d more packages for the same reason", outdated-1))
	}
}

func fail(stderr io.Writer, err error) int {
	if joined, ok := err.(interface{ Unwrap() []error }); ok { // each on a line of its own
		for _, err := range joined.Unwrap() {
			fail(stderr, err)
		}
		return Failed
	}
	fmt.Fprintf(stderr, "zahariacheck: %s\n", analyzers.Clean(err.Error(), 1024))
	if wrong := (*config.Error)(nil); errors.As(err, &wrong) && wrong.Frame != "" {
		fmt.Fprintf(stderr, "\t%s\n", analyzers.Clean(wrong.Frame, 160))
	}
	return Failed
}

// maxWord is how many bytes of a word that a user wrote a message shows.
const maxWord = 200

// maxWarning is how many bytes of a warning about a row of a catalogue are shown.
const maxWarning = 512

// maxRounds bounds the repetitions of a run with -fix: one fix can enable another.
const maxRounds = 8

// run checks and prints.
func run(o *options, stdout, stderr io.Writer) int {
	ctx, release := untilSignal()
	defer release()
	var rep *check.Report
	var err error
	fixed := new(fixRun)
	for round := 1; ; round++ {
		if rep, err = o.check(ctx, stderr); err != nil || !o.fix || !fixed.apply(ctx, o, rep, round == maxRounds) {
			break
		}
	}
	if err == nil {
		printFailures(rep.Failures, stderr)
		o.reportUntrusted(rep, stderr)
		for _, row := range rep.Rows {
			fmt.Fprintf(stderr, "zahariacheck: warning: %s\n", analyzers.Clean(row, maxWarning))
		}
		for _, glob := range o.conf.UnmatchedGlobs() {
			fmt.Fprintf(stderr, "zahariacheck: note: no file matches %s in %s\n", analyzers.Clean(strconv.Quote(glob), maxWord), config.Name)
		}
		if !o.summarizesSkipped(stdout, &rep.Report) {
			for _, what := range render.PassedOver(&rep.Report) {
				fmt.Fprintf(stderr, "zahariacheck: note: %s\n", what)
			}
		}
	}
	status := fixed.report(o, stdout, stderr)
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
	case status == Clean && filter.HasAtLeast(rep.Findings, o.failOn) && !o.json:
		return Found
	}
	return status
}

// check runs the check and filters the report.
func (o *options) check(ctx context.Context, stderr io.Writer) (*check.Report, error) {
	meter := newMeter(stderr, &o.Options)
	o.Progress = meter.show
	if o.facts {
		o.Facts = stderr
	}
	collected := o.collectSurface()
	rep, err := check.Run(ctx, o.Options)
	meter.clear()
	if collected != nil && err == nil {
		o.surface = surfaceView(collected.document(rep))
	}
	if o.Times != nil {
		o.Times.Print(stderr)
	}
	if err != nil {
		return nil, err
	}
	err = o.apply(ctx, o.Options, rep)
	if o.sort == bySeverity {
		finding.SortBySeverity(rep.Findings)
	}
	return rep, err
}

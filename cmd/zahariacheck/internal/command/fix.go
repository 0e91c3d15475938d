package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/fix"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
)

// checkFixFlags returns an error for contradictory flags about fixes.
func (o *options) checkFixFlags() error {
	switch {
	case o.diff && !o.fix:
		return errors.New("-diff shows the changes of -fix; use -fix -diff")
	case o.fix && o.untrusted:
		return errors.New("-fix writes text of the checked code; leave out -untrusted or -fix")
	case o.diff && (o.json || o.stats):
		return errors.New("-diff prints only a diff; leave out -json and -stats")
	}
	return nil
}

// fixRun are what a run with -fix did.
type fixRun struct {
	findings int             // that were fixed
	written  map[string]bool // names of files
	diff     []byte
	plan     *fix.Plan // the last
	err      error
}

// apply applies the fixes of a report and takes out of it what they fixed; or takes out what a diff shows. It reports whether to check
// again: then files were written, and all went well.
func (r *fixRun) apply(ctx context.Context, o *options, rep *check.Report, last bool) (again bool) {
	cache, err := check.ModuleCache(ctx, o.Options)
	if err != nil {
		r.err = err
		return false
	}
	r.plan = fix.NewPlan(ctx, rep.Findings, rep.Sources, cache)
	if o.diff {
		r.diff = r.plan.Diff(o.Dir)
		rep.Findings = r.plan.Unplanned()
		return false
	}
	written := r.plan.Write()
	if r.written == nil {
		r.written = map[string]bool{}
	}
	for _, name := range written {
		r.written[name] = true
	}
	before := len(rep.Findings)
	rep.Findings = r.plan.Left()
	r.findings += before - len(rep.Findings)
	return len(written) > 0 && len(r.plan.Failures) == 0 && !last
}

// report prints which fixes were applied and which were not, and the diff to stdout. The status is Failed if a file could not be read or
// written, Found if there was a diff, or else Clean.
func (r *fixRun) report(o *options, stdout, stderr io.Writer) (status int) {
	if r.err != nil {
		status = fail(stderr, r.err)
	}
	if r.plan == nil {
		return status
	}
	names := render.Text{Dir: o.Dir}
	for _, refused := range r.plan.Refused {
		fail(stderr, fmt.Errorf("%s: %s is not fixed: %s", names.Place(refused.Finding.Pos), refused.Finding.Rule, refused.Reason))
	}
	if len(r.diff) > 0 {
		status = max(status, Found)
		if _, err := stdout.Write(printableDiff(stdout, r.diff)); err != nil {
			status = fail(stderr, fmt.Errorf("cannot write the diff: %w", err))
		}
	}
	if n := len(r.written); n > 0 {
		fmt.Fprintf(stderr, "zahariacheck: fixed %s in %s\n", findings(r.findings, ""), files(n))
	}
	for _, err := range r.plan.Failures {
		status = fail(stderr, err)
	}
	return status
}

// maxCell is how many bytes between two tabs a terminal is shown.
const maxCell = 4096

// printableDiff is a diff as w may have it. A file gets each byte, since the diff is to be applied; a terminal gets no control
// characters from the code under check.
func printableDiff(w io.Writer, diff []byte) []byte {
	if !isTerminal(w) {
		return diff
	}
	var out []byte
	for line := range bytes.Lines(diff) {
		cells := strings.Split(strings.TrimRight(string(line), "\r\n"), "\t")
		for i, cell := range cells {
			cells[i] = analyzers.Clean(cell, maxCell)
		}
		out = append(out, strings.Join(cells, "\t")+"\n"...)
	}
	return out
}

func files(n int) string {
	if n == 1 {
		return "1 file"
	}
	return fmt.Sprintf("%d files", n)
}

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

// mayRepair says what is wrong with the flags about fixes.
func (o *options) mayRepair() error {
	switch {
	case o.diff && !o.fix:
		return errors.New("-diff shows what -fix would do: use -fix -diff")
	case o.fix && o.untrusted:
		return errors.New("-fix writes what the code under check suggests: leave out -untrusted, or -fix")
	case o.diff && (o.json || o.stats):
		return errors.New("-diff prints a diff and nothing else: leave out -json and -stats")
	}
	return nil
}

// repair applies the fixes of a report and takes out of it what they fixed; or prints them to stdout as a diff and takes
// out what that shows. A fix that is not applied is told of. The status is Failed if a file could not be read or written,
// which is told too, Found if there was a diff, or else Clean.
func (o *options) repair(ctx context.Context, rep *check.Report, stdout, stderr io.Writer) (status int) {
	cache, err := check.ModuleCache(ctx, o.Options)
	if err != nil {
		return fail(stderr, err)
	}
	p := fix.NewPlan(rep.Findings, rep.Sources, cache)
	names := render.Text{Dir: o.Dir}
	for _, r := range p.Refused {
		fail(stderr, fmt.Errorf("%s: %s is not fixed: %s", names.Place(r.Finding.Pos), r.Finding.Rule, r.Reason))
	}
	before := len(rep.Findings)
	if o.diff {
		diff := p.Diff(o.Dir)
		if len(diff) > 0 {
			status = Found
		}
		if _, err := stdout.Write(showable(stdout, diff)); err != nil {
			status = fail(stderr, fmt.Errorf("cannot write the diff: %w", err))
		}
		rep.Findings = p.Unplanned()
	} else {
		n := p.Write(ctx)
		rep.Findings = p.Left()
		if n > 0 {
			fmt.Fprintf(stderr, "zahariacheck: fixed %s in %s\n", findings(before-len(rep.Findings), ""), files(n))
		}
	}
	for _, err := range p.Failures {
		status = fail(stderr, err)
	}
	return status
}

// maxCell is how many bytes between two tabs a terminal is shown.
const maxCell = 4096

// showable is a diff as w may have it. A file gets each byte, since the diff is to be applied; a terminal gets no control
// characters from the code under check.
func showable(w io.Writer, diff []byte) []byte {
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

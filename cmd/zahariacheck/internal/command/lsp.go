package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/fix"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/lsp"
)

// isEditorCheck reports whether the arguments of the verb lsp are those of a process that checks for the server.
func isEditorCheck(args []string) bool { return len(args) > 0 && args[0] == lsp.CheckVerb }

// serveEditor is the verb lsp: it serves an editor on standard input and output.
func serveEditor(args []string, stdout, _ io.Writer) (int, error) {
	if isEditorCheck(args) {
		return answerEditor(args[1:], stdout)
	}
	args = slices.DeleteFunc(slices.Clone(args), func(a string) bool { return a == "-stdio" || a == "--stdio" }) // which is the only way
	if err := checkServeFlags(args); err != nil {
		return Failed, err
	}
	ctx, release := untilSignal()
	defer release()
	err := lsp.Serve(ctx, os.Stdin, os.Stdout, lsp.Processes{Flags: args})
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return statusOf(err), err
}

// checkServeFlags returns an error for flags that make no sense for the server, such as those about reports.
func checkServeFlags(args []string) error {
	fs, _, _ := newFlags()
	if err := fs.Parse(args); err != nil {
		return withSuggestion(err, fs)
	}
	if fs.NArg() > 0 {
		return fmt.Errorf("lsp takes flags of a check, not %s", fs.Arg(0))
	}
	var wrong error
	fs.Visit(func(f *flag.Flag) {
		if slices.Contains([]string{"json", "format", "out", "fix", "diff", "stats", "c", "debug", "fail-on"}, f.Name) {
			wrong = fmt.Errorf("-%s is about reports; lsp takes only flags that affect what is found", f.Name)
		}
	})
	return wrong
}

// answerEditor runs a check for the language server, in a process of its own.
func answerEditor(args []string, stdout io.Writer) (int, error) {
	if len(args) == 0 {
		return Failed, errors.New("lsp check is for the server")
	}
	q, err := lsp.ReadQuery(args[0])
	if err != nil {
		return Failed, err
	}
	o, err := parseIn(q.Dir, slices.Concat(args[1:], []string{"--"}, q.Patterns))
	if err != nil {
		return Failed, err
	}
	o.Overlay = map[string][]byte{}
	for file, text := range q.Overlay {
		o.Overlay[file] = []byte(text)
	}
	if q.Fix != nil || len(q.Overlay) > 0 { // what is being written is seen once
		o.Store = nil
	}
	ctx, release := untilSignal()
	defer release()
	out := lsp.Printer{To: stdout}
	o.Progress = out.Progress
	rep, err := check.Run(ctx, o.Options)
	if err != nil {
		return Failed, err
	}
	if err := o.apply(ctx, o.Options, rep); err != nil {
		return Failed, err
	}
	if q.Fix != nil {
		a, err := planFix(ctx, o, rep, *q.Fix)
		if err != nil {
			return Failed, err
		}
		return Clean, out.Answer(a)
	}
	a := &lsp.Answer{Findings: rep.Findings}
	for _, f := range rep.Failures {
		a.Failures = append(a.Failures, lsp.Failure{Dir: rep.Deps.Dir(f.Package), Reason: f.Error()})
	}
	return Clean, out.Answer(a)
}

// planFix plans one fix of a report.
func planFix(ctx context.Context, o *options, rep *check.Report, want lsp.Wanted) (*lsp.Answer, error) {
	var found *finding.Finding
	apart := func(f finding.Finding) int { return max(f.Pos.Line-want.Line, want.Line-f.Pos.Line) }
	for _, f := range rep.Findings {
		if f.Fix != nil && f.Pos.Filename == want.File && f.Rule == want.Rule && f.Message == want.Message && (found == nil || apart(f) < apart(*found)) {
			found = &f
		}
	}
	if found == nil {
		return &lsp.Answer{Refused: "it is no longer found"}, nil
	}
	cache, err := check.ModuleCache(ctx, o.Options)
	if err != nil {
		return nil, err
	}
	plan := fix.NewPlan(ctx, []finding.Finding{*found}, rep.Sources, cache)
	text, planned := plan.Contents()[want.File]
	switch {
	case planned:
		return &lsp.Answer{Fixed: string(text)}, nil
	case len(plan.Refused) > 0:
		return &lsp.Answer{Refused: plan.Refused[0].Reason}, nil
	}
	return &lsp.Answer{Refused: "it changes nothing"}, nil
}

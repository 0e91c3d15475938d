package command

import (
	"context"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/extract"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/fix"
	document "github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/surface"
)

func newExtractFlags(show *bool) *flag.FlagSet {
	fs := flag.NewFlagSet("extract", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.BoolVar(show, "diff", false, "print a unified diff instead of writing files")
	return fs
}

// extractPrompts is the verb extract: it moves prompts that hardcodedprompt reports into embedded files.
func extractPrompts(args []string, stdout, stderr io.Writer) (int, error) {
	var show bool
	fs := newExtractFlags(&show)
	if err := fs.Parse(args); err != nil {
		return Failed, fmt.Errorf("%w (see zahariacheck help)", err)
	}
	places, patterns := split(fs.Args())
	o, err := parse(append([]string{"-hardcodedprompt"}, patterns...))
	if err != nil {
		return Failed, err
	}
	ctx, release := untilSignal()
	defer release()
	b := document.NewBuilder(o.Dir, true, o.Settings)
	o.Collect, o.Take = analyzers.Surface, b.Take
	rep, err := check.Run(ctx, o.Options)
	if err != nil {
		return Failed, err
	}
	printFailures(rep.Failures, stderr)
	if err := o.apply(ctx, o.Options, rep); err != nil {
		return Failed, err
	}
	var prompts []extract.Prompt
	for _, t := range b.Texts() {
		if isReported(rep, t) && (len(places) == 0 || slices.ContainsFunc(places, func(p fileLine) bool { return p.matches(o.Dir, t) })) {
			prompts = append(prompts, extract.Prompt{Pos: t.Pos, Pieces: t.Pieces})
		}
	}
	cache, err := check.ModuleCache(ctx, o.Options)
	if err != nil {
		return Failed, err
	}
	plan := extract.NewPlan(ctx, prompts, movable{rep.Sources, strings.TrimSpace(cache)})
	if ctx.Err() != nil {
		return Failed, context.Cause(ctx)
	}
	for _, r := range plan.Refusals {
		fmt.Fprintf(stderr, "%s:%d: not moved: %s\n", shownName(o.Dir, r.Pos.Filename), r.Pos.Line, analyzers.Clean(r.Reason, 1024))
	}
	status := Clean
	if len(rep.Failures) > 0 {
		status = Failed // the prompts of those packages stay
	}
	if show {
		if err := plan.Diff(stdout, o.Dir); err != nil {
			return Failed, err
		}
		return status, nil
	}
	if err := plan.Write(); err != nil {
		return Failed, err
	}
	for _, m := range plan.Moves {
		fmt.Fprintf(stdout, "%s:%d: moved to %s as %s\n", shownName(o.Dir, m.Pos.Filename), m.Pos.Line, shownName(o.Dir, m.File), m.Name)
	}
	fmt.Fprintf(stderr, "moved %d of %d prompts\n", len(plan.Moves), len(plan.Moves)+len(plan.Refusals))
	return status, nil
}

// shownName is a file as messages show it.
func shownName(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(rel) {
		file = rel
	}
	return analyzers.Clean(filepath.ToSlash(file), 1024)
}

// A fileLine is FILE:LINE on the command line.
type fileLine struct {
	file string
	line int
}

// split separates places from packages.
func split(args []string) (places []fileLine, patterns []string) {
	for _, arg := range args {
		file, line, ok := strings.Cut(arg, ".go:")
		if n, err := strconv.Atoi(line); ok && err == nil {
			places = append(places, fileLine{file + ".go", n})
			patterns = append(patterns, folder(filepath.Dir(file)))
			continue
		}
		patterns = append(patterns, arg)
	}
	slices.Sort(patterns)
	return places, slices.Compact(patterns)
}

// folder names a folder for the go command.
func folder(dir string) string {
	if dir == "." || filepath.IsAbs(dir) {
		return dir
	}
	return "./" + filepath.ToSlash(dir)
}

func (p fileLine) matches(dir string, t document.Text) bool {
	file := p.file
	if !filepath.IsAbs(file) {
		file = filepath.Join(dir, file)
	}
	return file == t.Pos.Filename && p.line == t.Pos.Line
}

// isReported reports whether a finding is about a text, or has a piece of it among its places.
func isReported(rep *check.Report, t document.Text) bool {
	for _, f := range rep.Findings {
		if f.Pos.Filename == t.Pos.Filename && f.Pos.Line == t.Pos.Line {
			return true
		}
		for _, s := range f.Trace {
			if s.Pos.Filename == t.Pos.Filename && s.Pos.Line == t.Pos.Line {
				return true
			}
		}
	}
	return false
}

// movable judges files as a fix does.
type movable struct {
	*check.Sources
	cache string
}

func (movable) IsPrompt(text string) bool { return document.IsPrompt(text) }

func (m movable) Root(file string) (root, reason string) {
	origin := m.Origin(file)
	if err := fix.Guard(file, origin, m.cache); err != nil {
		return "", err.Error()
	}
	return origin.Root, ""
}

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
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/internal/buildversion"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	document "github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/surface"
)

// surfaceOptions are the flags of the verb surface.
type surfaceOptions struct {
	check   []string // arguments for a check: packages, -tags and so on
	form    string
	texts   bool
	against string
	failOn  document.Severity
}

func newSurfaceFlags(o *surfaceOptions) *flag.FlagSet {
	fs := flag.NewFlagSet("surface", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&o.form, "format", "text", "`form` of the output: text, md, json, or cyclonedx for the surface itself")
	fs.BoolVar(&o.texts, "texts", true, "show the text of prompts; false: their length and SHA-256")
	fs.StringVar(&o.against, "against", "", "with diff: compare with this git `revision` or file; by default with the lock file")
	fs.Func("fail-on", "with diff: exit 1 for changes at least this `severe`: breaking, risky, additive or cosmetic", func(word string) error {
		o.failOn = document.Severity(word)
		if !slices.Contains(document.Severities, o.failOn) {
			return errors.New("the severities are breaking, risky, additive and cosmetic")
		}
		return nil
	})
	for _, name := range []string{"tags", "config"} {
		fs.Func(name, "as for a check: see zahariacheck help", func(v string) error {
			o.check = append(o.check, "-"+name+"="+v)
			return nil
		})
	}
	return fs
}

// showSurface is the verb surface: it shows, writes, checks or compares what a model may read, call and cost.
func showSurface(args []string, stdout, stderr io.Writer) (int, error) {
	task := "show"
	if len(args) > 0 && slices.Contains([]string{"write", "check", "diff"}, args[0]) {
		task, args = args[0], args[1:]
	}
	o := new(surfaceOptions)
	fs := newSurfaceFlags(o)
	if err := fs.Parse(args); err != nil {
		return Failed, fmt.Errorf("%w (see zahariacheck help)", err)
	}
	forms := []string{"text", "md", "json"}
	if task == "show" {
		forms = append(forms, "cyclonedx")
	}
	if !slices.Contains(forms, o.form) {
		return Failed, fmt.Errorf("surface %s has no format %q; it has %s", task, o.form, strings.Join(forms, ", "))
	}
	if (task == "write" || task == "check") && fs.NArg() > 0 {
		return Failed, fmt.Errorf("surface %s is about the whole module: name no package", task)
	}
	o.check = append(o.check, fs.Args()...)
	checks, err := parse(o.check)
	if err != nil {
		return Failed, err
	}
	ctx, release := untilSignal()
	defer release()
	root := config.Module(checks.Dir)
	if root == "" {
		if config.Workspace(checks.Dir) != "" {
			return Failed, errors.New("surface works on one module of a workspace: run it in the folder of one")
		}
		return Failed, errors.New("surface works on a module: there is no go.mod here or above")
	}
	if task == "write" || task == "check" {
		checks.Dir = root
	}
	now, incomplete := surfaceOf(ctx, checks.Options, root, o.texts, stderr)
	if now == nil || incomplete != nil && task != "show" {
		return Failed, incomplete
	}
	switch task {
	case "write":
		changed, err := now.WriteFile(root)
		if err == nil && changed {
			fmt.Fprintf(stderr, "wrote %s: %d tools, %d prompts, %d models, %d services\n", document.File, len(now.Tools), len(now.Prompts), len(now.Models), len(now.Services))
		}
		return statusOf(err), err
	case "check":
		return checkSurface(now, root, o, stdout)
	case "diff":
		return diffSurface(ctx, now, checks.Options, root, o, stdout, stderr)
	}
	switch o.form {
	case "json":
		err = now.WriteJSON(stdout)
	case "md":
		err = now.WriteMarkdown(stdout)
	case "cyclonedx":
		err = now.WriteCycloneDX(stdout, buildversion.Text())
	default:
		err = now.WriteText(stdout)
	}
	err = errors.Join(err, incomplete)
	return statusOf(err), err
}

func statusOf(err error) int {
	if err != nil {
		return Failed
	}
	return Clean
}

// surfaceOf describes the packages of a check. Where some of them cannot be looked at, it describes the rest and returns an error too:
// a surface that lacks a package may be shown, but compared with another it would look as if the package had been removed.
func surfaceOf(ctx context.Context, o check.Options, root string, texts bool, stderr io.Writer) (*document.Document, error) {
	o.Rules = nil
	collected := collect(&o, root, texts)
	meter := newMeter(stderr, &o)
	o.Progress = meter.show
	rep, err := check.Run(ctx, o)
	meter.clear()
	if err != nil {
		return nil, err
	}
	return collected.document(rep), errors.Join(failures(rep)...)
}

func failures(rep *check.Report) (out []error) {
	for _, f := range rep.Failures {
		out = append(out, f)
	}
	return out
}

// checkSurface compares the code with the lock file.
func checkSurface(now *document.Document, root string, o *surfaceOptions, stdout io.Writer) (int, error) {
	file := filepath.Join(root, document.File)
	was, err := document.ReadFile(file)
	if os.IsNotExist(err) {
		return Failed, fmt.Errorf("there is no %s: create it with zahariacheck surface write", document.File)
	}
	if err != nil {
		return Failed, err
	}
	if document.Same(was, now) {
		return Clean, nil
	}
	changes := document.Compare(was, now)
	if len(changes) == 0 { // an order by hand is none
		return Clean, nil
	}
	if err := document.WriteChanges(stdout, o.form, changes); err != nil {
		return Failed, err
	}
	return Found, nil
}

// diffSurface compares the code with a file, a revision, or the lock file.
func diffSurface(ctx context.Context, now *document.Document, in check.Options, root string, o *surfaceOptions, stdout, stderr io.Writer) (int, error) {
	was, err := baseDocument(ctx, in, root, o, stderr)
	if err != nil {
		return Failed, err
	}
	changes := document.Compare(was, now)
	if err := document.WriteChanges(stdout, o.form, changes); err != nil {
		return Failed, err
	}
	if o.failOn != "" && slices.ContainsFunc(changes, func(c document.Change) bool {
		return slices.Index(document.Severities, c.Severity) <= slices.Index(document.Severities, o.failOn)
	}) {
		return Found, nil
	}
	return Clean, nil
}

// baseDocument is the surface to compare with.
func baseDocument(ctx context.Context, in check.Options, root string, o *surfaceOptions, stderr io.Writer) (*document.Document, error) {
	file := o.against
	if file == "" {
		file = filepath.Join(root, document.File)
	}
	if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
		return document.ReadFile(file)
	} else if o.against == "" {
		return nil, fmt.Errorf("there is no %s: create it with zahariacheck surface write, or compare with a revision (-against)", document.File)
	}
	rev, err := document.FindRevision(ctx, in.Dir, o.against)
	if err != nil {
		return nil, err
	}
	old := in
	old.Rules = nil
	name := fmt.Sprintf("surface of %s %s texts %t", rev.Commit, rev.Prefix, o.texts)
	known, remember := in.Store.Recall(ctx, old, name)
	if d := document.Decode(known); d != nil {
		return d, nil
	}
	dir, remove, err := rev.Checkout()
	if err != nil {
		return nil, err
	}
	defer remove()
	old.Dir, old.Store = dir, nil // no other run will see that folder
	rel, err := filepath.Rel(root, in.Dir)
	if err != nil {
		return nil, err
	}
	oldRoot := dir
	for range strings.FieldsFunc(filepath.ToSlash(rel), func(r rune) bool { return r == '/' }) {
		if rel != "." {
			oldRoot = filepath.Dir(oldRoot)
		}
	}
	if _, err := os.Stat(filepath.Join(oldRoot, "go.mod")); os.IsNotExist(err) {
		fmt.Fprintf(stderr, "%s has no module here yet: all of it is new\n", o.against)
		return new(document.Document), nil
	}
	d, err := surfaceOf(ctx, old, oldRoot, o.texts, stderr)
	if err != nil {
		return nil, fmt.Errorf("in %s, to compare with: %w", o.against, err)
	}
	remember(d.Encode())
	return d, nil
}

// Package fix applies the fixes that findings come with. Only the bytes that a fix edits change, and nothing is written
// unless all packages that it touches compile with it.
package fix

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/safefile"
	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// Sources is what a run of the rules knows of the files that it checked.
type Sources interface {
	Origin(file string) check.Origin
	// Edited returns what an editor holds of a file that was checked so, if any.
	Edited(file string) (text []byte, ok bool)
	// Rewrite returns what a file becomes with edits, or why they must not be made.
	Rewrite(old []byte, edits []rewrite.Edit) ([]byte, error)
	// Compile reports what no longer compiles, in which build, if files have new contents.
	Compile(ctx context.Context, overlay map[string][]byte) error
}

// A Plan lists the fixes to apply, and the reasons for not applying the others.
type Plan struct {
	ctx     context.Context
	sources Sources
	cache   string // the module cache
	all     []finding.Finding
	chosen  map[int]bool // indexes of all whose fix is to be applied
	files   map[string]*file

	Refused  []Refusal
	Failures []error // files that could not be read or written, or changed meanwhile
}

// A Refusal is a fix that is not applied. Its finding stays.
type Refusal struct {
	Finding finding.Finding
	Reason  string
}

// A file that fixes change.
type file struct {
	name, root string
	old        []byte
	edits      []finding.Edit // sorted, none twice
	out        []byte         // what it becomes
	made       []rewrite.Edit // sorted; the edits that make it so
	err        error          // why it cannot be changed
	written    bool
}

// NewPlan chooses among the fixes of findings. Where two overlap the first wins. Fixes that do not compile together are
// tried one by one. It reads files, and writes none. The folder cache is the module cache of the go command.
func NewPlan(ctx context.Context, findings []finding.Finding, sources Sources, cache string) *Plan {
	p := &Plan{ctx: ctx, sources: sources, cache: cache, all: findings, chosen: map[int]bool{}, files: map[string]*file{}}
	byFolder := map[string][]int{}
	var folders []string
	for i, f := range findings {
		if f.Fix == nil {
			continue
		}
		if err := p.admit(f.Fix); err != nil {
			p.refuse(i, err)
			continue
		}
		folder := filepath.Dir(f.Fix.Edits[0].File)
		if byFolder[folder] == nil {
			folders = append(folders, folder)
		}
		byFolder[folder] = append(byFolder[folder], i)
	}
	for _, folder := range folders {
		p.choose(byFolder[folder])
	}
	return p
}

func (p *Plan) refuse(i int, err error) {
	p.Refused = append(p.Refused, Refusal{p.all[i], err.Error()})
}

// admit returns the reason why a fix cannot be applied, regardless of other fixes, or "".
func (p *Plan) admit(fix *finding.Fix) error {
	if len(fix.Edits) == 0 {
		return errors.New("cgo translates the file; change it by hand")
	}
	name := fix.Edits[0].File
	if slices.ContainsFunc(fix.Edits, func(e finding.Edit) bool { return e.File != name }) {
		return errors.New("it edits several files, which cannot be replaced in one step")
	}
	f := p.files[name]
	if f == nil {
		f = p.open(name)
		p.files[name] = f
	}
	if f.err != nil {
		return f.err
	}
	if !fix.Fits(name, len(f.old)) {
		return errors.New("its edits do not fit the file")
	}
	return nil
}

// open reads a file that may be changed.
func (p *Plan) open(name string) *file {
	origin := p.sources.Origin(name)
	f := &file{name: name, root: origin.Root}
	if f.err = Guard(name, origin, p.cache); f.err != nil {
		return f
	}
	var edited bool
	if f.old, edited = p.sources.Edited(name); !edited {
		f.old, f.err = safefile.Read(f.root, name)
	}
	if f.err == nil && sha256.Sum256(f.old) != origin.Sum {
		f.err = changed(name)
		p.Failures = append(p.Failures, f.err)
	}
	return f
}

func changed(name string) error { return fmt.Errorf("%s changed meanwhile", name) }

// Guard reports why a file is not for changing, by a fix or otherwise; cache is the module cache. What is reached through links is for safefile to find.
func Guard(name string, origin check.Origin, cache string) error {
	if origin.Root == "" {
		return errors.New("the file does not belong to a main module")
	}
	rel, err := filepath.Rel(origin.Root, name)
	if err != nil || !filepath.IsLocal(rel) {
		return errors.New("the file is outside its module")
	}
	if in, err := filepath.Rel(cache, name); cache != "" && err == nil && filepath.IsLocal(in) {
		return errors.New("the file is in the module cache")
	}
	for step := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if step == "vendor" || strings.HasPrefix(step, ".") || strings.HasPrefix(step, "_") {
			return fmt.Errorf("the file is in %s", step)
		}
	}
	if origin.Generated {
		return errors.New("the file is generated")
	}
	return nil
}

// file is the one that the fix of a finding edits.
func (p *Plan) file(i int) *file { return p.files[p.all[i].Fix.Edits[0].File] }

// compile type-checks with all edits that are chosen so far, if any of them is in the files named.
func (p *Plan) compile(in map[string]bool) error {
	overlay, touched := map[string][]byte{}, false
	for name, f := range p.files {
		if len(f.edits) > 0 {
			overlay[name] = f.out
			touched = touched || in[name]
		}
	}
	if !touched {
		return nil
	}
	return p.sources.Compile(p.ctx, overlay)
}

// Write writes the changed files, each completely or not at all. Errors are among the failures, and the findings there
// are not fixed. When the context ends no further file is begun. It returns the names of the files written.
func (p *Plan) Write() (written []string) {
	for _, f := range p.changed() {
		err := context.Cause(p.ctx)
		if err == nil {
			err = f.write()
		}
		if err != nil {
			p.Failures = append(p.Failures, fmt.Errorf("cannot fix %s: %w", f.name, err))
			continue
		}
		written = append(written, f.name)
	}
	return written
}

func (f *file) write() error {
	now, err := safefile.Read(f.root, f.name)
	if err != nil {
		return err
	}
	if sha256.Sum256(now) != sha256.Sum256(f.old) {
		return errors.New("the file changed meanwhile")
	}
	if err := safefile.Write(f.root, f.name, f.out, 0o644); err != nil {
		return err
	}
	f.written = true
	return nil
}

// changed are the files with edits, by name.
func (p *Plan) changed() (files []*file) {
	for _, f := range p.files {
		if len(f.edits) > 0 {
			files = append(files, f)
		}
	}
	slices.SortFunc(files, func(a, b *file) int { return strings.Compare(a.name, b.name) })
	return files
}

// Contents are what the changed files become, by name.
func (p *Plan) Contents() map[string][]byte {
	out := map[string][]byte{}
	for _, f := range p.changed() {
		out[f.name] = f.out
	}
	return out
}

// Unplanned are the findings that are not to be fixed.
func (p *Plan) Unplanned() (left []finding.Finding) {
	for i, f := range p.all {
		if !p.chosen[i] {
			left = append(left, f)
		}
	}
	return left
}

// Left are the findings that were not fixed, at their places in the files as they are now.
func (p *Plan) Left() (left []finding.Finding) {
	for i, f := range p.all {
		if p.chosen[i] && p.file(i).written {
			continue
		}
		f.Pos, f.End = p.moved(f.Pos), p.moved(f.End)
		f.Trace = slices.Clone(f.Trace)
		for i, s := range f.Trace {
			f.Trace[i].Pos, f.Trace[i].End = p.moved(s.Pos), p.moved(s.End)
		}
		f.Fix = nil // its offsets are those of the old file
		left = append(left, f)
	}
	return left
}

// Package extract moves prompts from Go code into files that are embedded, the cure that the rule hardcodedprompt names.
//
// A prompt that is a constant, or one literal, becomes a file in the folder prompts beside the package, and a variable with a
// go:embed directive. Nothing is written unless each package that is touched compiles with the change in all builds that the
// caller's check knows, and the bytes of a file are those of the constant. What cannot be moved is refused with the reason.
package extract

import (
	"context"
	"errors"
	"fmt"
	"go/token"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Prompt is a text that may be moved: where its pieces stand, as a run of the rules told.
type Prompt struct {
	Pos    token.Position
	Pieces []token.Position
}

// Sources judge changes by what a run of the rules has read.
type Sources interface {
	// Root returns the folder of the main module that a file belongs to, or "" if it is not for changing, with the reason.
	Root(file string) (root, reason string)
	// Confined reports why code that the run has not read may use an exported constant of the package in a folder.
	Confined(folder, name string) error
	// Compile reports what no longer compiles if files have new contents.
	Compile(ctx context.Context, overlay map[string][]byte) error
	// IsPrompt reports whether a text, alone, is long enough to be reported.
	IsPrompt(text string) bool
}

// A Refusal is a prompt that is not moved.
type Refusal struct {
	Pos    token.Position
	Reason string
}

// A Move is a prompt that is moved.
type Move struct {
	Pos  token.Position
	Name string // of the variable
	File string // absolute; of the text
	Text string
}

// A Plan lists the prompts to move. Nothing is written before Write.
type Plan struct {
	Moves    []Move
	Refusals []Refusal

	folders []*folder
}

// A folder is a package with the files that change.
type folder struct {
	dir, root string
	files     map[string]*file
	taken     map[string]bool // names of the package's declarations
	texts     map[string]bool // names of files in prompts, in lower case
	constants constants
	moves     []Move
}

// NewPlan decides which prompts are moved. It reads files and writes none.
func NewPlan(ctx context.Context, prompts []Prompt, sources Sources) *Plan {
	p := &Plan{}
	byDir := map[string][]Prompt{}
	for _, one := range prompts {
		byDir[filepath.Dir(one.Pos.Filename)] = append(byDir[filepath.Dir(one.Pos.Filename)], one)
	}
	dirs := make([]string, 0, len(byDir))
	for dir := range byDir {
		dirs = append(dirs, dir)
	}
	slices.Sort(dirs)
	for _, dir := range dirs {
		p.folder(ctx, dir, byDir[dir], sources)
	}
	return p
}

func (p *Plan) refuse(at token.Position, err error) {
	p.Refusals = append(p.Refusals, Refusal{at, err.Error()})
}

// folder plans the prompts of one package. If they do not compile together they are tried one by one.
func (p *Plan) folder(ctx context.Context, dir string, prompts []Prompt, sources Sources) {
	refused := map[token.Position]bool{}
	try := func(all []Prompt) *folder {
		f := newFolder(dir)
		for one, err := range f.addAll(all, sources) {
			if !refused[one] {
				refused[one] = true
				p.refuse(one, err)
			}
		}
		return f
	}
	f := try(prompts)
	if len(f.moves) == 0 {
		return
	}
	if err := f.compiles(ctx, sources); err == nil {
		p.accept(f)
		return
	}
	var good []Prompt
	for _, one := range prompts {
		alone := try([]Prompt{one})
		if len(alone.moves) == 0 {
			continue // it was refused
		}
		if err := alone.compiles(ctx, sources); err != nil {
			p.refuse(one.Pos, fmt.Errorf("the code would not compile: %w", err))
			continue
		}
		good = append(good, one)
	}
	if f = try(good); len(f.moves) == 0 {
		return
	}
	if err := f.compiles(ctx, sources); err != nil {
		for _, one := range good {
			p.refuse(one.Pos, fmt.Errorf("the code would not compile: %w", err))
		}
		return
	}
	p.accept(f)
}

func (p *Plan) accept(f *folder) {
	p.folders = append(p.folders, f)
	p.Moves = append(p.Moves, f.moves...)
}

func newFolder(dir string) *folder {
	f := &folder{dir: dir, files: map[string]*file{}, taken: map[string]bool{}, texts: map[string]bool{}}
	names, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, name := range names {
		if parsed := open(name); parsed != nil {
			for name := range parsed.declared() {
				f.taken[name] = true
			}
			f.files[name] = parsed
		}
	}
	f.constants = constantsOf(f.files)
	entries, _ := os.ReadDir(filepath.Join(dir, promptsDir))
	for _, e := range entries {
		f.texts[strings.ToLower(e.Name())] = true
	}
	return f
}

// errMoved says that another prompt is the same text.
var errMoved = errors.New("it has already been moved")

// promptsDir is the folder of texts, next to the code.
const promptsDir = "prompts"

// errConstant says that a constant is made of the text. It can move after that constant.
var errConstant = errors.New("another constant depends on it")

// addAll plans prompts, those that constants are made of after these, and says by place why the others stay.
func (f *folder) addAll(prompts []Prompt, sources Sources) iter.Seq2[token.Position, error] {
	return func(yield func(token.Position, error) bool) {
		for last := len(prompts) + 1; len(prompts) < last; {
			last = len(prompts)
			var later []Prompt
			for _, one := range prompts {
				err := f.add(one, sources)
				switch {
				case err == errConstant:
					later = append(later, one)
				case err != nil && err != errMoved && !yield(one.Pos, err):
					return
				}
			}
			prompts = later
		}
		for _, one := range prompts {
			if !yield(one.Pos, errConstant) {
				return
			}
		}
	}
}

// add plans one prompt, or says why it stays.
func (f *folder) add(one Prompt, sources Sources) error {
	one = f.mainPiece(one, sources)
	name := one.Pos.Filename
	root, reason := sources.Root(name)
	if root == "" {
		return errors.New(reason)
	}
	f.root = root
	src := f.files[name]
	switch {
	case src == nil:
		return errors.New("the file cannot be read again")
	case src.err != nil:
		return src.err
	}
	if info, err := os.Lstat(filepath.Join(f.dir, promptsDir)); err == nil && !info.IsDir() {
		return errors.New(promptsDir + " is there and not a folder")
	}
	t, err := src.target(one, f.constants)
	if err != nil {
		return err
	}
	if src.moved[t.expr] {
		return errMoved
	}
	if t.keeps && t.decl.Tok == token.CONST && token.IsExported(t.name) {
		if err := sources.Confined(f.dir, t.name); err != nil {
			return fmt.Errorf("the constant is exported: %w", err)
		}
	}
	if t.keeps && f.inConstant(t) {
		return errConstant
	}
	if f.bareFormat(src, t) {
		return errors.New("it is a format without arguments, which go vet requires to be a constant")
	}
	variable := f.freeName(t)
	text := f.freeFile(variable, t)
	src.move(t, variable, promptsDir+"/"+text)
	src.moved[t.expr] = true
	f.taken[variable], f.texts[strings.ToLower(text)] = true, true
	f.moves = append(f.moves, Move{one.Pos, variable, filepath.Join(f.dir, promptsDir, text), t.text})
	return nil
}

// overlay is what the Go files of the folder become.
func (f *folder) overlay() (map[string][]byte, error) {
	out := map[string][]byte{}
	for name, src := range f.files {
		if len(src.edits) == 0 { // each move has one
			continue
		}
		data, err := src.rewritten()
		if err != nil {
			return nil, err
		}
		out[name] = data
	}
	return out, nil
}

func (f *folder) compiles(ctx context.Context, sources Sources) error {
	overlay, err := f.overlay()
	if err != nil {
		return err
	}
	return sources.Compile(ctx, overlay)
}

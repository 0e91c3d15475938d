package check

import (
	"context"
	"crypto/sha256"
	"go/ast"
	"sync"

	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// An Origin is what a change to a checked file needs to know about it.
type Origin struct {
	Sum       [sha256.Size]byte // of the content that was checked; zero if it changed during the run
	Root      string            // folder of the main module that the file belongs to, or ""
	Generated bool              // by its own account
}

// origins holds the origins of the files of the requested packages, and the cgo translations among all files.
type origins struct {
	mu           sync.Mutex
	of           map[string]Origin
	translations map[string]*translation
}

func (all *origins) translation(name string) *translation {
	all.mu.Lock()
	defer all.mu.Unlock()
	return all.translations[name]
}

func (all *origins) addTranslation(name string, t *translation) {
	all.mu.Lock()
	defer all.mu.Unlock()
	all.translations[name] = t
}

func (all *origins) add(name string, src []byte, f *ast.File, p *pkgMeta) {
	o := Origin{Sum: sha256.Sum256(src), Generated: ast.IsGenerated(f)}
	if m := p.Module; m != nil && m.Main && !p.Standard {
		o.Root = m.Dir
	}
	all.mu.Lock()
	defer all.mu.Unlock()
	if seen, ok := all.of[name]; ok && seen.Sum != o.Sum { // read again, as a part of the package's tests
		o.Sum = [sha256.Size]byte{}
	}
	all.of[name] = o
}

// Sources are the packages of a run, for checking changes to their files. Not safe for concurrent use.
type Sources struct {
	r     *runner
	tried map[string][]*trialBuild // by folder
}

// Origin returns the origin of a file, or zero if the file was not checked.
func (s *Sources) Origin(file string) Origin { return s.r.origins.of[file] }

// Edited returns the unsaved contents of a file in an editor, if the run has any.
func (s *Sources) Edited(file string) ([]byte, bool) {
	text, ok := s.r.options.Overlay[file]
	return text, ok
}

// Rewrite returns what a file becomes with edits, or why they must not be made.
func (s *Sources) Rewrite(old []byte, edits []rewrite.Edit) ([]byte, error) {
	return rewrite.Make(old, edits)
}

// ModuleCache returns the folder of the module cache. Its files may be checked but not changed.
func ModuleCache(ctx context.Context, o Options) (string, error) {
	return goOutput(ctx, o, "env", "GOMODCACHE")
}

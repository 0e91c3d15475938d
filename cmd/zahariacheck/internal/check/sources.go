package check

import (
	"context"
	"crypto/sha256"
	"go/ast"
	"sync"

	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// An Origin says of a file that was checked what one must know to change it.
type Origin struct {
	Sum       [sha256.Size]byte // of the content that was checked; zero if it changed during the run
	Root      string            // folder of the main module that the file belongs to, or ""
	Generated bool              // by its own account
}

// origins are those of the files of the packages that were asked for, with the translations of cgo among all files.
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

// Sources are the packages of a run, to judge changes of their files by. They are for one goroutine.
type Sources struct {
	r     *runner
	tried map[string][]*trialBuild // by folder
}

// Origin tells of a file. That of one which was not checked is zero.
func (s *Sources) Origin(file string) Origin { return s.r.origins.of[file] }

// Edited returns what an editor holds of a file, if the run was told that.
func (s *Sources) Edited(file string) ([]byte, bool) {
	text, ok := s.r.options.Overlay[file]
	return text, ok
}

// Rewrite returns what a file becomes with edits, or why they must not be made.
func (s *Sources) Rewrite(old []byte, edits []rewrite.Edit) ([]byte, error) {
	return rewrite.Make(old, edits)
}

// ModuleCache returns the folder where the go command keeps modules. What lies there is not for changing, though one may
// check it.
func ModuleCache(ctx context.Context, o Options) (string, error) {
	return goOutput(ctx, o, "env", "GOMODCACHE")
}

package lsp

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
)

// A document is a file that the editor has open.
type document struct {
	uri     string // as the client names it
	version int
	text    string
}

// pause is how long nothing must change before what is being written is checked.
const pause = 400 * time.Millisecond

func (s *server) didOpen(_ context.Context, p openParams) error {
	file := fileOf(p.TextDocument.URI)
	if !isGo(file) {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.documents[file] = &document{p.TextDocument.URI, p.TextDocument.Version, p.TextDocument.Text}
	m, known := s.moduleOf(file)
	switch {
	case !known:
		m.want(filepath.Dir(file), true, 0)
	case edited(file, p.TextDocument.Text):
		m.want(filepath.Dir(file), false, pause)
	}
	return nil
}

func (s *server) didChange(_ context.Context, p changeParams) error {
	file := fileOf(p.TextDocument.URI)
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[file]
	if d == nil || len(p.ContentChanges) == 0 {
		return nil
	}
	d.version, d.text = p.TextDocument.Version, p.ContentChanges[len(p.ContentChanges)-1].Text
	m, _ := s.moduleOf(file)
	m.want(filepath.Dir(file), false, pause)
	return nil
}

func (s *server) didSave(_ context.Context, p documentParams) error {
	file := fileOf(p.TextDocument.URI)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.documents[file] != nil {
		m, _ := s.moduleOf(file)
		m.want(filepath.Dir(file), true, 0)
	}
	return nil
}

func (s *server) didClose(_ context.Context, p documentParams) error {
	file := fileOf(p.TextDocument.URI)
	s.mu.Lock()
	defer s.mu.Unlock()
	if d := s.documents[file]; d != nil {
		delete(s.documents, file)
		if edited(file, d.text) {
			m, _ := s.moduleOf(file)
			m.want(filepath.Dir(file), false, 0)
		}
	}
	return nil
}

// didChangeWatchedFiles schedules a check after a change on disk. An open file that equals the disk was saved by the editor, which
// sends didSave for it.
func (s *server) didChangeWatchedFiles(_ context.Context, p watchedParams) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range p.Changes {
		file := fileOf(c.URI)
		if d := s.documents[file]; file == "" || d != nil && !edited(file, d.text) {
			continue
		}
		for _, m := range s.modules {
			if within(m.dir, file) {
				m.want("", true, pause)
			}
		}
	}
	return nil
}

// edited reports whether the text in the editor differs from the file on disk.
func edited(file, text string) bool {
	data, err := os.ReadFile(file)
	return err != nil || string(data) != text
}

// overlay returns the unsaved contents of open documents, by file.
func (s *server) overlay() map[string]string {
	out := map[string]string{}
	for file, d := range s.documents {
		if edited(file, d.text) {
			out[file] = d.text
		}
	}
	return out
}

// moduleOf returns the module that a file belongs to, and whether it was known before. A file in none has that of its folder.
func (s *server) moduleOf(file string) (m *module, known bool) {
	dir := cmp.Or(config.Module(filepath.Dir(file)), filepath.Dir(file))
	if m = s.modules[dir]; m != nil {
		return m, true
	}
	m = &module{server: s, dir: dir, folders: map[string]bool{}, shown: map[string][]item{}, published: map[string]string{}}
	s.modules[dir] = m
	return m, false
}

func within(dir, file string) bool {
	rel, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(rel)
}

package lsp

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// A module has the findings of a Go module and the checks of it that are due. The lock of the server guards it.
type module struct {
	*server
	dir string

	folders map[string]bool // whose packages are to be checked
	whole   bool            // then all of the module, where a change may show elsewhere
	asked   int             // number of requests for a check
	timer   *time.Timer     // until that is checked
	cancel  context.CancelFunc
	took    time.Duration // by the last check of the whole module; 0 if there was none

	shown     map[string][]item // by file
	published map[string]string // diagnostics as they were sent, by file
}

// An item is a finding as it was sent to the client.
type item struct {
	finding.Finding
	diagnostic diagnostic
}

// quick is how long a check of a whole module may take for its packages not to be checked one by one before it.
const quick = 2 * time.Second

// want schedules a check of a folder, unless it is "", and of the whole module if whole is set, after a delay in which more may be
// wanted. A check that is running is cancelled.
func (m *module) want(folder string, whole bool, delay time.Duration) {
	if m.down {
		return
	}
	if folder != "" && (!whole || m.took == 0 || m.took > quick) {
		m.folders[folder] = true
	}
	m.whole = m.whole || whole
	m.forget()
	asked := m.asked
	m.working.Add(1)
	m.timer = time.AfterFunc(delay, func() {
		defer m.working.Done()
		m.work(asked)
	})
}

// forget ends the check that runs, and the wait for the next.
func (m *module) forget() {
	m.asked++
	if m.cancel != nil {
		m.cancel()
	}
	if m.timer != nil && m.timer.Stop() {
		m.working.Done()
	}
}

// work does what is wanted, until more is.
func (m *module) work(asked int) {
	select {
	case m.slot <- struct{}{}:
		defer func() { <-m.slot }()
	case <-m.ctx.Done():
		return
	}
	for {
		m.mu.Lock()
		if m.asked != asked || m.ctx.Err() != nil {
			m.mu.Unlock()
			return
		}
		j := m.next()
		if j == nil {
			m.mu.Unlock()
			return
		}
		ctx, cancel := context.WithCancel(m.ctx)
		m.cancel = cancel
		m.mu.Unlock()
		m.do(ctx, j)
		cancel()
	}
}

// A job is one check, of what the editor held when it began.
type job struct {
	folders   map[string]bool // nil for the whole module
	query     Query
	documents map[string]document
}

// next takes what is to be done next: first the folders, which takes less time.
func (m *module) next() *job {
	j := &job{documents: map[string]document{}, query: Query{Dir: m.dir, Overlay: m.overlay()}}
	switch {
	case len(m.folders) > 0:
		j.folders, m.folders = m.folders, map[string]bool{}
		for _, folder := range slices.Sorted(maps.Keys(j.folders)) {
			j.query.Patterns = append(j.query.Patterns, m.pattern(folder))
		}
	case m.whole:
		m.whole = false
		j.query.Patterns = []string{"./..."}
	default:
		return nil
	}
	for file, d := range m.documents {
		j.documents[file] = *d
	}
	return j
}

// pattern names a folder for the go command.
func (m *module) pattern(folder string) string {
	rel, err := filepath.Rel(m.dir, folder)
	if err != nil {
		return folder
	}
	return "./" + filepath.ToSlash(rel)
}

// do checks, and shows what was found. A check that was cancelled is wanted as before.
func (m *module) do(ctx context.Context, j *job) {
	begun := time.Now()
	var progress func(what string, done, total int)
	end := func() {}
	if j.folders == nil {
		progress, end = m.progress(ctx)
	}
	answer, err := m.tool.Check(ctx, j.query, progress)
	end()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.cancel = nil
	if ctx.Err() != nil {
		maps.Copy(m.folders, j.folders)
		m.whole = m.whole || j.folders == nil
		return
	}
	if err != nil {
		m.log(isError, err.Error())
		return
	}
	if j.folders == nil {
		m.took = time.Since(begun)
	}
	for _, f := range answer.Failures {
		m.log(isWarning, f.Reason)
	}
	m.show(j, answer)
}

// progress shows how far a check is, if the client wants to know.
func (s *server) progress(ctx context.Context) (report func(what string, done, total int), end func()) {
	nothing := func(string, int, int) {}
	if !s.client.Window.WorkDoneProgress {
		return nothing, func() {}
	}
	s.mu.Lock()
	s.runs++
	token := fmt.Sprintf("zahariacheck/%d", s.runs)
	s.mu.Unlock()
	asking, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if _, err := s.rpc.Callback(asking, "window/workDoneProgress/create", progressParams{Token: token}); err != nil {
		return nothing, func() {}
	}
	say := func(v progressValue) { _ = s.rpc.Notify(s.ctx, "$/progress", progressParams{token, v}) }
	say(progressValue{Kind: "begin", Title: "zahariacheck", Message: "listing packages"})
	var last time.Time
	return func(what string, done, total int) {
		if now := time.Now(); now.Sub(last) > 100*time.Millisecond || done == total {
			last = now
			say(progressValue{Kind: "report", Message: fmt.Sprintf("%s, %d of %d", what, done, total), Percentage: 100 * done / max(total, 1)})
		}
	}, func() { say(progressValue{Kind: "end"}) }
}

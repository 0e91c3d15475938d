package lsp

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
)

// show replaces the findings of the packages that a check covers, and publishes what changed. A package that could not be checked,
// such as one with a line half written, keeps the findings that it had.
func (m *module) show(j *job, a *Answer) {
	failed := map[string]bool{}
	for _, f := range a.Failures {
		failed[f.Dir] = true
	}
	covers := func(file string) bool {
		dir := filepath.Dir(file)
		return !failed[dir] && (j.folders == nil || j.folders[dir])
	}
	for file := range m.shown {
		if covers(file) {
			delete(m.shown, file)
		}
	}
	texts := &texts{j.documents, map[string]*text{}, m.utf8}
	for _, f := range a.Findings {
		if file := f.Pos.Filename; covers(file) {
			m.shown[file] = append(m.shown[file], item{f, m.diagnostic(f, texts)})
		}
	}
	for file := range m.shown {
		m.publish(file, j)
	}
	for file := range m.published {
		if m.shown[file] == nil {
			m.publish(file, j)
		}
	}
}

// publish sends the client the diagnostics of a file, unless they are those that it has.
func (m *module) publish(file string, j *job) {
	p := publishParams{URI: m.uri(file), Diagnostics: []diagnostic{}}
	for _, it := range m.shown[file] {
		p.Diagnostics = append(p.Diagnostics, it.diagnostic)
	}
	data, err := json.Marshal(p)
	if err != nil || m.published[file] == string(data) {
		return
	}
	m.published[file] = string(data)
	if len(p.Diagnostics) == 0 {
		delete(m.published, file)
	}
	if d, ok := j.documents[file]; ok {
		p.Version = &d.version
	}
	_ = m.rpc.Notify(m.ctx, "textDocument/publishDiagnostics", p)
}

// uri names a file as the client does, if it has it open.
func (s *server) uri(file string) string {
	if d := s.documents[file]; d != nil {
		return d.uri
	}
	return uriOf(file)
}

// diagnostic is a finding in the form of the protocol.
func (s *server) diagnostic(f finding.Finding, in *texts) diagnostic {
	d := diagnostic{
		Range:           in.of(f.Pos.Filename).span(f.Pos, f.End),
		Severity:        severity(f.Severity),
		Code:            f.Rule,
		CodeDescription: &codeDescription{f.URL},
		Source:          "zahariacheck",
		Message:         f.Cited(),
	}
	for _, step := range f.Trace {
		at := in.of(step.Pos.Filename).span(step.Pos, step.End)
		d.RelatedInformation = append(d.RelatedInformation, related{location{s.uri(step.Pos.Filename), at}, step.Message})
	}
	return d
}

func severity(s analyzers.Severity) int {
	switch s {
	case analyzers.Error:
		return isError
	case analyzers.Warning:
		return isWarning
	}
	return isInfo
}

// texts are those of files as a check saw them.
type texts struct {
	documents map[string]document
	read      map[string]*text
	utf8      bool
}

func (t *texts) of(file string) *text {
	if known := t.read[file]; known != nil {
		return known
	}
	d, open := t.documents[file]
	if !open {
		data, _ := os.ReadFile(file) // of one that is gone no place is known
		d.text = string(data)
	}
	t.read[file] = newText(d.text, t.utf8)
	return t.read[file]
}

// page is what a hover shows of a finding, as Markdown.
func (s *server) page(it item) string {
	var b strings.Builder
	f := it.Finding
	fmt.Fprintf(&b, "%s\n\n> \"%s\"\n>\n> Matei Zaharia, %s\n", render.Markdown(f.Message), render.Markdown(f.Quote.Text), render.Markdown(f.Quote.Source))
	for i, r := range it.diagnostic.RelatedInformation {
		if i == 0 {
			b.WriteByte('\n')
		}
		line := r.Location.Range.Start.Line + 1
		fmt.Fprintf(&b, "%d. [%s:%d](%s#L%d): %s\n", i+1, render.Markdown(filepath.Base(f.Trace[i].Pos.Filename)), line, link(r.Location.URI), line, render.Markdown(r.Message))
	}
	fmt.Fprintf(&b, "\n[%s](%s)\n", f.Rule, f.URL)
	return b.String()
}

// link is a URI as the target of a link in Markdown.
func link(uri string) string {
	return strings.NewReplacer("(", "%28", ")", "%29", " ", "%20").Replace(uri)
}

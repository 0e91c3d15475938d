package render

import (
	"bytes"
	_ "embed"
	"go/token"
	"io"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// LineSchema is the JSON schema of a line that JSONLines writes.
//
//go:embed jsonl.schema.json
var LineSchema []byte

type (
	lineFinding struct {
		Rule        string     `json:"rule"`
		Group       string     `json:"group"`
		Quote       string     `json:"quote"`
		Severity    string     `json:"severity"`
		Confidence  string     `json:"confidence"`
		Package     string     `json:"package"`
		Place       linePlace  `json:"place"`
		Message     string     `json:"message"`
		URL         string     `json:"url"`
		Fingerprint string     `json:"fingerprint,omitempty"`
		Trace       []lineStep `json:"trace,omitempty"`
		Fix         *lineFix   `json:"fix,omitempty"`
	}
	linePlace struct {
		File      string `json:"file"`
		Line      int    `json:"line"`
		Column    int    `json:"column"`
		EndLine   int    `json:"end_line"`
		EndColumn int    `json:"end_column"`
	}
	lineStep struct {
		Place   linePlace `json:"place"`
		Message string    `json:"message"`
	}
	lineFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
)

// JSONLines writes one JSON object a line for each finding, as LineSchema says.
func JSONLines(w io.Writer, rep *finding.Report, site Site) error {
	var out bytes.Buffer
	prints := finding.Fingerprints(rep.Findings)
	for i, f := range rep.Findings {
		l := lineFinding{
			Rule:        f.Rule,
			Group:       string(f.Group),
			Quote:       string(f.Quote.ID),
			Severity:    string(f.Severity),
			Confidence:  string(f.Confidence),
			Package:     analyzers.Clean(f.Package, maxPath),
			Place:       site.place(f.Pos, f.End),
			Message:     f.Message,
			URL:         f.URL,
			Fingerprint: prints[i],
		}
		for _, s := range f.Trace {
			l.Trace = append(l.Trace, lineStep{site.place(s.Pos, s.End), s.Message})
		}
		if f.Fix != nil && len(f.Fix.Edits) > 0 {
			l.Fix = &lineFix{Message: f.Fix.Message}
			for _, e := range f.Fix.Edits {
				l.Fix.Edits = append(l.Fix.Edits, jsonEdit{site.path(e.File), e.Start, e.End, e.New})
			}
		}
		data, err := plain(l)
		if err != nil {
			return err
		}
		out.Write(append(data, '\n'))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func (s Site) place(pos, end token.Position) linePlace {
	return linePlace{s.path(pos.Filename), pos.Line, pos.Column, end.Line, end.Column}
}

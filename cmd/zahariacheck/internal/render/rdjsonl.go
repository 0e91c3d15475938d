package render

import (
	"bytes"
	"go/token"
	"io"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// The part that is written of the message Diagnostic in github.com/reviewdog/reviewdog, proto/rdf/reviewdog.proto
// (v0.21.2), in its JSON form. The package itself would bring 28 others.
type (
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Source      rdSource       `json:"source"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"related_locations,omitempty"`
	}
	rdLocation struct {
		Path  string  `json:"path"`
		Range rdRange `json:"range"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"` // exclusive
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"` // in bytes of UTF-8, from one
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdCode struct {
		Value string `json:"value"`
		URL   string `json:"url"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

// home is where the project can be found.
const home = "https://github.com/zahariacheck/zahariacheck"

var rdSeverity = map[analyzers.Severity]string{
	analyzers.Error:   "ERROR",
	analyzers.Warning: "WARNING",
	analyzers.Info:    "INFO",
}

// RDJSONL writes a report in the form rdjsonl of reviewdog, with fixes as suggestions.
func RDJSONL(w io.Writer, rep *finding.Report, site Site) error {
	var out bytes.Buffer
	files := texts{}
	for _, f := range rep.Findings {
		d := rdDiagnostic{
			Message:     f.Cited(),
			Location:    site.rdLocation(f.Pos, f.End),
			Severity:    rdSeverity[f.Severity],
			Source:      rdSource{"zahariacheck", home},
			Code:        rdCode{f.Rule, f.URL},
			Suggestions: files.suggestions(f),
		}
		for _, s := range f.Trace {
			d.Related = append(d.Related, rdRelated{s.Message, site.rdLocation(s.Pos, s.End)})
		}
		data, err := plain(d)
		if err != nil {
			return err
		}
		out.Write(append(data, '\n'))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func (s Site) rdLocation(pos, end token.Position) rdLocation {
	return rdLocation{s.path(pos.Filename), rdSpan(pos, end)}
}

func rdSpan(pos, end token.Position) rdRange {
	return rdRange{rdPosition{pos.Line, pos.Column}, rdPosition{end.Line, end.Column}}
}

// suggestions makes one suggestion of a fix, because people accept suggestions one by one: it holds all edits and the
// text between them. A fix that changes another file than the finding's has no place there.
func (t texts) suggestions(f finding.Finding) []rdSuggestion {
	if f.Fix == nil || len(f.Fix.Edits) == 0 {
		return nil
	}
	edits := slices.SortedFunc(slices.Values(f.Fix.Edits), func(a, b finding.Edit) int { return a.Start - b.Start })
	text := t.of(f.Pos.Filename)
	first, at := edits[0].Start, edits[0].Start
	var b strings.Builder
	for _, e := range edits {
		if e.File != f.Pos.Filename || e.Start < at || e.End < e.Start || e.End > len(text) {
			return nil
		}
		b.WriteString(text[at:e.Start] + e.New)
		at = e.End
	}
	return []rdSuggestion{{
		Range: rdSpan(t.position(f.Pos.Filename, first), t.position(f.Pos.Filename, at)),
		Text:  b.String(),
	}}
}

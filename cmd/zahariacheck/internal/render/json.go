package render

import (
	"bytes"
	"encoding/json"
	"go/token"
	"io"
	"maps"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// The shape of what go vet -json prints: for each package one object {ID: {analyzer: [diagnostic]}}. It stands in
// golang.org/x/tools/internal/analysis/driverutil, which cannot be imported.
type (
	jsonDiagnostic struct {
		Category string    `json:"category,omitempty"`
		Posn     string    `json:"posn"`
		End      string    `json:"end"`
		Message  string    `json:"message"`
		Fixes    []jsonFix `json:"suggested_fixes,omitempty"`
		Related  []jsonRel `json:"related,omitempty"`
	}
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}
	jsonRel struct {
		Posn    string `json:"posn"`
		End     string `json:"end"`
		Message string `json:"message"`
	}
	jsonError struct {
		Err string `json:"error"`
	}
)

// JSON writes a report as go vet -json does, one object a package, in the order of their IDs. What could not be
// checked stands, as the failure of an analyzer does there, as an error under the name zahariacheck.
func JSON(w io.Writer, rep *finding.Report) error {
	packages := map[string]map[string]any{}
	of := func(id string) map[string]any {
		if packages[id] == nil {
			packages[id] = map[string]any{}
		}
		return packages[id]
	}
	for _, f := range rep.Findings {
		d := jsonDiagnostic{
			Category: string(f.Quote.ID),
			Posn:     posn(f.Pos),
			End:      posn(f.End),
			Message:  f.Cited(),
		}
		for _, s := range f.Trace {
			d.Related = append(d.Related, jsonRel{posn(s.Pos), posn(s.End), s.Message})
		}
		if f.Fix != nil && len(f.Fix.Edits) > 0 {
			fix := jsonFix{Message: f.Fix.Message}
			for _, e := range f.Fix.Edits {
				fix.Edits = append(fix.Edits, jsonEdit{analyzers.Clean(e.File, maxPath), e.Start, e.End, e.New})
			}
			d.Fixes = []jsonFix{fix}
		}
		pkg := of(analyzers.Clean(f.Package, maxPath))
		list, _ := pkg[f.Rule].([]jsonDiagnostic)
		pkg[f.Rule] = append(list, d)
	}
	for _, f := range rep.Failures {
		pkg := of(analyzers.Clean(f.Package, maxPath))
		if _, said := pkg["zahariacheck"]; !said {
			pkg["zahariacheck"] = jsonError{f.Reason}
		}
	}
	if len(packages) == 0 {
		_, err := io.WriteString(w, "{}\n")
		return err
	}
	var out bytes.Buffer
	for _, id := range slices.Sorted(maps.Keys(packages)) {
		data, err := json.MarshalIndent(map[string]any{id: packages[id]}, "", "\t")
		if err != nil {
			return err
		}
		out.Write(append(escape(data), '\n'))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func posn(p token.Position) string {
	p.Filename = analyzers.Clean(p.Filename, maxPath)
	return p.String()
}

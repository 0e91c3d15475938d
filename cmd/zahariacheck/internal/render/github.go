package render

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// maxAnnotations is how many annotations of one level GitHub shows for a step; it drops the others without a word:
// https://docs.github.com/en/rest/checks/runs (10 warnings and 10 errors per step).
const maxAnnotations = 10

// githubLevel is the workflow command for a severity.
var githubLevel = map[analyzers.Severity]string{
	analyzers.Error:   "error",
	analyzers.Warning: "warning",
	analyzers.Info:    "notice",
}

// GitHub writes the ten most severe findings as workflow commands, of which GitHub Actions makes annotations, and says
// how many more there are: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
func GitHub(w io.Writer, rep *finding.Report, site Site) error {
	var out bytes.Buffer
	files := texts{}
	ranked := slices.Clone(rep.Findings)
	finding.SortBySeverity(ranked)
	shown := ranked[:min(len(ranked), maxAnnotations)]
	for _, f := range shown {
		// Columns are for places on one line only.
		at := fmt.Sprintf("line=%d", f.Pos.Line)
		switch {
		case f.End.Line > f.Pos.Line:
			at += fmt.Sprintf(",endLine=%d", f.End.Line)
		case f.End.Column > f.Pos.Column:
			at += fmt.Sprintf(",endLine=%d,col=%d,endColumn=%d", f.End.Line, files.utf16(f.Pos), files.utf16(f.End))
		default:
			at += fmt.Sprintf(",col=%d", files.utf16(f.Pos))
		}
		fmt.Fprintf(&out, "::%s file=%s,%s,title=%s::%s\n", githubLevel[f.Severity],
			property.Replace(site.path(f.Pos.Filename)), at,
			property.Replace(fmt.Sprintf("%s: On %s", f.Rule, f.Quote.Topic)), data.Replace(f.Cited()))
	}
	if more := len(ranked) - len(shown); more > 0 {
		fmt.Fprintf(&out, "%s more than GitHub annotates; -format=review shows all\n", count(more, "finding"))
	}
	_, err := w.Write(out.Bytes())
	return err
}

// How actions/toolkit escapes what stands in a command, in packages/core/src/command.ts.
var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

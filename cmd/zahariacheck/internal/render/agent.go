package render

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/linediff"
)

// Agent writes a report for coding agents: a block a finding, of lines "key: value" in an order that does not change, and
// blank lines between blocks. The patch, if there is one, is the last of a block and can be given to git apply in dir,
// to which file names are relative.
func Agent(w io.Writer, rep *finding.Report, dir string) error {
	var out bytes.Buffer
	files := texts{}
	t := Text{Dir: dir}
	for _, f := range rep.Findings {
		fmt.Fprintf(&out, "finding: %s\n", t.Place(f.Pos))
		fmt.Fprintf(&out, "rule: %s\nseverity: %s\nmessage: %s\n", f.Rule, f.Severity, f.Message)
		for _, s := range f.Trace {
			fmt.Fprintf(&out, "trace: %s: %s\n", t.Place(s.Pos), s.Message)
		}
		fmt.Fprintf(&out, "read: zahariacheck explain %s\n", f.Rule)
		fmt.Fprintf(&out, "allow: //zahariacheck:allow %s REASON\n", f.Rule)
		out.WriteString(files.patch(t.Dir, f))
		out.WriteString("\n")
	}
	for _, f := range rep.Failures {
		fmt.Fprintf(&out, "failure: %s\n\n", f.Error())
	}
	fmt.Fprintf(&out, "summary: %s\n", strings.TrimSpace(summary(rep)))
	_, err := w.Write(out.Bytes())
	return err
}

// patch is the fix of a finding as a unified diff, with the line that announces it. A diff whose bytes a terminal or a CI
// runner would act on is not shown, since one with other bytes would not apply.
func (t texts) patch(dir string, f finding.Finding) string {
	old, edits := t.fixed(f)
	if len(edits) == 0 {
		return ""
	}
	file := f.Fix.Edits[0].File
	rel, err := filepath.Rel(dir, file)
	if err != nil || !filepath.IsLocal(rel) {
		return "" // no patch of dir reaches it
	}
	diff := linediff.Unified(filepath.ToSlash(rel), old, edits)
	head := "patch: " + f.Fix.Message
	if linediff.HoldsCommand(diff) || !inertText(string(diff)) {
		return head + " (zahariacheck -fix applies it; the code around it is not safe to show)\n"
	}
	return head + "\n" + string(diff)
}

// inertText reports whether text is safe to show as it is, but for its tabs and line ends.
func inertText(text string) bool {
	plain := strings.NewReplacer("\n", " ", "\t", " ").Replace(text)
	return analyzers.Clean(plain, 2*len(plain)+8) == plain
}

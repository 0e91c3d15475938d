package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

// maxReview is how many bytes of Markdown a review has: GitHub takes 1 MiB for the summary of a step and shows none of
// a longer one, https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
const maxReview = 1<<20 - 1<<10

// Review writes a report as Markdown for a pull request: the findings by principle, in the order of the profile, each
// quote once. What does not fit is counted.
func Review(w io.Writer, rep *finding.Report, site Site) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "## zahariacheck\n%s", Markdown(summary(rep)))
	for _, line := range rep.Untrusted {
		fmt.Fprintf(&out, "\n- Not trusted: %s", Markdown(line))
	}
	if len(rep.Untrusted) > 0 {
		out.WriteByte('\n')
	}
	left := 0
	for _, q := range principles.All() {
		first := true
		for _, f := range rep.Findings {
			if f.Quote.ID != q.ID {
				continue
			}
			text := site.item(f)
			if first {
				text = fmt.Sprintf("\n### On %s\n\n> \"%s\"\n>\n> Matei Zaharia, %s\n\n", q.Topic, q.Text, q.Source) + text
			}
			if out.Len()+len(text) > maxReview {
				left++
				continue
			}
			first = false
			out.WriteString(text)
		}
	}
	if len(rep.Failures) > 0 && out.Len() < maxReview {
		out.WriteString("\n### Not checked\n\n")
	}
	for _, f := range rep.Failures {
		if text := "- " + Markdown(f.Error()) + "\n"; out.Len()+len(text) <= maxReview {
			out.WriteString(text)
		}
	}
	if left > 0 {
		fmt.Fprintf(&out, "\n%s more: there is no room for them here.\n", count(left, "finding"))
	}
	_, err := w.Write(out.Bytes())
	return err
}

// item is a finding as an item of a list, with its trace as a list below.
func (s Site) item(f finding.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "- **%s** [%s](%s): %s ([%s](%s))\n",
		f.Severity, s.label(f.Pos.Filename, f.Pos.Line), s.link(f.Pos), Markdown(f.Message), f.Rule, f.URL)
	for i, step := range f.Trace {
		fmt.Fprintf(&b, "  %d. [%s](%s): %s\n", i+1, s.label(step.Pos.Filename, step.Pos.Line), s.link(step.Pos), Markdown(step.Message))
	}
	return b.String()
}

func (s Site) label(file string, line int) string {
	return fmt.Sprintf("%s:%d", Markdown(s.path(file)), line)
}

// inert keeps text inside a line from becoming markup, a link or a mention. Backslashes do for Markdown; of an at sign
// GitHub makes a mention all the same, unless something, which need not be visible, follows it.
var inert = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`, `|`, `\|`, `~`, `\~`,
	`&`, `\&`, `$`, `\$`, `://`, `\://`, `www.`, `www\.`, `WWW.`, `WWW\.`, `@`, `@&#8203;`,
)

// Markdown shows text of one line in Markdown as it is.
func Markdown(text string) string { return inert.Replace(text) }

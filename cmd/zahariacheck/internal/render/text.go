// Package render writes reports, with one file per format. Everything taken from the checked code is escaped.
package render

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"

	"github.com/fatih/color"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// maxPath is how many bytes of a file name are shown: what Linux allows.
const maxPath = 4096

// Text writes reports for people, editors and grep.
type Text struct {
	Dir     string // file names are relative to it
	Context int    // lines to show around each finding, as go vet -c; -1 for none
	Color   bool
	Quotes  bool // show the quote that a rule cites
	Summary bool // end with a line of totals
}

// severityColor is how the word for a severity is painted.
var severityColor = map[analyzers.Severity]color.Attribute{
	analyzers.Error:   color.FgRed,
	analyzers.Warning: color.FgYellow,
	analyzers.Info:    color.FgCyan,
}

// Write writes the findings. The first one of each rule teaches: it has the quote, the code, the trace and the fix. Later
// ones are one line. Lines that continue a finding start with a tab, by which editors know that they belong to it.
func (t *Text) Write(w io.Writer, rep *finding.Report) error {
	var out bytes.Buffer
	files := texts{}
	taught := map[string]bool{}
	for _, f := range rep.Findings {
		fmt.Fprintf(&out, "%s: %s %s %s\n",
			t.paint(color.Bold, t.Place(f.Pos)), t.paint(severityColor[f.Severity], string(f.Severity)+":"), f.Message, t.paint(color.Faint, t.cited(f)))
		if first := !taught[f.Rule]; first {
			taught[f.Rule] = true
			t.teach(&out, files, f)
		} else if t.Context >= 0 {
			t.frame(&out, f, nil)
			t.fix(&out, files, f)
		}
	}
	if t.Summary {
		out.WriteString(summary(rep))
	}
	_, err := w.Write(out.Bytes())
	return err
}

// cited names the rule of a finding, and the quote if quotes are shown.
func (t *Text) cited(f finding.Finding) string {
	if !t.Quotes {
		return "[" + f.Rule + "]"
	}
	return fmt.Sprintf("[%s: On %s]", f.Rule, f.Quote.Topic)
}

func (t *Text) teach(out *bytes.Buffer, files texts, f finding.Finding) {
	if t.Quotes {
		fmt.Fprintf(out, "\t%s\n", t.paint(color.Italic, `"`+f.Quote.Text+`"`))
	}
	near, far := apart(f)
	t.frame(out, f, near)
	for _, s := range far {
		fmt.Fprintf(out, "\t%s:%d: %s\n", t.name(s.Pos.Filename), s.Pos.Line, s.Message)
	}
	t.fix(out, files, f)
	fmt.Fprintf(out, "\t%s\n", t.paint(color.Faint, "zahariacheck explain "+f.Rule))
}

// maxFixLines is how many lines of a fix are shown.
const maxFixLines = 12

// fix shows the lines that the fix of a finding changes, if it has one that fits the file.
func (t *Text) fix(out *bytes.Buffer, files texts, f finding.Finding) {
	changes := files.changes(f)
	if len(changes) == 0 {
		return
	}
	fmt.Fprintf(out, "\tfix (-fix applies it): %s\n", f.Fix.Message)
	shown, hidden := 0, 0
	line := func(style color.Attribute, margin, code string) {
		if shown == maxFixLines {
			hidden++
			return
		}
		shown++
		fmt.Fprintf(out, "\t%s\n", t.paint(style, margin+cut(showCode(trimEnd(code)))))
	}
	for _, c := range changes {
		for i, code := range c.Old {
			line(color.FgRed, fmt.Sprintf("%5d - ", c.From+i+1), code)
		}
		for _, code := range c.New {
			line(color.FgGreen, "      + ", code)
		}
	}
	if hidden > 0 {
		fmt.Fprintf(out, "\t        and %s (-fix -diff shows all)\n", count(hidden, "more line"))
	}
}

// name shows a file name: relative to the working folder where that is shorter.
func (t *Text) name(file string) string {
	if rel, err := filepath.Rel(t.Dir, file); err == nil && len(rel) < len(file) {
		file = rel
	}
	return analyzers.Clean(file, maxPath)
}

func (t *Text) paint(style color.Attribute, text string) string {
	c := color.New(style)
	if t.Color {
		c.EnableColor()
	} else {
		c.DisableColor()
	}
	return c.Sprint(text)
}

// Package allow checks the comments that suppress findings of the other rules, so that nothing is hidden silently.
package allow

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/internal/suggest"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

// Rule and Analyzer stand alone: they check the form of the comments, and know no other rule. The suite uses [New].
var (
	Rule     = New(nil)
	Analyzer = Rule.Analyzer()
)

// New returns the rule for a suite of other rules. It runs after all of them, whatever the driver, because it requires
// them: only then is it known which comments suppress something.
func New(others []*rule.Rule) *rule.Rule {
	known := map[string]*rule.Rule{}
	var requires []*analysis.Analyzer
	for _, r := range others {
		known[r.Name] = r
		requires = append(requires, r.Analyzer())
	}
	return &rule.Rule{
		Name: "allow", Group: rule.Design,
		Cites:    principles.TheUnsexyWork,
		Doc:      doc,
		Since:    "v0.1.0",
		Requires: requires,
		Wants:    func(pass *rule.Pass) bool { return rule.Commented(pass.Files) },
		Run: func(pass *rule.Pass) error {
			for _, c := range pass.Directives().Unknown {
				pass.Report(rule.Finding{Pos: c.Pos, End: c.End, Message: fmt.Sprintf(
					"//zahariacheck:%s is not a directive; write //zahariacheck:allow RULE REASON", c.Verb)})
			}
			for _, c := range pass.Directives().Unread {
				if c.Verb == "nolint" {
					pass.Report(rule.Finding{Pos: c.Pos, End: c.End, Message: "only golangci-lint reads //nolint:zahariacheck; write //zahariacheck:allow RULE REASON instead"})
				} else if known[c.Name] != nil { // else it may be a sentence about such comments
					pass.Report(rule.Finding{Pos: c.Pos, End: c.End, Message: fmt.Sprintf(
						"allow comment for %s is not read, for the space after //; write //zahariacheck:allow", c.Name)})
				}
			}
			for _, c := range pass.Directives().Allows {
				check(pass, c, known)
			}
			return nil
		},
	}
}

// check reports the first thing that is wrong with a comment.
func check(pass *rule.Pass, c *rule.Allow, known map[string]*rule.Rule) {
	f := rule.Finding{Pos: c.Pos, End: c.End}
	r := known[c.Name]
	switch {
	case c.Name == "":
		f.Message = "//zahariacheck:allow names no rule; write //zahariacheck:allow RULE REASON"
	case r == nil && known[strings.TrimSuffix(c.Name, ":")] != nil:
		f.Message = fmt.Sprintf("allow comment names %q, which is not a rule; remove the colon", c.Name)
	case r == nil && strings.Contains(c.Name, ","):
		f.Message = fmt.Sprintf("allow comment names %q, which is not one rule; write a comment for each", c.Name)
	case r == nil && len(known) > 0 && c.Name != pass.Rule.Name:
		cure := "see zahariacheck rules"
		if near := suggest.Nearest(c.Name, slices.Collect(maps.Keys(known))); near != "" {
			cure = "write " + near
		}
		f.Message = fmt.Sprintf("allow comment names %q, which is not a rule; %s", c.Name, cure)
	case c.Reason == "":
		f.Message = fmt.Sprintf("allow comment for %s has no reason and is ignored; add one after the rule name", c.Name)
	case r != nil && pass.Settings.Enabled(r) && !c.Used():
		// A rule that is off has looked at nothing, so its comments are not judged.
		need := pass.Directives().Need(c, pass.Settings.Tests)
		if need == rule.Elsewhere {
			return
		}
		f.Message = fmt.Sprintf("allow comment for %s suppresses no finding; delete it", c.Name)
		if need == rule.Unproven {
			f.NoFix = "with or without tests, or on another platform, the comment may be needed"
		} else {
			f.Fix = deletion(pass, c)
		}
	default:
		return
	}
	pass.Report(f)
}

// deletion removes a comment, with its line if that holds nothing else: an empty line would cut a doc comment off from its
// declaration. It has no edits if what was parsed is not what the file holds, but a translation.
func deletion(pass *rule.Pass, c *rule.Allow) *analysis.SuggestedFix {
	file := pass.Fset.File(c.Pos)
	src, err := pass.ReadFile(file.Name())
	fix := &analysis.SuggestedFix{Message: "Delete the comment"}
	if err != nil || file.Size() != len(src) {
		return fix
	}
	start := file.Offset(c.Pos)
	line := bytes.LastIndexByte(src[:start], '\n') + 1
	end := len(src)
	if n := bytes.IndexByte(src[start:], '\n'); n >= 0 {
		end = start + n
	}
	switch kept := bytes.TrimRight(src[line:start], " \t"); {
	case len(bytes.TrimPrefix(kept, []byte("\ufeff"))) > 0: // what stands before the comment stays, and so does the end of the line
		start, end = line+len(kept), end-len(src[:end])+len(bytes.TrimSuffix(src[:end], []byte("\r")))
	case end < len(src):
		start, end = line+len(kept), end+1
	case line > 0: // the last line, which no line break ends
		start = len(bytes.TrimSuffix(src[:line-1], []byte("\r")))
	}
	fix.TextEdits = []analysis.TextEdit{{Pos: file.Pos(start), End: file.Pos(end)}}
	return fix
}

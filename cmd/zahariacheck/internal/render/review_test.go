package render

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

// Every quote that a rule can cite stands in its page, which is all that code scanning shows.
func TestPagesHaveQuotes(t *testing.T) {
	for _, r := range analyzers.Rules() {
		for _, id := range r.Quotes() {
			if !strings.Contains(r.Doc, principles.Get(id).Text) {
				t.Errorf("the page of %s does not have the quote %s", r.Name, id)
			}
		}
	}
}

func TestReviewIsBounded(t *testing.T) {
	rep, site := sample(t)
	rep.Findings = slices.Repeat(rep.Findings[len(rep.Findings)-1:], 20_000)
	got := written(t, Review, rep, site)
	shown := strings.Count(got, "\n- **")
	if len(got) > 1<<20 || !strings.Contains(got, fmt.Sprintf("%d findings more: there is no room", 20_000-shown)) {
		t.Errorf("%d bytes, %d findings, end %q", len(got), shown, got[len(got)-100:])
	}
}

// A review is as long as GitHub takes, and not a byte longer.
func TestReviewFits(t *testing.T) {
	site := Site{Root: "/r"}
	f := finding.Finding{Rule: "r", Quote: principles.Get(principles.LockIn), Pos: token.Position{Filename: "/r/a.go", Line: 1}}
	review := func(message, reason int) string {
		f.Message = strings.Repeat("x", message)
		rep := &finding.Report{Packages: 1, Findings: []finding.Finding{f}}
		if reason > 0 {
			rep.Failures = []finding.Failure{{Package: "p", Reason: strings.Repeat("y", reason)}}
		}
		return written(t, Review, rep, site)
	}
	if got := review(1, 0); strings.Contains(got, "Not checked") || strings.Contains(got, "no room") {
		t.Errorf("got %s", got)
	}
	room := maxReview - len(review(0, 0))
	if got := review(room, 0); len(got) != maxReview || !strings.Contains(got, "\n- **") {
		t.Errorf("%d bytes, the end is %q", len(got), got[len(got)-50:])
	}
	if got := review(room+1, 0); strings.Contains(got, "\n- **") || !strings.HasSuffix(got, "\n1 finding more: there is no room for them here.\n") {
		t.Errorf("%d bytes, the end is %q", len(got), got[len(got)-50:])
	}
	if got := review(room, 1); len(got) != maxReview {
		t.Errorf("where there is no room for what is not checked, there is %q", got[maxReview:])
	}
	room = maxReview - len(review(1, 1))
	for reason, want := range map[int]bool{room + 1: true, room + 2: false} {
		if got := review(1, reason); strings.Contains(got, "yyy") != want || len(got) > maxReview || !strings.Contains(got, "### Not checked") {
			t.Errorf("%d bytes, a failure is listed: %v", len(got), !want)
		}
	}
	rep := &finding.Report{Packages: 1, Untrusted: []string{"a *line*"}}
	if got := written(t, Review, rep, site); !strings.HasSuffix(got, "\n- Not trusted: a \\*line\\*\n") {
		t.Errorf("got %q", got)
	}
}

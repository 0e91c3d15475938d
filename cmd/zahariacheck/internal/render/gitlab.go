package render

import (
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// The fields that https://docs.gitlab.com/ci/testing/code_quality/ (Code Quality report format) asks for.
type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
	}
)

var gitlabSeverity = map[analyzers.Severity]string{
	analyzers.Error:   "major",
	analyzers.Warning: "minor",
	analyzers.Info:    "info",
}

// GitLab writes a report in GitLab's code quality format. GitLab shows one of several issues with the same fingerprint, so
// those that are about the same code are counted.
func GitLab(w io.Writer, rep *finding.Report, site Site) error {
	issues := []gitlabIssue{}
	prints := finding.Fingerprints(rep.Findings)
	seen := map[string]int{}
	for i, f := range rep.Findings {
		path := site.path(f.Pos.Filename)
		same := f.Rule + "\x00" + path + "\x00" + prints[i]
		seen[same]++
		issues = append(issues, gitlabIssue{
			Description: f.Cited(),
			CheckName:   f.Rule,
			Fingerprint: fmt.Sprintf("%x", sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", same, seen[same]))),
			Severity:    gitlabSeverity[f.Severity],
			Location:    gitlabLocation{path, gitlabLines{f.Pos.Line}},
		})
	}
	data, err := plain(issues)
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

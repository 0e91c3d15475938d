package render

import (
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

func TestGitLabFingerprints(t *testing.T) {
	rep, site := sample(t)
	seen := map[string]bool{}
	for _, i := range decodeLines[[]gitlabIssue](t, written(t, GitLab, rep, site))[0] {
		if i.Fingerprint == "" || seen[i.Fingerprint] {
			t.Errorf("the fingerprint %q is not unique", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) || strings.HasPrefix(i.Location.Path, "./") {
			t.Errorf("GitLab does not take %+v", i)
		}
	}
}

func TestGitHubShowsTheWorst(t *testing.T) {
	rep, site := sample(t)
	one := rep.Findings[len(rep.Findings)-1]
	rep.Findings = nil
	for i := range 12 {
		f := one
		f.Pos.Line = i + 1
		f.End = f.Pos
		if i == 11 {
			f.Severity = analyzers.Error
		}
		rep.Findings = append(rep.Findings, f)
	}
	lines := strings.Split(strings.TrimSuffix(written(t, GitHub, rep, site), "\n"), "\n")
	if len(lines) != 11 || !strings.HasPrefix(lines[0], "::error file=pkg/a b.go,line=12,") || !strings.HasPrefix(lines[1], "::warning file=pkg/a b.go,line=1,") ||
		!strings.HasPrefix(lines[10], "2 findings more") {
		t.Errorf("%s", strings.Join(lines, "\n"))
	}
}

func TestSiteOf(t *testing.T) {
	root := t.TempDir()
	sub := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	at := token.Position{Filename: filepath.Join(sub, "c d.go"), Line: 7}
	env := map[string]string{}
	get := func(name string) string { return env[name] }
	if got := SiteOf(sub, get); got.Root != sub || got.link(at) != "c%20d.go#L7" {
		t.Errorf("without a repository: %+v", got)
	}
	if err := os.WriteFile(filepath.Join(root, ".git"), nil, 0o644); err != nil { // as in a worktree
		t.Fatal(err)
	}
	for _, c := range []struct {
		want string
		env  map[string]string
	}{
		{"a/b/c%20d.go#L7", map[string]string{"GITHUB_SERVER_URL": "https://github.com"}},
		{"https://github.com/o/r/blob/abc/a/b/c%20d.go#L7", map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "abc"}},
		{"https://gitlab.com/o/r/-/blob/abc/a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "https://gitlab.com/o/r", "CI_COMMIT_SHA": "abc"}},
		{"http://git.local/o/-/blob/abc/a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "http://git.local/o", "CI_COMMIT_SHA": "abc"}},
		{"a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "javascript:alert(1)"}},
		{"a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "ftp://git.local/o"}},
		{"a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "https:///o"}},
		{"a/b/c%20d.go#L7", map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "https://[/o"}},
	} {
		env = c.env
		if got := SiteOf(sub, get); got.Root != root || got.link(at) != c.want {
			t.Errorf("%v: %+v, link %s", c.env, got, got.link(at))
		}
	}
}

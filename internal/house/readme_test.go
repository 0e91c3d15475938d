package house

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/principles"
)

// A block is what stands between two fences of a page.
type block struct{ language, text string }

func blocks(t *testing.T, page string) (all []block) {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$").FindAllStringSubmatch(string(data), -1) {
		all = append(all, block{m[1], m[2]})
	}
	return all
}

// TestReadme holds each block of the README to work as written: commands run in the sample application, configurations are
// loaded or parsed, and what names a release names this one.
func TestReadme(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{root: root, work: t.TempDir()}
	r.module = filepath.Join(r.work, "your", "module")
	if err := os.MkdirAll(filepath.Join(r.work, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(r.work, "bin", "reviewdog"), []byte("#!/bin/sh\ncat >/dev/null\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	tried := map[string]int{}
	for _, b := range blocks(t, filepath.Join(root, "README.md")) {
		for _, m := range regexp.MustCompile(`v\d+\.\d+\.\d+`).FindAllString(regexp.MustCompile(`(?m)^version: .*\n`).ReplaceAllString(b.text, ""), -1) {
			if m != analyzers.Version {
				t.Errorf("the README names the release %s, this is %s:\n%s", m, analyzers.Version, b.text)
			}
		}
		tried[b.language]++
		switch b.language {
		case "console":
			r.report(t, b.text)
		case "go":
			r.allow(t, b.text)
		case "json":
			if !json.Valid([]byte(b.text)) {
				t.Errorf("no JSON:\n%s", b.text)
			}
		case "sh":
			r.commands(t, b.text)
		case "yaml":
			r.yaml(t, b.text)
		default:
			t.Errorf("no test knows how to try a block of %q:\n%s", b.language, b.text)
		}
	}
	for _, language := range []string{"console", "go", "json", "sh", "yaml"} {
		if tried[language] == 0 {
			t.Errorf("no block of %s was tried", language)
		}
	}
}

// A reader does what a page says.
type reader struct {
	root   string // the checkout
	work   string // a folder for what commands write; its bin comes first in PATH
	module string // the sample application
}

// commands runs a block of commands, line by line: in the checkout if they start there, else in the sample application.
func (r *reader) commands(t *testing.T, text string) {
	t.Helper()
	if strings.Contains(text, "@"+analyzers.Version) {
		return // once released
	}
	dir := r.module
	switch {
	case strings.Contains(text, "./cmd/zahariacheck"):
		dir = r.root
	case strings.HasPrefix(text, "cd your/module"):
		r.run(t, r.work, "zahariacheck demo your/module")
		text = strings.TrimPrefix(text, "cd your/module\n")
	}
	for line := range strings.Lines(text) {
		r.run(t, dir, strings.TrimSuffix(line, "\n"))
	}
}

// run runs a command, which may find something, but not fail.
func (r *reader) run(t *testing.T, dir, command string) {
	t.Helper()
	if dir == r.work {
		if err := os.MkdirAll(filepath.Dir(r.module), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("sh", "-c", command)
	cmd.Dir = dir
	bin := filepath.Join(r.work, "bin")
	cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "GOBIN="+bin, "GOPROXY=off", "GITHUB_ACTIONS=")
	if dir == r.module {
		cmd.Env = append(cmd.Env, "GOFLAGS=-mod=vendor", "GOWORK=off")
	}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		t.Errorf("%s: %v\n%s", command, err, out)
	}
}

// report is a finding as the text form shows it: of a rule that there is, with a quote that it cites.
func (r *reader) report(t *testing.T, text string) {
	t.Helper()
	m := regexp.MustCompile(`(?s)^\S+\.go:\d+:\d+: (?:error|warning|info): .* \[(\w+): On .*\]\n\t"(.*?)"\n.*\tzahariacheck explain (\w+)\n$`).FindStringSubmatch(text)
	if m == nil || m[1] != m[3] {
		t.Fatalf("no finding as the command shows it:\n%s", text)
	}
	for _, rule := range analyzers.Rules() {
		if rule.Name == m[1] && slices.ContainsFunc(rule.Quotes(), func(id principles.ID) bool { return principles.Get(id).Text == m[2] }) {
			return
		}
	}
	t.Errorf("no rule %s cites %q", m[1], m[2])
}

// allow is a comment that allows a finding of a rule that there is.
func (r *reader) allow(t *testing.T, text string) {
	t.Helper()
	words := strings.Fields(text)
	if len(words) < 3 || words[0] != "//zahariacheck:allow" || !slices.ContainsFunc(analyzers.Rules(), func(rule *analyzers.Rule) bool { return rule.Name == words[1] }) {
		t.Errorf("no comment that allows a finding: %s", text)
	}
}

// yaml tries a configuration of ours, and parses those of others; what these name of ours must be there.
func (r *reader) yaml(t *testing.T, text string) {
	t.Helper()
	if strings.HasPrefix(text, "preset:") {
		file := filepath.Join(r.work, "conf.yml")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		r.run(t, r.module, "zahariacheck -config "+file+" ./chat")
		return
	}
	dec := yaml.NewDecoder(strings.NewReader(text))
	var doc any
	n := 0
	for ; ; n++ {
		if err := dec.Decode(&doc); err != nil {
			if n == 0 || err.Error() != "EOF" {
				t.Errorf("no YAML: %v\n%s", err, text)
			}
			break
		}
	}
	for pattern, file := range map[string]string{`hooks: \[\{id: ([\w-]+)`: ".pre-commit-hooks.yaml", `with: \{(new-from): `: "action.yml", `import: [\w./]+/(cmd/\w+)`: "cmd/gclplugin/gclplugin.go"} {
		m := regexp.MustCompile(pattern).FindStringSubmatch(text)
		if m == nil {
			continue
		}
		data, err := os.ReadFile(filepath.Join(r.root, file))
		if err != nil || file != "cmd/gclplugin/gclplugin.go" && !strings.Contains(string(data), m[1]) {
			t.Errorf("%s does not have %s: %v", file, m[1], err)
		}
	}
}

package config

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

func load(t *testing.T, text string) (*Config, *analyzers.Settings, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), Name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	set := analyzers.NewSettings()
	c, err := Load(file, set)
	return c, set, err
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ text, want, frame string }{
		{"rule: {}", `1:1: unknown key "rule"; did you mean "rules"?`, "1 | rule: {}"},
		{"rules:\n  initefect: off", `2:3: unknown rule "initefect"; did you mean "initeffect"?`, "2 |   initefect: off"},
		{"rules:\n  initeffect: of", `2:15: unknown level "of"; want one of on, off, true`, "2 |   initeffect: of"},
		{"rules: {bigpackage: {larg: 1}}", `1:22: bigpackage has no option "larg"; did you mean "large"?`, "1 | rules: {bigpackage: {larg: 1}}"},
		{"rules: {bigpackage: {large: x}}", `1:29: bigpackage.large cannot be set: `, ""},
		{"rules: {bigpackage: {severity: high}}", `1:32: unknown level "high"; want one of error, warning, info`, ""},
		{"rules: {bigpackage: [1]}", `1:21: want keys with values here`, ""},
		{"rules: {vendorlock: {accept: openai}}", `accepted vendors belong under "vendors", each with a "why"`, ""},
		{"groups:\n  costs: off", `2:3: unknown group "costs"; did you mean "cost"?`, "2 |   costs: off"},
		{"groups: {cost: {severity: info}}", `want one value here`, ""},
		{"preset: stric", `1:9: unknown preset "stric"; did you mean "strict"?`, ""},
		{"vendors: [{accept: openai}]", `this needs a "why"`, ""},
		{"vendors: [{accept: 'openai,cohere', why: x}]", `want one vendor here, with its own reason`, ""},
		{"vendors: [{accept: opneai, why: x}]", `1:20: unknown vendor, SDK or import path "opneai"; did you mean "openai"?`, ""},
		{"vendors: [{why: x}]", `a vendor needs "accept"`, ""},
		{"paths: [{glob: 'x/**'}]", `this needs a "why"`, ""},
		{"paths: [{glob: 'x/**', why: ' '}]", `"why" is empty`, ""},
		{"paths: [{glob: '../x', why: x}]", `want a glob relative to this file`, ""},
		{"paths: [{glob: '[', why: x}]", `want a glob relative to this file`, ""},
		{"paths: [{why: x}]", `a path needs a "glob"`, ""},
		{"paths: [{glob: x, off: [stubap], why: x}]", `unknown rule "stubap"; did you mean "stubapi"?`, ""},
		{"paths: {}", `1:8: want a list here`, ""},
		{"catalogue: [../x.llm]", `want a file below the folder of this one`, ""},
		{"catalogue: [nosuch.llm]", `1:13: the catalogue cannot be read: `, ""},
		{"baseline: /tmp/x", `want a file below the folder of this one`, ""},
		{"preset: strict\npreset: core", `"preset"`, ""},
		{"preset: &a strict", `want one value here`, ""},
		{"rules: *a", `want keys with values here`, ""},
		{"rules: {", `is not YAML`, ""},
		{"preset: core\n---\npreset: core", `2:1: a second document`, ""},
		{"preset: core\n---", `2:1: a second document`, ""},
		{"- x", `want keys with values here`, ""},
		{"~: x", `1:1: want one value here`, ""},
		{"1: x\n'1': y", `mapping key "1" already defined`, ""},
		{"preset: [core]", `1:9: want one value here`, ""},
		{"rules: []", `1:8: want keys with values here`, ""},
		{"rules: {bigpackage: {large: [1]}}", `1:29: want one value here`, ""},
		{"rules: {bigpackage: {severity: off}}", `1:32: unknown level "off"`, ""},
		{"vendors: {}", `1:10: want a list here`, ""},
		{"vendors: [{accepts: x, why: y}]", `unknown key "accepts"; did you mean "accept"?`, ""},
		{"vendors: [{accept: [x], why: y}]", `want one value here`, ""},
		{"vendors: [{accept: '', why: y}]", `want one vendor here`, ""},
		{"paths: [x]", `1:9: want keys with values here`, ""},
		{"paths: [{globs: x, why: x}]", `unknown key "globs"; did you mean "glob"?`, ""},
		{"paths: [{glob: [x], why: x}]", `want one value here`, ""},
		{"paths: [{glob: /x, why: x}]", `want a glob relative to this file`, ""},
		{"paths: [{glob: x, off: stubapi, why: x}]", `want a list here`, ""},
		{"paths: [{glob: x, off: [], why: x}]", `1:24: this names no rule`, ""},
		{"paths: [{glob: x, off: [[]], why: x}]", `want one value here`, ""},
		{"paths: [{glob: x, why: [x]}]", `want one value here`, ""},
		{"catalogue: x.llm", `1:12: want a list here`, ""},
		{"catalogue: [[]]", `want one value here`, ""},
		{"baseline: [x]", `1:11: want one value here`, ""},
		{"preset: nothing", `1:9: unknown preset "nothing"; want one of core, strict, preview`, "1 | preset: nothing"},
		{strings.Repeat("[", maxDepth+1), Name + `: brackets are nested too deep`, ""},
		{strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth), `want keys with values here`, ""},
		{"preset: core #" + strings.Repeat(" []{}", maxDepth) + "\nx: y", `2:1: unknown key "x"`, "2 | x: y"},
		{strings.Repeat("[", maxConfig), `nested too deep`, ""},
		{strings.Repeat("#", maxConfig+1), `is larger than 64 KB`, ""},
	} {
		_, _, err := load(t, c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.60q: error %v, want %s", c.text, err, c.want)
			continue
		}
		if wrong := (*Error)(nil); c.frame != "" && (!errors.As(err, &wrong) || wrong.Frame != c.frame) {
			t.Errorf("%.60q: frame %q, want %q", c.text, wrong.Frame, c.frame)
		}
	}
}

func TestLoad(t *testing.T) {
	for _, text := range []string{"", "# nothing\n", "rules: {}\n", "preset: core"} {
		if _, _, err := load(t, text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	c, set, err := load(t, `
preset: strict
rules:
  stubapi: off
  initeffect: info
  bigpackage: {large: 120, severity: warning}
vendors:
  - accept: openai
    why: all that we use speaks its protocol
  - {accept: genai, why: the sample shows it}
paths:
  - {glob: "examples/**", off: [initeffect], why: teaching code}
  - {glob: "*.pb.go", why: made elsewhere}
baseline: old.jsonl
`)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(c.Baseline) != "old.jsonl" || !filepath.IsAbs(c.Baseline) {
		t.Errorf("baseline %s", c.Baseline)
	}
	if set.Enabled(ruleNamed("stubapi")) {
		t.Error("stubapi is on")
	}
	for name, want := range map[string]analyzers.Severity{"initeffect": analyzers.Info, "bigpackage": analyzers.Warning, "gobstore": analyzers.Error} {
		if got := set.Level(ruleNamed(name)); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	if got := set.Flags(ruleNamed(acceptRule)).Lookup(acceptFlag).Value.String(); got != "openai,genai" {
		t.Errorf("vendors %s", got)
	}
}

// What is said of a group holds for all rules of it, and what is said of one of them stands above it.
func TestGroups(t *testing.T) {
	_, set, err := load(t, "groups: {design: off, openness: info, cost: on}\nrules: {stubapi: on, gobstore: error}\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range analyzers.Rules() {
		on, level := true, analyzers.Warning
		switch {
		case r.Name == "stubapi":
		case r.Group == "design":
			on, level = false, set.Level(r)
		case r.Name == "gobstore":
			level = analyzers.Error
		case r.Group == "openness":
			level = analyzers.Info
		default:
			on, level = r.Tier != analyzers.Preview || r.Group == "cost", set.Level(r)
		}
		if set.Enabled(r) != on || set.Level(r) != level {
			t.Errorf("%s of group %s: on is %t, %s, want %t, %s", r.Name, r.Group, set.Enabled(r), set.Level(r), on, level)
		}
	}
}

func TestSilences(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, Name)
	for _, c := range []struct{ text, rule, in, want string }{
		{"", "stubapi", "x.go", "false"},
		{"preset: strict", "stubapi", "x.go", "false"},
		{"rules: {stubapi: off}", "stubapi", "x.go", "true"},
		{"rules: {stubapi: off}", "gobstore", "x.go", "false"},
		{"rules: {stubapi: on}", "stubapi", "x.go", "false"},
		{"groups: {design: off}", "stubapi", "x.go", "true"},
		{"groups: {design: off}", "gobstore", "x.go", "false"},
		{"groups: {design: off}\nrules: {stubapi: on}", "stubapi", "x.go", "false"},
		{"groups: []", "stubapi", "x.go", "error"},
		{"rules: {stubapi: false, nosuch: {x: [1]}}", "stubapi", "x.go", "true"},
		{"rules: {stubapi: {severity: error}}", "stubapi", "x.go", "false"},
		{"paths: [{glob: 'a/**', why: x}]", "stubapi", "a/x.go", "true"},
		{"paths: [{glob: 'a/**', off: [gobstore], why: x}]", "stubapi", "a/x.go", "false"},
		{"rules: []", "stubapi", "x.go", "error"},
		{"paths: {}", "stubapi", "x.go", "error"},
		{"rule: {}", "stubapi", "x.go", "error"},
		{"{", "stubapi", "x.go", "error"},
	} {
		if err := os.WriteFile(file, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		got := "error"
		if holds, err := Silences(file); err == nil {
			got = strconv.FormatBool(holds(filepath.Join(dir, c.in), c.rule))
		}
		if got != c.want {
			t.Errorf("%s: %s in %s: %s, want %s", c.text, c.rule, c.in, got, c.want)
		}
	}
	if _, err := Silences(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a file that is not there has been read")
	}
}

func TestExcluded(t *testing.T) {
	all := []exclusion{{glob: "examples/**", off: []string{"initeffect"}, why: "a"}, {glob: "**/*.pb.go", why: "b"}}
	for _, c := range []struct{ file, rule, want string }{
		{"/r/examples/x/y.go", "initeffect", "a"},
		{"/r/examples/x/y.go", "stubapi", ""},
		{"/r/x/y.pb.go", "stubapi", "b"},
		{"/r/x.pb.go", "stubapi", "b"},
		{"/other/examples/y.go", "initeffect", ""},
		{"/r/x/examples/y.go", "initeffect", ""},
		{"examples/y.go", "initeffect", ""}, // relative to nobody knows what
	} {
		if got := excluded(all, "/r", c.file, c.rule); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.rule, c.file, got, c.want)
		}
	}
}

// Where many words are known, they are not all listed.
func TestManyWords(t *testing.T) {
	if _, _, err := load(t, "rules: {zzzzzzzz: on}"); err == nil || err.Error() != Name+`:1:9: unknown rule "zzzzzzzz"` {
		t.Errorf("error %v", err)
	}
}

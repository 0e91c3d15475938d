package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/principles"
)

const root = "../../.."

func TestUpToDate(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := Files(analyzers.Rules(), string(readme), reasons)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Error(err)
		} else if string(got) != want {
			t.Errorf("%s is out of date: run go generate ./principles", name)
		}
	}
}

func TestFiles(t *testing.T) {
	const readme = "before\n<!-- rules: written by go generate ./principles -->\nold\n<!-- end of rules -->\nafter\n"
	var all strings.Builder
	for _, q := range principles.All() {
		all.WriteString(string(q.ID) + ": " + pending + ": something.\n")
	}
	rule := &analyzers.Rule{Name: "vendorlock", Group: "openness", Cites: principles.LockIn, Doc: "# vendorlock\n\nReports lock-in.\n\n## What it does\n"}

	files, err := Files([]*analyzers.Rule{rule}, readme, all.String())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"README.md":              "| [vendorlock](analyzers/vendorlock/rule.md) | openness | Reports lock-in. | On Lock-in |\n<!-- end of rules -->\nafter\n",
		"principles/COVERAGE.md": "specific vendor implementation.\" (No Priors) | [vendorlock](../analyzers/vendorlock/rule.md) |\n",
	} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s lacks %q:\n%s", name, want, files[name])
		}
	}
	if kept := files["principles/internal/docs/reasons.txt"]; strings.Contains(kept, "lock-in: ") || !strings.Contains(kept, "open-interfaces: ") {
		t.Errorf("the wrong reasons were dropped:\n%s", kept)
	}

	for name, c := range map[string]struct{ readme, reasons string }{
		"a quote with a rule and a reason":       {readme, strings.Replace(all.String(), "lock-in: "+pending, "lock-in: It is about people", 1)},
		"a quote without a rule and a reason":    {readme, strings.Replace(all.String(), "agi: "+pending+": something.\n", "", 1)},
		"a reason for a quote that is not one":   {readme, all.String() + "no-such-quote: It is not there.\n"},
		"a line without a reason":                {readme, all.String() + "agi\n"},
		"a README without a place for the rules": {"nothing", all.String()},
	} {
		if _, err := Files([]*analyzers.Rule{rule}, c.readme, c.reasons); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

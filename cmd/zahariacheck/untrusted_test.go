package main

import (
	"os"
	"strings"
	"testing"
)

// TestUntrustedIsTested demands for each row of the table on the page about strangers' code, and for each point below it, a place in a
// test that holds it.
func TestUntrustedIsTested(t *testing.T) {
	read := func(name string) string {
		text, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Error(err)
		}
		return string(text)
	}
	page := read("docs/untrusted.md")
	held := map[string]bool{}
	for line := range strings.Lines(read("testdata/untrusted.tsv")) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 3 {
			t.Fatalf("%q has not three fields", line)
		}
		if !strings.Contains(page, fields[0]) {
			t.Errorf("the page does not say %q", fields[0])
		}
		if !strings.Contains(read(fields[1]), fields[2]) {
			t.Errorf("%s does not have %q", fields[1], fields[2])
		}
		held[fields[0]] = true
	}
	for line := range strings.Lines(page) {
		said, isRow := strings.CutPrefix(line, "| ")
		said, _, _ = strings.Cut(said, " | ")
		if point, isPoint := strings.CutPrefix(line, "- "); isPoint {
			said = strings.TrimSpace(point)
			if bold, _, ok := strings.Cut(strings.TrimPrefix(said, "**"), "**"); ok && strings.HasPrefix(said, "**") {
				said = "**" + bold + "**"
			} else {
				said, _, _ = strings.Cut(said, ". ")
			}
			isRow = true
		}
		if isRow && said != "the code brings" && !held[said] {
			t.Errorf("no test holds %q", said)
		}
	}
}

package config

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// FuzzConfig demands of whatever stands in a configuration: an error names a place in the file, and where the
// text must not be shown, since the file is a link to another, no word of it is.
func FuzzConfig(f *testing.F) {
	const secret = "rootpw"
	for _, s := range []string{
		"preset: strict\nrules:\n  stubapi: off\n  bigpackage: {large: 120, severity: info}\n",
		"vendors:\n  - {accept: openai, why: all our models speak its protocol}\npaths:\n  - {glob: \"examples/**\", off: [hardcodedprompt], why: teaching code}\n",
		"catalogue: [ours.llm]\nbaseline: a/b.jsonl\n",
		secret + ": 1", "preset: " + secret, "rules: {" + secret + ": on}", "rules: {stubapi: " + secret + "}", "rules: {bigpackage: {large: " + secret + "}}",
		"paths: [{glob: '[" + secret + "', why: x}]", "catalogue: [" + secret + ".llm]", "baseline: ../" + secret, "vendors: [{accept: x, why: &" + secret + " y}]",
		secret + "\x00:x:0:0", "a: !!" + secret + " b", "? " + secret + "\n: [", "preset: core\n---\n" + secret, "\"" + secret, "preset: |\n " + secret + "\n\t-",
	} {
		f.Add(s)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxConfig {
			return
		}
		for _, lines := range [][]string{nil, strings.Split(text, "\n")} {
			r := &reader{document: document{name: Name, lines: lines}, dir: dir, set: analyzers.NewSettings()}
			c := new(Config)
			err := r.top([]byte(text), c, "preset", "rules", "vendors", "paths", "catalogue", "baseline")
			var wrong *Error
			switch {
			case err == nil:
				for _, file := range append(c.Catalogue, c.Baseline) {
					if rel, err := filepath.Rel(dir, file); file != "" && (err != nil || !filepath.IsLocal(rel)) {
						t.Fatalf("the file %q lies outside of %s", file, dir)
					}
				}
			case !errors.As(err, &wrong):
				t.Fatalf("%v is no error of a configuration", err)
			case lines == nil && (wrong.Frame != "" || strings.Contains(wrong.Error(), secret)):
				t.Fatalf("the text is shown: %v, %q", wrong, wrong.Frame)
			case wrong.Frame != "":
				var line, column, framed int
				if n, err := fmt.Sscanf(wrong.Pos, Name+":%d:%d", &line, &column); n != 2 || line < 1 || line > len(lines) {
					t.Fatalf("%s is no place of %d lines: %v", wrong.Pos, len(lines), err)
				}
				if fmt.Sscanf(wrong.Frame, "%d | ", &framed); framed != line || !strings.HasSuffix(wrong.Frame, lines[line-1]) {
					t.Fatalf("%s: the frame is %q", wrong.Pos, wrong.Frame)
				}
			}
		}
	})
}

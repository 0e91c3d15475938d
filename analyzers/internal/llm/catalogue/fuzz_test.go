package catalogue

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// FuzzAdd demands of whatever a user adds to the catalogue: a file with a mistake adds nothing and each complaint names a
// line of it; a right one can be looked up, and read a second time it changes nothing.
func FuzzAdd(f *testing.F) {
	names, _ := fs.Glob(data, "data/*.llm")
	for _, name := range names {
		text, err := fs.ReadFile(data, name)
		if err != nil {
			f.Fatal(err)
		}
		lines := strings.SplitAfter(string(text), "\n")
		f.Add(strings.Join(lines[:min(30, len(lines))], ""))
	}
	f.Add("sdk a vendor=v class=model\nmodule x.y/z v1 as=v1\nprompt system (*$.Client).Ask arg:p... ctx=ctx in=v1 \"note\" # end\ndefault timeout none\n")
	f.Add("sdk a vendor=v class=framework\nmodule x.y/z v1\nsdk b vendor=w class=model binding=a\npackage x.y/z/b\nmodel name $.Options.Model field\nendpoint /v1/chat$ vendor=w modality=chat strength=strong\nhost api.w.com\n")
	complaint := regexp.MustCompile(`^f\.llm:[1-9]\d*: .`)
	f.Fuzz(func(t *testing.T, text string) {
		c := New()
		if err := c.Add("f.llm", strings.NewReader(text)); err != nil {
			if len(c.Entries())+len(c.SDKs())+len(c.modules)+len(c.endpoints)+len(c.hosts) > 0 {
				t.Fatalf("added though %v", err)
			}
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if !complaint.MatchString(line) {
					t.Fatalf("the complaint %q names no line", line)
				}
			}
			return
		}
		first := c.Entries()
		for _, e := range first {
			found := false
			for _, same := range c.Lookup(e.Symbol) {
				found = found || same == e
			}
			if !found || len(e.In) == 0 || e.Package() == "" {
				t.Fatalf("%s: %q in package %q, found %v", e.Pos, e.Symbol, e.Package(), found)
			}
		}
		for _, s := range c.SDKs() {
			for _, m := range s.Modules {
				if got := c.SDKOf(m.Path + "/below"); got != s {
					t.Fatalf("a package of module %q of SDK %s belongs to %v", m.Path, s.Name, got)
				}
			}
		}
		// The second time an SDK has all its modules from its first line on, and more may be said of the first ones.
		counts := []int{len(first)}
		for range 2 {
			if err := c.Add("f.llm", strings.NewReader(text)); err != nil {
				t.Fatalf("once more: %v", err)
			}
			counts = append(counts, len(c.Entries()))
		}
		if counts[1] < counts[0] || counts[2] != counts[1] {
			t.Fatalf("entries after each time: %d", counts)
		}
	})
}

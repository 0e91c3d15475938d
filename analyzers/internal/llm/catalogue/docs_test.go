package catalogue

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of docs/catalogue.md")

// TestPage compares the table of docs/catalogue.md with the schemas, and reads the page's example as a user's file.
func TestPage(t *testing.T) {
	const page = "../../../../docs/catalogue.md"
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	before, rest, ok := strings.Cut(text, "<!-- kinds -->\n")
	_, after, ok2 := strings.Cut(rest, "<!-- end -->")
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the table", page)
	}
	want := before + "<!-- kinds -->\n" + table() + "<!-- end -->" + after
	if *update {
		if err := os.WriteFile(page, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if text != want {
		t.Errorf("%s is not of these schemas: run go generate ./analyzers/internal/llm/catalogue", page)
	}

	_, example, ok := strings.Cut(text, "```llm\n")
	example, _, ok2 = strings.Cut(example, "```")
	if !ok || !ok2 {
		t.Fatalf("%s has no example", page)
	}
	if err := New().Add("ours.llm", strings.NewReader(example)); err != nil {
		t.Errorf("the example of %s: %v", page, err)
	}
}

func table() string {
	var b strings.Builder
	b.WriteString("| kind | means | roles | keys | read by |\n|---|---|---|---|---|\n")
	for _, kind := range slices.Sorted(maps.Keys(Schemas)) {
		s := Schemas[kind]
		roles := strings.Join(s.Roles, ", ")
		if s.Roles == nil {
			roles = "any word"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", kind, s.Meaning, roles, strings.Join(s.Attrs, ", "), strings.Join(s.Readers, ", "))
	}
	return b.String()
}

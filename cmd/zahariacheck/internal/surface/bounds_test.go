package surface

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// crowd is a surface with many tools and prompts, whose texts are long and differ by a number.
func crowd(n, words, seed int) *Document {
	d := &Document{Version: FormatVersion, Tools: []Tool{}, Prompts: []Prompt{}, Models: []Model{}, Services: []Service{}, Loops: []Loop{}}
	for i := n - 1; i >= 0; i-- {
		name := fmt.Sprintf("n%05d", i)
		text := strings.Repeat(fmt.Sprintf("word%d ", (i+seed)%7), words) + fmt.Sprint(i*seed)
		d.Tools = append(d.Tools, Tool{Name: name, Package: "example.com/app", Place: Place{"main.go", i + 1}, Description: text, DeclaredBy: "x.New",
			Schema: json.RawMessage(`{"type":"object"}`), SchemaBy: "literal"})
		d.Prompts = append(d.Prompts, Prompt{ID: fmt.Sprint(name, seed), Role: "system", Package: "example.com/app", Place: Place{"main.go", i + 1}, Name: name, Sink: "x.Ask",
			Words: words + 1, Tokens: words + 1, Text: []string{text}})
	}
	d.sort()
	return d
}

// What is shown of thousands of tools and of huge prompts is sorted and bounded.
func TestThousands(t *testing.T) {
	old, new := crowd(3000, 30, 1), crowd(3000, 30, 2)
	if !slices.IsSortedFunc(new.Tools, func(a, b Tool) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the tools are not sorted")
	}
	changes := Compare(old, new)
	if len(changes) < 3000 {
		t.Errorf("%d changes", len(changes))
	}
	var md bytes.Buffer
	if err := WriteChanges(&md, "md", changes); err != nil {
		t.Fatal(err)
	}
	if n := len(changes) - strings.Count(md.String(), "- **"); md.Len() > maxComment+100 || !strings.Contains(md.String(), fmt.Sprintf("\n%d more changes", n)) {
		t.Errorf("a comment of %d bytes, which leaves out %d changes", md.Len(), n)
	}
}

func TestHugeTexts(t *testing.T) {
	d := sample()
	old := strings.Repeat("a b ", 40_000)
	d.Prompts[0].Text = []string{strings.TrimSpace(old)}
	other := sample()
	other.Prompts[0].Text = []string{strings.Repeat("c d ", 40_000)}
	changes := Compare(d, other)
	var md, text bytes.Buffer
	if err := WriteChanges(&md, "md", changes); err != nil {
		t.Fatal(err)
	}
	if err := d.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if md.Len() > maxComment || text.Len() > 4000 || len(changes) != 1 {
		t.Errorf("%d changes, a comment of %d bytes, a text of %d", len(changes), md.Len(), text.Len())
	}
	many := make([]Change, 10)
	for i := range many {
		many[i] = Change{Severity: Risky, Kind: "prompt changed", Subject: fmt.Sprint("p", i), Words: []Word{{"-", strings.Repeat("<i> ", 400)}, {"+", strings.Repeat("wort ", 400)}, {"=", "a"}, {"-", strings.Repeat("x ", 400)}}}
	}
	md.Reset()
	if err := WriteChanges(&md, "md", many); err != nil {
		t.Fatal(err)
	}
	if md.Len() > maxComment || strings.Count(md.String(), "- **") != len(many) {
		t.Errorf("a comment of %d bytes with %d of %d changes", md.Len(), strings.Count(md.String(), "- **"), len(many))
	}
}

func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	full := sample()
	full.Prompts[0].Tokens = 5
	full.Loops = []Loop{{"example.com/app.Ask", "example.com/app", Place{"main.go", 3}, "x.Ask", "limit"}}
	for _, d := range []*Document{full, full.withoutLines(), crowd(2, 5, 1)} {
		data, err := d.encode()
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Error(err)
		}
		for _, key := range []string{"version", "tools", "prompts", "models", "services", "loops"} {
			was := v.(map[string]any)[key]
			delete(v.(map[string]any), key)
			if s.Validate(v) == nil {
				t.Errorf("a surface without %s is valid", key)
			}
			v.(map[string]any)[key] = was
		}
		v.(map[string]any)["colour"] = "red"
		if s.Validate(v) == nil {
			t.Error("a key that there is not is valid")
		}
	}
}

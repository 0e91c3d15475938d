package surface

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func kinds(changes []Change) (out []string) {
	for _, c := range changes {
		out = append(out, fmt.Sprintf("%s %s %s: %s", c.Severity, c.Kind, c.Subject, c.Message))
	}
	return out
}

func TestCompare(t *testing.T) {
	tool := func(edit func(*Tool)) *Document {
		d := sample()
		d.Tools[0].Schema = json.RawMessage(`{"type":"object","properties":{"a":{"type":"string","description":"one"},"b":{"type":"string"}},"required":["a"]}`)
		edit(&d.Tools[0])
		return d
	}
	same := func(*Tool) {}
	prompt := func(edit func(*Prompt)) *Document {
		d := sample()
		edit(&d.Prompts[0])
		return d
	}
	model := func(edit func(*Model)) *Document {
		d := sample()
		edit(&d.Models[0])
		return d
	}
	loopless := func() *Document {
		d := sample()
		d.Loops = nil
		return d
	}
	loop := func(function, bound string) *Document {
		d := sample()
		d.Loops = []Loop{{Function: function, Package: "example.com/app", Calls: "x.Ask", Bound: bound}}
		return d
	}
	for name, test := range map[string]struct {
		old, new *Document
		want     []string
	}{
		"nothing":  {sample(), sample(), nil},
		"the line": {sample(), tool(func(t *Tool) { t.Schema = json.RawMessage(`{ "type": "object" }`); t.Place.Line = 99 }), nil},
		"a capability": {tool(same), tool(func(t *Tool) { t.Capabilities = append(t.Capabilities, Capability{"exec", nil}) }),
			[]string{"risky capability read: gained exec"}},
		"a capability less": {tool(same), tool(func(t *Tool) { t.Capabilities = nil }), []string{"additive capability read: lost files-read"}},
		"white space":       {tool(same), tool(func(t *Tool) { t.Description = "Reads  <b>." }), []string{"cosmetic description read: the description changed"}},
		"words":             {tool(same), tool(func(t *Tool) { t.Description = "Reads all." }), []string{"risky description read: the description changed"}},
		"a hint": {tool(same), tool(func(t *Tool) { t.Annotations = map[string]bool{"readOnlyHint": false} }),
			[]string{"risky annotation read: readOnlyHint: false, was not set"}},
		"an argument's text": {tool(same), tool(func(t *Tool) {
			t.Schema = bytes.Replace(t.Schema, []byte("one"), []byte("two"), 1)
		}), []string{"risky description read: the description of argument a changed"}},
		"an argument's type": {tool(same), tool(func(t *Tool) {
			t.Schema = bytes.Replace(t.Schema, []byte(`"b":{"type":"string"}`), []byte(`"b":{"type":"integer"}`), 1)
		}), []string{"breaking argument read: the type of argument b is integer, was string"}},
		"required": {tool(same), tool(func(t *Tool) {
			t.Schema = bytes.Replace(t.Schema, []byte(`["a"]`), []byte(`["a","b"]`), 1)
		}), []string{"breaking argument read: argument b is now required"}},
		"another keyword": {tool(same), tool(func(t *Tool) {
			t.Schema = bytes.Replace(t.Schema, []byte(`"required"`), []byte(`"additionalProperties":false,"required"`), 1)
		}), []string{"risky argument read: the schema of the arguments changed"}},
		"a bound went away": {loop("example.com/app.Run", "limit"), loop("example.com/app.Run", "unbounded"), []string{"risky bound app.Run: the loop is bound by nothing but the model, was by a limit"}},
		"a loop moved":      {loop("example.com/app.Run", "limit"), loop("example.com/app.Go", "limit"), []string{"cosmetic details app.Go: no text changed, but function"}},
		"a new loop":        {loopless(), loop("example.com/app.Go", "unbounded"), []string{"risky bound app.Go: new loop that calls x.Ask each turn, bound by nothing but the model"}},
		"a loop is gone":    {loop("example.com/app.Go", "limit"), loopless(), []string{"additive bound app.Go: the loop that calls x.Ask each turn is gone"}},
		"another role": {sample(), prompt(func(p *Prompt) { p.ID, p.Role = "example.com/app constant system user", "user" }),
			[]string{"risky prompt changed constant system: the role is user, was system"}},
		"another sink":    {sample(), prompt(func(p *Prompt) { p.Sink = "x.Tell" }), []string{"cosmetic details constant system: no text changed, but sink"}},
		"another handler": {tool(same), tool(func(t *Tool) { t.Handler = "example.com/app.other" }), []string{"cosmetic details read: no text changed, but handler"}},
		"a model in another package": {sample(), model(func(m *Model) { m.Package, m.Place.File = "example.com/app/ask", "ask/ask.go" }),
			[]string{"cosmetic moved gpt-4.1: was in main.go"}},
		"another file": {tool(same), tool(func(t *Tool) { t.Place.File = "tools.go" }), []string{"cosmetic moved read: was in main.go"}},
	} {
		if got := kinds(Compare(test.old, test.new)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// A change that no text shows has the line of the entry as it is now.
func TestDetailsHaveTheLine(t *testing.T) {
	old, new := sample(), sample()
	new.Tools[0].Handler, new.Prompts[0].Sink, new.Models[0].Sink, new.Loops[0].Function = "other", "other", "other", "other"
	var got []string
	for _, c := range Compare(old.withoutLines(), new) {
		got = append(got, c.Kind+" "+c.Place.String())
	}
	if want := []string{"details main.go:9", "details main.go:3", "details main.go:8", "details main.go:7"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCompareFindsMovedPrompts(t *testing.T) {
	old, new := sample(), sample()
	new.Prompts[0].ID, new.Prompts[0].Name = "example.com/app constant other system", "constant other"
	new.Prompts[0].Text = []string{"You are of help. Really"}
	got := kinds(Compare(old, new))
	if want := []string{"risky prompt changed constant other: the text changed, 4 words were 4"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	new.Prompts[0].Text = []string{"Nothing in common with it"}
	got = kinds(Compare(old, new))
	if len(got) != 2 || !strings.Contains(got[0], "prompt added") || !strings.Contains(got[1], "prompt removed") {
		t.Errorf("%q", got)
	}
}

func TestWords(t *testing.T) {
	for _, test := range []struct{ old, new, want string }{
		{"", "", ""},
		{"a b c", "a b c", "a b c"},
		{"a b c", "a x c", "a -b- +x+ c"},
		{"a b", "a  b\n", "a b"},
		{"", "a b", "+a b+"},
		{"a b c d", "b c", "-a- b c -d-"},
	} {
		got := wordDiff(Words(test.old, test.new), func(s string) string { return s }, "-", "-", "+", "+")
		if got != test.want {
			t.Errorf("%q to %q: %q, want %q", test.old, test.new, got, test.want)
		}
	}
	long := strings.Repeat("x y ", maxDiffWords)
	if got := Words("a "+long+"b", "a "+strings.Repeat("y z ", maxDiffWords)+"b"); len(got) != 4 {
		t.Errorf("long texts are compared in %d runs, want 4", len(got))
	}
}

func TestPieceCount(t *testing.T) {
	for text, want := range map[string]int{"": 0, "Hello world": 2, "it's 12345": 4, "a\n\nb": 3, "  x": 2, "…!?": 1} {
		if got := pieceCount(text); got != want {
			t.Errorf("%q has %d pieces, want %d", text, got, want)
		}
	}
}

// TestHostileTexts holds all forms to what is in them being data.
func TestHostileTexts(t *testing.T) {
	d := sample()
	evil := clean("</script><img src=x>\x1b]0;t\a\r\n::error::x [a](http://b) @everyone sk-ant-aaaaaaaaaaaaaaaaaaaaaaaa |")
	d.Tools[0].Name, d.Tools[0].Description, d.Prompts[0].Name, d.Prompts[0].Text, d.Models[0].ID = evil, evil, evil, []string{evil}, evil
	var text, md, js, changes bytes.Buffer
	for w, write := range map[*bytes.Buffer]func() error{
		&text:    func() error { return d.WriteText(&text) },
		&md:      func() error { return d.WriteMarkdown(&md) },
		&js:      func() error { return d.WriteJSON(&js) },
		&changes: func() error { return WriteChanges(&changes, "md", Compare(sample(), d)) },
	} {
		if err := write(); err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"\x1b", "\r", "\n::error", "sk-ant-aaaa"} {
			if strings.Contains(w.String(), bad) {
				t.Errorf("%q is in\n%s", bad, w)
			}
		}
	}
	for _, w := range []*bytes.Buffer{&md, &changes} {
		for _, bad := range []string{"</script>", "[a](", "@everyone", "http://b"} {
			if strings.Contains(w.String(), bad) {
				t.Errorf("%q is in\n%s", bad, w)
			}
		}
	}
}

// A lock file that is compared with may have been written by hand.
func TestHostileLockFile(t *testing.T) {
	was := sample()
	evil := "\x1b[31m\r\n::error::x \u202e"
	was.Tools[0].Description, was.Prompts[0].Text, was.Models[0].ID, was.Services[0].Version = evil, []string{evil}, evil, evil
	was.Loops[0].Bound, was.Loops[0].Place.File, was.Tools[0].Place.File = evil, evil, evil
	for _, form := range []string{"text", "md"} {
		var b bytes.Buffer
		if err := WriteChanges(&b, form, Compare(was, sample())); err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"\x1b", "\r", "\n::error", "\u202e"} {
			if strings.Contains(b.String(), bad) {
				t.Errorf("%q is in\n%s", bad, &b)
			}
		}
	}
}

func TestBrokenLockFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), File)
	whole := string(must(sample().encode()))
	for content, want := range map[string]string{
		"":                   "ends before its text does",
		whole[:len(whole)/2]: "ends before its text does",
		strings.Replace(whole, "\n", "\n<<<<<<< HEAD\n", 1): "has an unresolved merge conflict in line 2",
		strings.Replace(whole, "\n", "\nroot:x:0\n", 1):     "is not JSON in line 2",
		whole + whole:                   "goes on after its text in line",
		"null":                          "is not the surface of a module",
		"[]":                            "is not the surface of a module",
		`{"version": 99, "agents": []}`: "has version 99 and this zahariacheck reads version 1: use the one that wrote it",
		`{"version": 1, "agents": []}`:  `was changed by hand: unknown field "agents"`,
		`{"version": 1, "tools": 5}`:    "was changed by hand: cannot unmarshal number",
	} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := ReadFile(file)
		if err == nil || !strings.HasPrefix(err.Error(), file+" "+want) || !strings.HasSuffix(err.Error(), "; write it again with zahariacheck surface write") {
			t.Errorf("%.40q: %v, want %q", content, err, want)
		}
		if err != nil && strings.Contains(err.Error(), "root:x") {
			t.Errorf("%v tells what is in the file", err)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestLockFile(t *testing.T) {
	dir := t.TempDir()
	d := sample()
	if changed, err := d.WriteFile(dir); !changed || err != nil {
		t.Fatal(changed, err)
	}
	if changed, err := d.WriteFile(dir); changed || err != nil {
		t.Fatal(changed, err)
	}
	back, err := ReadFile(filepath.Join(dir, File))
	if err != nil || !Same(d, back) {
		t.Errorf("what was written is not what is read: %v", err)
	}
	if err := os.Symlink(File, filepath.Join(dir, "link")); err == nil {
		sub := t.TempDir()
		if err := os.Symlink(filepath.Join(dir, File), filepath.Join(sub, File)); err != nil {
			t.Fatal(err)
		}
		if _, err := d.WriteFile(sub); err == nil {
			t.Error("a lock file that is a link is written through")
		}
	}
}

package retiredmodel

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	table, err := parse(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ id, day, successor string }{
		{"text-davinci-003", "2024-06-01", "gpt-3.5-turbo-instruct"},
		{"text-davinci-003", "2026-11-30", "gpt-5-mini"}, // its successor is switched off too
		{"claude-2.1", "2026-11-30", "claude-opus-4-8"},
		{"gemini-1.0-pro", "2026-11-30", ""},
	} {
		m, ok := table.find(test.id)
		if !ok {
			t.Fatalf("no %s", test.id)
		}
		if got := table.successor(m, test.day); got != test.successor {
			t.Errorf("successor of %s on %s is %q, want %q", test.id, test.day, got, test.successor)
		}
	}
	if _, ok := table.find("command-r"); ok {
		t.Error("command-r is deprecated, which at its vendor means that those who use it are still served")
	}
	if _, ok := Lookup("gemini-2.5-pro"); ok {
		t.Error("gemini-2.5-pro is not refused: another model answers")
	}
	if _, ok := table.find("models/gemini-1.5-pro"); !ok {
		t.Error("models/ is not cut off")
	}
	for id, m := range table.models {
		if m.read > table.asOf {
			t.Errorf("%s was read after the day of the table", id)
		}
	}
}

func TestParseErrors(t *testing.T) {
	const line = "m v 2024-01-04 - https://vendor.example/models 2026-11-25\n"
	for _, test := range []struct{ text, want string }{
		{line, "as of"},
		{"as of 2026-11-25\n" + line + line, "line 3: m stands twice"},
		{"as of 2026-11-25\nm v soon - https://vendor.example/models 2026-11-25\n", "line 2"},
		{"as of 2026-11-25\nm v 2024-01-04 - hearsay 2026-11-25\n", "line 2"},
		{"as of 2026-11-25\nm v 2024-01-04\n", "line 2: want id"},
		{"as of 2026-11-25\nm v 2024-01-04 - https://vendor.example/models 2026-11-25 routed\n", "line 2: m is routed, and to nothing"},
	} {
		if _, err := parse(test.text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: got %v, want %q", test.text, err, test.want)
		}
	}
}

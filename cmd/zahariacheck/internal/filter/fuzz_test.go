package filter

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzBaseline demands of whatever stands in a baseline: it is refused with a line of the file, or it lists at least one
// finding an entry and is the same after it was written and read again.
func FuzzBaseline(f *testing.F) {
	const entry = `{"rule":"stubapi","hash":"0123456789abcdef01234567","count":1}` + "\n"
	for _, s := range []string{"", entry, entry + "\n" + entry, `{"rule":"a","hash":"b","count":9223372036854775807}` + "\n" + `{"rule":"a","hash":"b","count":1}`,
		`{"rule":"a","hash":"b","count":0}`, `{"RULE":"a","Hash":"b","count":1e2}`, "[]", "{\"rule\":\"\\ud800\",\"hash\":\"\xff\",\"count\":3}", entry + "<<<<<<< HEAD\n"} {
		f.Add(s)
	}
	dir := f.TempDir()
	file := filepath.Join(dir, BaselineName)
	f.Fuzz(func(t *testing.T, text string) {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		b, err := ReadBaseline(file)
		if err != nil {
			if !strings.HasPrefix(err.Error(), file+":") {
				t.Fatalf("%v names no line", err)
			}
			return
		}
		if b.Total() < len(b) {
			t.Fatalf("%d entries list %d findings", len(b), b.Total())
		}
		if err := b.Write(dir, file); err != nil {
			t.Fatal(err)
		}
		again, err := ReadBaseline(file)
		if err != nil || !maps.Equal(b, again) {
			t.Fatalf("read %v, written and read again %v: %v", b, again, err)
		}
	})
}

package surface

import (
	"slices"
	"strings"
	"testing"
)

func TestTableIsWellFormed(t *testing.T) {
	names := []string{"none", FilesRead, FilesWrite, Exec, Network, SQLRead, SQLWrite, Env, Unsafe, Reflect, Unanalysed}
	seen := map[string]bool{}
	for line := range strings.Lines(capabilitiesText) {
		code, _, _ := strings.Cut(line, "#")
		words := strings.Fields(code)
		if len(words) == 0 {
			continue
		}
		if len(words) != 2 || seen[words[1]] {
			t.Errorf("a line with other than two words, or a symbol twice: %q", line)
			continue
		}
		seen[words[1]] = true
		for c := range strings.SplitSeq(words[0], ",") {
			if !slices.Contains(names, c) {
				t.Errorf("no such capability: %q", line)
			}
		}
	}
}

func TestLookup(t *testing.T) {
	for _, test := range []struct {
		symbol, pkg string
		want        []string
		ok          bool
	}{
		{"os.ReadFile", "os", []string{FilesRead}, true},
		{"os/exec.Command", "os/exec", []string{Exec}, true},
		{"os/exec.LookPath", "os/exec", nil, true},
		{"k8s.io/client-go/rest.InClusterConfig", "k8s.io/client-go/rest", []string{Network}, true},
		{"example.com/x.F", "example.com/x", nil, false},
	} {
		got, ok := capabilities().lookup(test.symbol, test.pkg)
		if ok != test.ok || !slices.Equal(got, test.want) {
			t.Errorf("%s: %v %v, want %v %v", test.symbol, got, ok, test.want, test.ok)
		}
	}
}

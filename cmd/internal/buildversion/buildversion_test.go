package buildversion

import (
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

func TestVersion(t *testing.T) {
	const pseudo = "v0.0.0-20261130120000-0123456789ab+dirty"
	for version, want := range map[string]struct{ text, semantic string }{
		analyzers.Version: {analyzers.Version, analyzers.Version[1:]},
		pseudo:            {pseudo + ", before " + analyzers.Version, pseudo[1:]},
		"(devel)":         {"devel, before " + analyzers.Version, ""},
		"":                {"devel, before " + analyzers.Version, ""},
	} {
		if got := text(version); got != want.text {
			t.Errorf("the text of %q is %q, want %q", version, got, want.text)
		}
		if got := semantic(version); got != want.semantic {
			t.Errorf("the semantic version of %q is %q, want %q", version, got, want.semantic)
		}
	}
}

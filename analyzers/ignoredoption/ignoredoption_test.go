package ignoredoption

import (
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule/ruletest"
)

func TestRule(t *testing.T) { ruletest.Run(t, Rule) }

// TestDropped has versions of an adapter, which was read in v1.3.0 to v1.4.0.
func TestDropped(t *testing.T) {
	e := &catalogue.Entry{Since: "v1.3.0", Attrs: map[string]string{"until": "v1.4.0"}}
	for version, want := range map[string]bool{"": true, "v1.2.9": false, "v1.3.0": true, "v1.4.0": true, "v1.4.1-rc.1": false, "v1.5.0": false} {
		if got := dropped(e, version); got != want {
			t.Errorf("%q: dropped %v, want %v", version, got, want)
		}
	}
}

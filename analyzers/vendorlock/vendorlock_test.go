package vendorlock

import (
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule/ruletest"
)

func TestRule(t *testing.T) { ruletest.Run(t, Rule) }

func TestNamed(t *testing.T) {
	for _, test := range []struct {
		vendor, element string
		want            bool
	}{
		{"openai", "openai", true},
		{"openai", "azureopenai", true},
		{"openai", "open", false},
		{"google", "gemini", true}, // by the name of an SDK
		{"anthropic", "claude", true},
		{"ark", "ark", true},
		{"ark", "volc-ark", true},
		{"ark", "spark", false}, // a short name counts only as a word
		{"anthropic", "provider", false},
	} {
		if got := namesVendor(catalogue.Default(), &catalogue.SDK{Name: "sdk", Vendor: test.vendor}, []string{test.element}); got != test.want {
			t.Errorf("named(%q, %q) = %v, want %v", test.vendor, test.element, got, test.want)
		}
	}
}

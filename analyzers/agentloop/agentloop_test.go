package agentloop

import (
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule/ruletest"
)

func TestRule(t *testing.T) { ruletest.Run(t, Rule) }

func TestReceives(t *testing.T) {
	for symbol, want := range map[string]bool{
		"(*google.golang.org/genai.Session).Receive":        true,
		"(*google.golang.org/genai.Models).GenerateContent": false,
	} {
		found := false
		for _, e := range catalogue.Default().Lookup(symbol) {
			found = found || e.Kind == "call" && isReceive(&llm.Call{Entry: e})
		}
		if found != want {
			t.Errorf("%s receives: %v, want %v", symbol, found, want)
		}
	}
}

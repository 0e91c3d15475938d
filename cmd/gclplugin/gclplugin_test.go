package gclplugin

import (
	"os"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

func built(t *testing.T, settings any) map[string]*analysis.Analyzer {
	t.Helper()
	newPlugin, err := register.GetPlugin("zahariacheck")
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(settings)
	if err != nil {
		t.Fatal(err)
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %q has no types", mode)
	}
	list, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	if err := analysis.Validate(list); err != nil {
		t.Error(err)
	}
	all := map[string]*analysis.Analyzer{}
	for _, a := range list {
		all[a.Name] = a
	}
	return all
}

// The rules run, know the allow comments, and leave out what would become issues of their own.
func TestRules(t *testing.T) {
	all := built(t, map[string]any{"rules": map[string]any{"initeffect": true}})
	analysistest.Run(t, analysistest.TestData(), all["allow"], "plain")
	for _, result := range analysistest.Run(t, analysistest.TestData(), all["initeffect"], "effects") {
		texts := map[string]bool{}
		for _, d := range result.Diagnostics {
			if len(d.Related) > 0 {
				t.Errorf("%q has related places", d.Message)
			}
			if texts[d.Message] {
				t.Errorf("%q is there twice: golangci-lint shows three of one text", d.Message)
			}
			texts[d.Message] = true
		}
	}
}

// A module for a newer Go than the plugin was built with is not taken for one without findings.
func TestNewerGo(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("go.mod", []byte("module m\n\ngo 1.999\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	newPlugin, err := register.GetPlugin("zahariacheck")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newPlugin(nil); err == nil || !strings.Contains(err.Error(), "does not know go1.999: build it again") {
		t.Errorf("error %v", err)
	}
}

func TestSettings(t *testing.T) {
	all := built(t, map[string]any{"rules": map[string]any{"emptyresponse": false, "initeffect": true, "bigpackage": map[string]any{"large": 200}}})
	if all["emptyresponse"] != nil || all["initeffect"] == nil || all["hardcodedprompt"] == nil {
		t.Errorf("emptyresponse is on, or initeffect or hardcodedprompt is off")
	}
	if got := all["bigpackage"].Flags.Lookup("large").Value.String(); got != "200" {
		t.Errorf("bigpackage.large is %s", got)
	}
}

func TestWrongSettings(t *testing.T) {
	for want, settings := range map[string]any{
		`unknown rule "stubap"; did you mean "stubapi"?`:                               map[string]any{"rules": map[string]any{"stubap": "off"}},
		`unknown key "paths"`:                                                          map[string]any{"paths": []any{}},
		`this needs a "why"`:                                                           map[string]any{"vendors": []any{map[string]any{"accept": "openai"}}},
		`bigpackage has no option "larg"; did you mean "large"?`:                       map[string]any{"rules": map[string]any{"bigpackage": map[string]any{"larg": 1}}},
		`bigpackage.large cannot be set`:                                               map[string]any{"rules": map[string]any{"bigpackage": map[string]any{"large": "x"}}},
		`want keys with values here`:                                                   "off",
		`unknown level "loud"; want one of on, off, true, false, error, warning, info`: map[string]any{"rules": map[string]any{"stubapi": "loud"}},
	} {
		if _, err := New(settings); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("New(%v) = %v, want %s", settings, err, want)
		}
	}
}

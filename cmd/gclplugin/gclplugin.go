// Package gclplugin is a module plugin of golangci-lint v2: its custom binary imports this package.
//
// The settings are the keys preset, groups, rules and vendors of the configuration file. The keys that name files are left out:
// golangci-lint keeps results by its own configuration, and knows nothing of other files. Paths are excluded by
// linters.exclusions.
package gclplugin

import (
	"errors"
	"fmt"
	"os"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/internal/goversion"
)

func init() { register.Plugin("zahariacheck", New) }

// New makes the plugin with the settings. It returns an error for unknown settings, and if the module in
// the working folder is for a newer Go: golangci-lint would tell of types that it cannot read, and run no rule.
func New(settings any) (register.LinterPlugin, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	if advice := goversion.Newer(goversion.Of(dir)); advice != "" {
		return nil, errors.New(advice)
	}
	set := analyzers.NewSettings()
	if err := config.Settings(settings, set); err != nil {
		return nil, fmt.Errorf("zahariacheck: %w", err)
	}
	return plugin{set}, nil
}

type plugin struct{ settings *analyzers.Settings }

// GetLoadMode asks for types, with which facts come too.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns the rules that are on, each as one that says only what golangci-lint can show.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	bind := analyzers.Bind(p.settings)
	var on []*analysis.Analyzer
	for _, r := range analyzers.Rules() {
		a := bind(r.Analyzer())
		omitRelated(a)
		if p.settings.Enabled(r) {
			on = append(on, a)
		}
	}
	return append(on, analyzers.Incomplete(p.settings, on...)), nil
}

// omitRelated makes an analyzer leave out the traces of its findings: golangci-lint would print each step as one more issue.
func omitRelated(a *analysis.Analyzer) {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			pass.Report(d)
		}
		return run(&p)
	}
}

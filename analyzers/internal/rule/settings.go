package rule

import (
	"cmp"
	"flag"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/settings"
)

// Settings are what a driver decides about one run: which rules are on, their severities and options, and which files and SDKs
// count. Runs with different settings do not disturb each other. A driver gives its settings to the analyzers by [Settings.Bind], or
// by [Settings.Result] if it calls the analyzers itself, and changes them only before it runs.
type Settings struct {
	settings.Engine
	// Examples makes findings in folders of examples count. It is off unless asked for: few authors want examples fixed as if they
	// were a program.
	Examples bool
	// ExclusionReason returns why a rule reports nothing in a file, or "" if it does report. The name of the file is what the driver gave
	// to the parser, which is absolute in all drivers that read a configuration file.
	ExclusionReason func(file, rule string) string

	rules *ruleSettings
}

// ruleSettings are the settings of single rules, by their names.
type ruleSettings struct {
	mu       sync.Mutex
	enabled  map[string]bool
	severity map[string]Severity
	options  map[string]*options
}

// options are the values of a rule's options, and the flags that set them.
type options struct {
	flags flag.FlagSet
	value any
}

// NewSettings returns the settings of a driver that sets nothing.
func NewSettings() *Settings {
	return &Settings{
		Engine:          *settings.Default(),
		ExclusionReason: func(string, string) string { return "" },
		rules:           &ruleSettings{enabled: map[string]bool{}, severity: map[string]Severity{}, options: map[string]*options{}},
	}
}

// Enabled reports whether a rule runs: stable rules do unless switched off, preview rules only when switched on.
func (s *Settings) Enabled(r *Rule) bool {
	if on, set := s.rules.enabled[r.Name]; set {
		return on
	}
	return r.Tier != Preview
}

// Enable switches a rule on or off, whatever its tier.
func (s *Settings) Enable(r *Rule, on bool) { s.rules.enabled[r.Name] = on }

// Weigh gives all findings of a rule one severity, whatever they name; "" takes that back.
func (s *Settings) Weigh(r *Rule, severity Severity) { s.rules.severity[r.Name] = severity }

// Level returns the severity of a rule's findings that name none of their own.
func (s *Settings) Level(r *Rule) Severity {
	return cmp.Or(s.rules.severity[r.Name], r.Severity, Warning)
}

// Flags returns the options of a rule, with their values.
func (s *Settings) Flags(r *Rule) *flag.FlagSet { return &s.optionsOf(r.Name, r.Options).flags }

// Options returns the value that declare returned when it was first called with the name of a rule, which the flags of the rule set.
func (s *Settings) Options(name string, declare func(*flag.FlagSet) any) any {
	return s.optionsOf(name, declare).value
}

func (s *Settings) optionsOf(name string, declare func(*flag.FlagSet) any) *options {
	s.rules.mu.Lock()
	defer s.rules.mu.Unlock()
	o := s.rules.options[name]
	if o == nil {
		o = new(options)
		if declare != nil {
			o.value = declare(&o.flags)
		}
		s.rules.options[name] = o
	}
	return o
}

// defaults are the settings where a driver gives none. Flags of analyzers set the options in them, as everywhere in go/analysis.
var defaults = NewSettings()

// SettingsAnalyzer has the settings as its result. As it stands it returns the default; drivers put another result in its place.
var SettingsAnalyzer = &analysis.Analyzer{
	Name:             "zcsettings",
	Doc:              "the settings of the rules",
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*Settings](),
	Run:              func(*analysis.Pass) (any, error) { return defaults, nil },
}

// SettingsOf returns the settings that a pass, which requires [SettingsAnalyzer], runs with.
func SettingsOf(pass *analysis.Pass) *Settings { return pass.ResultOf[SettingsAnalyzer].(*Settings) }

// Result returns the result of an analyzer, if it is one of those whose result is the settings.
func (s *Settings) Result(a *analysis.Analyzer) (result any, ok bool) {
	switch a {
	case SettingsAnalyzer:
		return s, true
	case settings.Analyzer:
		return &s.Engine, true
	}
	return nil, false
}

// Bind returns a function that copies an analyzer, with all that it requires, to one that runs with these settings, always to the same
// copy. The copies of the rules have flags for their options, which set them here.
func (s *Settings) Bind(rules []*Rule) func(*analysis.Analyzer) *analysis.Analyzer {
	ruleOf := map[*analysis.Analyzer]*Rule{}
	for _, r := range rules {
		ruleOf[r.Analyzer()] = r
	}
	copies := map[*analysis.Analyzer]*analysis.Analyzer{}
	var bind func(*analysis.Analyzer) *analysis.Analyzer
	bind = func(a *analysis.Analyzer) *analysis.Analyzer {
		if c := copies[a]; c != nil {
			return c
		}
		c := *a
		copies[a] = &c
		c.Requires = nil
		for _, required := range a.Requires {
			c.Requires = append(c.Requires, bind(required))
		}
		if r := ruleOf[a]; r != nil {
			c.Flags = flag.FlagSet{}
			s.Flags(r).VisitAll(func(f *flag.Flag) { c.Flags.Var(f.Value, f.Name, f.Usage) })
		}
		c.Run = func(pass *analysis.Pass) (any, error) {
			if result, ok := s.Result(a); ok {
				return result, nil
			}
			p := *pass
			p.ResultOf = map[*analysis.Analyzer]any{}
			for _, required := range a.Requires {
				p.ResultOf[required] = pass.ResultOf[copies[required]]
			}
			return a.Run(&p)
		}
		return &c
	}
	return bind
}

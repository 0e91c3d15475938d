package command

import (
	"context"
	"flag"
	"os"
	"path/filepath"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/filter"
)

// A filters says which findings are not shown, and which do not make the command fail.
type filters struct {
	conf       *config.Config
	configFile string
	baseline   string
	newFrom    string
	lines      *filter.Lines // that are new since
	untrusted  bool
	failOn     analyzers.Severity
}

func (s *filters) register(fs *flag.FlagSet) {
	s.failOn = analyzers.Info
	fs.StringVar(&s.configFile, "config", "", "configuration `file`; by default the nearest "+config.Name+" up to the root of the module or workspace")
	fs.StringVar(&s.baseline, "baseline", "", "leave out the findings that this `file` lists; by default "+filter.BaselineName+" at the root of the module, if it exists")
	fs.StringVar(&s.newFrom, "new-from", "", "show only findings on lines that are new since this git `revision`")
	fs.BoolVar(&s.untrusted, "untrusted", false, "treat the code as untrusted: run none of the tools that it names, ignore its configuration and baseline, and list what its comments suppress")
	fs.Func("fail-on", "exit 1 only for findings at least this `severe`: error, warning or info (the default)", func(word string) (err error) {
		s.failOn, err = filter.Severity(word)
		return err
	})
}

// configuration reads the configuration of a folder and applies it to the settings.
func (s *filters) configuration(dir string, set *analyzers.Settings) (*config.Config, error) {
	if s.configFile != "" {
		file, err := filepath.Abs(s.configFile)
		if err != nil {
			return nil, err
		}
		return config.Load(file, set)
	}
	if s.untrusted {
		return new(config.Config), nil
	}
	return config.For(dir, set)
}

// baselineFile is where the baseline of the module around dir is, the folder below which it has to be, and whether it
// must be there. A name on the command line is trusted, one in a configuration must not lead out of its folder.
func (s *filters) baselineFile(dir string) (file, root string, must bool) {
	switch {
	case s.baseline != "":
		return s.baseline, filepath.Dir(s.baseline), true
	case s.conf.Baseline != "":
		return s.conf.Baseline, filepath.Dir(s.conf.File), true
	}
	if module := config.Module(dir); module != "" {
		dir = module
	}
	return filepath.Join(dir, filter.BaselineName), dir, false
}

// apply removes the findings of the baseline, and those that are not new, from a report.
func (s *filters) apply(ctx context.Context, in check.Options, rep *check.Report) (err error) {
	if file, _, must := s.baselineFile(in.Dir); must || !s.untrusted {
		switch base, err := filter.ReadBaseline(file); {
		case err == nil:
			rep.Findings, rep.Known = base.Split(rep.Findings)
		case must || !os.IsNotExist(err):
			return err
		}
	}
	if s.newFrom == "" {
		return nil
	}
	if s.lines, err = filter.NewLines(ctx, in.Dir, in.Env, s.newFrom); err != nil {
		return err
	}
	rep.Findings, err = s.lines.Filter(rep.Findings)
	return err
}

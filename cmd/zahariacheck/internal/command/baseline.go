package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/filter"
)

// writeBaseline writes the findings of the module to its baseline, or takes out of it those that are gone. The number
// of findings in a file only falls: to start anew, one has to delete it, which a reviewer sees.
func writeBaseline(args []string, stdout, stderr io.Writer) (int, error) {
	if len(args) == 0 || args[0] != "write" && args[0] != "prune" {
		return Failed, errors.New("baseline takes write or prune")
	}
	o, err := parse(args[1:])
	if err != nil {
		return Failed, err
	}
	switch {
	case o.untrusted:
		return Failed, errors.New("baseline does not work on untrusted code; leave out -untrusted")
	case o.fix || o.stats || o.json || o.out != "" || len(o.outputs) > 0 || o.context >= 0 || o.failOn != analyzers.Info:
		return Failed, errors.New("baseline write writes only the baseline; leave out -fix, -stats, -c, -fail-on and report flags")
	}
	if len(o.Patterns) != 1 || o.Patterns[0] != "./..." || o.newFrom != "" || len(o.Rules) != o.countEnabled() {
		return Failed, errors.New("a baseline covers the whole module and all enabled rules; name no package, rule or revision")
	}
	file, root, _ := o.baselineFile(o.Dir)
	if rel, err := filepath.Rel(o.Dir, file); err == nil {
		file = rel
	}
	old, err := filter.ReadBaseline(file)
	if err != nil && !(os.IsNotExist(err) && args[0] == "write") {
		return Failed, err
	}
	if module := config.Module(o.Dir); module != "" {
		o.Dir = module
	}
	ctx, release := untilSignal()
	defer release()
	rep, err := check.Run(ctx, o.Options)
	if err != nil {
		return Failed, err
	}
	if len(rep.Failures) > 0 {
		return Failed, fmt.Errorf("%w; nothing is written", rep.Failures[0])
	}
	b := filter.NewBaseline(rep.Findings)
	if old != nil {
		fresh, known := old.Split(rep.Findings)
		if len(fresh) > 0 && args[0] == "write" {
			return Failed, fmt.Errorf("baseline write would add %s; fix or allow the new findings, or delete %s to start over", findings(len(fresh), "new "), file)
		}
		b = filter.NewBaseline(known)
		b.CarryOver(old, rep.When)
	}
	if err := b.Write(root, file); err != nil {
		return Failed, err
	}
	line := fmt.Sprintf("%s: %s", file, findings(b.Total(), ""))
	if gone := old.Total() - b.Total(); gone > 0 {
		line += fmt.Sprintf(", %d pruned", gone)
	}
	_, err = fmt.Fprintln(stdout, line)
	return Clean, err
}

// countEnabled is the number of rules that are on.
func (o *options) countEnabled() (n int) {
	for _, r := range analyzers.Rules() {
		if o.Settings.Enabled(r) {
			n++
		}
	}
	return n
}

func findings(n int, kind string) string {
	if n == 1 {
		return "1 " + kind + "finding"
	}
	return fmt.Sprintf("%d %sfindings", n, kind)
}

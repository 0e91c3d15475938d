package command

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/filter"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/untrusted"
)

// A trustPolicy is how far the code under check is trusted. The zero trust is complete.
type trustPolicy struct {
	tree string   // all below is by strangers
	env  []string // of programs that work on it

	limits check.Limits // of such programs
}

// The limits of a go command that works on strangers' code. It compiles nothing, but may download what a large module depends on for
// minutes.
const (
	untrustedTime = 10 * time.Minute
	leastMemory   = 4 << 30 // bytes of address space, of which Go programs reserve more than they use
)

// trust applies -untrusted before anything of the tree is read.
func (o *options) trust(dir string) (t trustPolicy, err error) {
	if !o.untrusted {
		return t, nil
	}
	if t.tree, err = untrusted.Tree(dir); err != nil {
		return t, err
	}
	for _, f := range []struct{ flag, file string }{{"-config", o.configFile}, {"-baseline", o.baseline}} {
		abs, err := filepath.Abs(f.file)
		if err != nil {
			return t, err
		}
		if f.file != "" && untrusted.Within(t.tree, abs) {
			return t, fmt.Errorf("%s %s is in the untrusted tree; write a trusted copy outside of it with git show REVISION:FILE", f.flag, f.file)
		}
	}
	t.env = untrusted.Environ(os.Environ(), t.tree)
	t.limits = check.Limits{Time: untrustedTime, Memory: max(leastMemory, isolate.Memory()/4*3)}
	return t, os.Setenv("PATH", untrusted.Path(os.Getenv("PATH"), t.tree)) // where we look for go and git
}

// checkOutputs says which reports must not be written where they are to go: a link in the tree can lead anywhere.
func (t trustPolicy) checkOutputs(outputs []output) error {
	for _, out := range outputs {
		abs, err := filepath.Abs(out.file)
		if err != nil {
			return err
		}
		if t.tree != "" && out.file != "" && untrusted.Escapes(t.tree, abs) {
			return fmt.Errorf("%s is not written: a link leads out of the untrusted tree", out.file)
		}
	}
	return nil
}

// reportUntrusted lists the findings that the untrusted tree tries to suppress: its configuration and baseline are ignored, its
// allow comments are not. The report keeps the list for readers who do not see standard error.
func (o *options) reportUntrusted(rep *check.Report, stderr io.Writer) {
	if !o.untrusted {
		return
	}
	say := func(format string, args ...any) {
		line := analyzers.Clean(fmt.Sprintf(format, args...), maxList)
		fmt.Fprintf(stderr, "zahariacheck: untrusted: %s\n", line)
		rep.Untrusted = append(rep.Untrusted, line)
	}
	names := render.Text{Dir: o.Dir}
	if file := config.Find(o.Dir); file != "" {
		would := "it has mistakes"
		if holds, err := config.Silences(file); err == nil {
			n := 0
			for _, f := range rep.Findings {
				if holds(f.Pos.Filename, f.Rule) {
					n++
				}
			}
			would = "it would suppress " + findings(n, "")
		}
		say("%s is ignored; %s", names.File(file), would)
	}
	if file, _, must := o.baselineFile(o.Dir); !must {
		if base, err := filter.ReadBaseline(file); err == nil {
			_, known := base.Split(rep.Findings)
			say("%s is ignored; it would suppress %s", names.File(file), findings(len(known), ""))
		} else if !os.IsNotExist(err) {
			say("%s is ignored; it has mistakes", names.File(file))
		}
	}
	for _, held := range []struct {
		by  string
		all []finding.Finding
	}{{"comments suppress", byComment(rep.Suppressed)}, {"files that call themselves generated suppress", rep.Generated}} {
		if o.newFrom != "" {
			if fresh, err := o.lines.Filter(held.all); err == nil {
				held.all, held.by = fresh, "new "+held.by
			} // else all are listed
		}
		var places []string
		for _, f := range held.all {
			places = append(places, names.Place(f.Pos)+" "+f.Rule)
		}
		if n := len(places); n > 0 {
			say("%s %s: %s", held.by, findings(n, ""), strings.Join(places, ", "))
		}
	}
}

// maxList is how many bytes a list of places may take.
const maxList = 4096

// byComment returns the findings that a comment suppresses, each with the comment in its trace, so that a new comment makes it new.
func byComment(suppressed []finding.Finding) (all []finding.Finding) {
	for _, f := range suppressed {
		if f.Comment.IsValid() {
			f.Trace = append(f.Trace[:len(f.Trace):len(f.Trace)], finding.Step{Pos: f.Comment, End: f.Comment})
			all = append(all, f)
		}
	}
	return all
}

package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/filter"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/safefile"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/stats"
)

// A format is a way to write a report.
type format func(w io.Writer, rep *finding.Report, o *options) error

// formats are those that -format names.
var formats = map[string]format{
	"agent":   agent,
	"github":  github,
	"gitlab":  onSite(render.GitLab),
	"html":    html,
	"json":    goVetJSON,
	"jsonl":   onSite(render.JSONLines),
	"rdjsonl": onSite(render.RDJSONL),
	"review":  onSite(render.Review),
	"sarif":   onSite(render.SARIF),
	"text":    text,
}

func formatNames() string { return strings.Join(slices.Sorted(maps.Keys(formats)), ", ") }

// onSite is a format whose file names are relative to the root of the repository.
func onSite(write func(io.Writer, *finding.Report, render.Site) error) format {
	return func(w io.Writer, rep *finding.Report, o *options) error {
		return write(w, rep, render.SiteOf(o.Dir, os.Getenv))
	}
}

func goVetJSON(w io.Writer, rep *finding.Report, o *options) error {
	if err := render.JSON(w, rep); err != nil || !o.stats {
		return err
	}
	return stats.Of(rep).JSON(w)
}

// totals reports whether a report in text ends with a line of totals: always, but for a run without findings whose output
// is read by a program, which says nothing.
func (o *options) totals(w io.Writer, rep *finding.Report) bool {
	return len(rep.Findings) > 0 || o.summary || o.stats || o.untrusted || isTerminal(w)
}

// summarizesSkipped reports whether the report on standard output itself lists what was passed over.
func (o *options) summarizesSkipped(stdout io.Writer, rep *finding.Report) bool {
	return !o.json && len(o.outputs) == 0 && o.out == "" && o.totals(stdout, rep)
}

func text(w io.Writer, rep *finding.Report, o *options) error {
	t := render.Text{Dir: o.Dir, Context: o.context, Color: colored(w), Quotes: o.quotes, Summary: o.totals(w, rep)}
	if err := t.Write(w, rep); err != nil || !o.stats {
		return err
	}
	return stats.Of(rep).Text(w)
}

func agent(w io.Writer, rep *finding.Report, o *options) error { return render.Agent(w, rep, o.Dir) }

// github annotates, and adds all findings to the summary of the step, since few annotations are shown.
func github(w io.Writer, rep *finding.Report, o *options) error {
	site := render.SiteOf(o.Dir, os.Getenv)
	if err := render.GitHub(w, rep, site); err != nil {
		return err
	}
	summary := os.Getenv("GITHUB_STEP_SUMMARY")
	if summary == "" || len(rep.Findings)+len(rep.Failures)+len(rep.Untrusted) == 0 {
		return nil
	}
	f, err := os.OpenFile(summary, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	return errors.Join(render.Review(f, rep, site), f.Close())
}

// An output is a format, and the file that it is written to; "" is standard output.
type output struct{ format, file string }

// addFormats is what the flag -format does. Its value is NAME or NAME=FILE, or several with commas between them.
func (o *options) addFormats(list string) error {
	for word := range strings.SplitSeq(list, ",") {
		name, file, named := strings.Cut(word, "=")
		if formats[name] == nil {
			known := map[string]bool{}
			for k := range formats {
				known[k] = true
			}
			return fmt.Errorf("there is no format %q%s", name, didYouMean(name, known))
		}
		if named && file == "" {
			return fmt.Errorf("format %s has no file after =", name)
		}
		o.outputs = append(o.outputs, output{name, file})
	}
	return nil
}

// resolveOutputs checks the flags about formats, and resolves the destination of each report.
func (o *options) resolveOutputs() error {
	if len(o.outputs) > 0 && (o.json || o.diff) || o.out != "" && o.diff {
		return errors.New("-format and -out set the report's destination; leave out -json and -diff")
	}
	if o.json {
		o.outputs = []output{{format: "json"}}
	}
	if o.out != "" && len(o.outputs) == 0 {
		o.outputs = []output{{format: "text"}}
	}
	plain, counts := 0, len(o.outputs) == 0
	seen := map[string]bool{}
	for i := range o.outputs {
		out := &o.outputs[i]
		counts = counts || out.format == "text" || out.format == "json"
		if out.file == "" {
			plain++
			out.file = o.out
		}
		if out.file == "" {
			continue
		}
		place := placeOf(out.file)
		switch {
		case seen[place]:
			return fmt.Errorf("two reports cannot both be written to %s", out.file)
		case slices.Contains(sources, filepath.Ext(place)) || slices.Contains(sources, filepath.Base(place)):
			return fmt.Errorf("%s cannot be the name of a report: it is a source file", out.file)
		}
		seen[place] = true
	}
	switch {
	case plain > 1:
		return errors.New("only one report can go to standard output; name files for the others, such as -format=sarif=FILE,text")
	case plain == 0 && o.out != "":
		return errors.New("every form of -format has a file; leave out -out")
	case o.stats && !counts:
		return errors.New("-stats works with text and json; other forms have totals of their own")
	}
	return nil
}

// sources are the names, or their ends, of files that a report must not replace.
var sources = []string{".go", ".mod", ".sum", ".work", config.Name, filter.BaselineName}

// placeOf returns the path of a file without symbolic links.
func placeOf(file string) string {
	if abs, err := filepath.Abs(file); err == nil {
		file = abs
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(file)); err == nil {
		file = filepath.Join(dir, filepath.Base(file))
	}
	return file
}

// formatUnset reports whether the command line leaves it open how to report.
func (o *options) formatUnset() bool { return len(o.outputs) == 0 && !o.diff && !o.stats }

// write writes a report in all requested forms. If one fails, the others are still written.
func (o *options) write(stdout io.Writer, rep *finding.Report) error {
	outputs := o.outputs
	if len(outputs) == 0 {
		outputs = []output{{format: "text"}}
	}
	var errs []error
	for _, out := range outputs {
		if out.file == "" {
			errs = append(errs, formats[out.format](stdout, rep, o))
			continue
		}
		var data bytes.Buffer
		err := formats[out.format](&data, rep, o)
		if err == nil {
			err = safefile.Write(filepath.Dir(out.file), out.file, data.Bytes(), 0o644)
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

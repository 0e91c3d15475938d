package render

import (
	"bytes"
	"cmp"
	"go/token"
	"io"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/buildversion"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

// maxDescription is what GitHub takes of a rule's descriptions:
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
const maxDescription = 1024

var sarifLevel = map[analyzers.Severity]string{
	analyzers.Error:   "error",
	analyzers.Warning: "warning",
	analyzers.Info:    "note",
}

// sarifRank is the priority of a result, from 0 to 100.
var sarifRank = map[analyzers.Confidence]float64{analyzers.Sure: 100, analyzers.Likely: 50}

// problemSeverity is the property problem.severity of a rule, which GitHub knows.
var problemSeverity = map[analyzers.Severity]string{
	analyzers.Error:   "error",
	analyzers.Warning: "warning",
	analyzers.Info:    "recommendation",
}

// precision is the property precision of a rule. A rule is stable if at least nine in ten of its findings are kept.
var precision = map[analyzers.Tier]string{
	"":                "high",
	analyzers.Stable:  "high",
	analyzers.Preview: "medium",
}

// A sarifWriter makes one run of a report.
type sarifWriter struct {
	site  Site
	files texts
	run   *sarif.Run
	rules map[string]int // where each rule that has findings stands in the run

	levels map[string]analyzers.Severity // of the rules
}

// SARIF writes a report in SARIF 2.1.0, with what GitHub's code scanning shows: the page of each rule that has findings,
// the trace as a code flow, and a fingerprint of the line. What could not be checked is a notification.
func SARIF(w io.Writer, rep *finding.Report, site Site) error {
	driver := sarif.NewToolComponent().
		WithName("zahariacheck").
		WithInformationURI(home).
		WithVersion(buildversion.Text())
	if v := buildversion.Semantic(); v != "" {
		driver = driver.WithSemanticVersion(v)
	}
	s := &sarifWriter{
		site:  site,
		files: texts{},
		run:   sarif.NewRun().WithTool(sarif.NewTool().WithDriver(driver)).WithColumnKind("utf16CodeUnits"),
		rules: map[string]int{},

		levels: rep.Levels,
	}
	prints := finding.Fingerprints(rep.Findings)
	for i, f := range rep.Findings {
		s.result(f, prints[i])
	}
	invocation := sarif.NewInvocation().WithExecutionSuccessful(len(rep.Failures) == 0)
	for _, f := range rep.Failures {
		invocation.AddToolExecutionNotification(sarif.NewNotification().WithLevel("error").WithMessage(message(f.Error())))
	}
	for _, what := range PassedOver(rep) {
		invocation.AddToolExecutionNotification(sarif.NewNotification().WithLevel("note").WithMessage(message(what)))
	}
	s.run.AddInvocation(invocation)

	var out bytes.Buffer
	if err := sarif.NewReport().AddRun(s.run).PrettyWrite(&out); err != nil {
		return err
	}
	_, err := w.Write(append(escape(out.Bytes()), '\n'))
	return err
}

func (s *sarifWriter) result(f finding.Finding, print string) {
	r := sarif.NewResult().
		WithRuleID(f.Rule).
		WithRuleIndex(s.rule(f.Rule)).
		WithLevel(sarifLevel[f.Severity]).
		WithRank(sarifRank[f.Confidence]).
		WithMessage(message(f.Cited())).
		AddLocation(s.location(f.Pos, f.End))
	if print != "" {
		r.WithPartialFingerprints(map[string]string{"primaryLocationLineHash": print})
	}
	if len(f.Trace) > 0 {
		flow := sarif.NewThreadFlow()
		for _, step := range f.Trace {
			at := s.location(step.Pos, step.End).WithMessage(message(step.Message))
			flow.AddLocation(sarif.NewThreadFlowLocation().WithLocation(at))
		}
		r.AddCodeFlow(sarif.NewCodeFlow().AddThreadFlow(flow))
	}
	s.run.AddResult(r)
}

// rule returns the index of a rule in the run, which it adds when its first finding comes.
func (s *sarifWriter) rule(name string) int {
	if i, ok := s.rules[name]; ok {
		return i
	}
	s.rules[name] = len(s.rules)
	d := sarif.NewReportingDescriptor().WithID(name).WithName(name)
	for _, r := range analyzers.Rules() {
		if r.Name == name {
			describe(d, r, cmp.Or(s.levels[name], r.Severity, analyzers.Warning))
		}
	}
	s.run.Tool.Driver.AddRule(d)
	return s.rules[name]
}

func describe(d *sarif.ReportingDescriptor, r *analyzers.Rule, level analyzers.Severity) {
	text := func(t string) *sarif.MultiformatMessageString { return sarif.NewMultiformatMessageString().WithText(t) }
	tags := []string{"llm", string(r.Group)}
	for _, id := range r.Quotes() {
		tags = append(tags, "on-"+string(principles.Get(id).ID))
	}
	summary := r.Summary()
	short, _, _ := strings.Cut(summary, ". ")
	d.WithShortDescription(text(analyzers.Clean(strings.TrimSuffix(short, ".")+".", maxDescription))).
		WithFullDescription(text(analyzers.Clean(summary, maxDescription))).
		WithHelp(text(r.Doc).WithMarkdown(r.Doc)).
		WithHelpURI(r.Analyzer().URL).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(sarifLevel[level])).
		WithProperties(sarif.NewPropertyBag().
			WithTags(tags).
			Add("precision", precision[r.Tier]).
			Add("problem.severity", problemSeverity[level]))
}

// location is where something lies. GitHub annotates a pull request only if all lines of a region are new, so that a
// region ends with its first line.
func (s *sarifWriter) location(pos, end token.Position) *sarif.Location {
	region := sarif.NewRegion().WithStartLine(pos.Line).WithStartColumn(s.files.utf16(pos)).WithEndLine(pos.Line)
	if end.Line == pos.Line && end.Column > pos.Column {
		region.WithEndColumn(s.files.utf16(end))
	}
	file := sarif.NewArtifactLocation().WithURI(s.site.uri(pos.Filename))
	if !strings.HasPrefix(*file.URI, "file:") {
		file.WithURIBaseID("%SRCROOT%")
	}
	return sarif.NewLocation().WithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(file).WithRegion(region))
}

// message is a text in which no part of the code under check becomes a link: SARIF, 3.11.6, makes one of [text](target).
func message(text string) *sarif.Message {
	return sarif.NewTextMessage(strings.ReplaceAll(text, "](", "] ("))
}

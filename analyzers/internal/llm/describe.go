package llm

import (
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// Describe returns, a line each, what the facts say that other packages read of a package.
func (s *Summary) Describe() []string { return describe("", s.Marks, s.Calls, s.Outputs) }

// Describe returns, a line each, what the rest of the module shows.
func (l *Linked) Describe() []string { return describe("linked ", l.Marks, l.Calls, l.Outputs) }

// labelNames are the labels as [Summary.Describe] shows them.
var labelNames = map[Label]string{PromptLabel: "prompt", ModelIDLabel: "model", RequestBodyLabel: "body"}

func describe(from string, marks []Mark, calls, outputs []string) (lines []string) {
	for _, m := range marks {
		line := from + labelNames[m.Label]
		if m.Role != "" && m.Role != "any" {
			line += " (" + m.Role + ")"
		}
		line += ": " + strings.Replace(m.Key, flow.ParamOf("", -1), "receiver of ", 1)
		for step := range strings.Lines(m.Path) { // each is a code and, for a field, its key
			if _, key, ok := strings.Cut(strings.TrimSpace(step), " "); ok {
				line += " at " + key
			}
		}
		line += ", sent by " + m.Sink
		if m.Behind != "" {
			line += ", which calls " + m.Behind
		}
		var notes []string
		if m.Likely {
			notes = append(notes, "likely")
		}
		if m.FromCallers {
			notes = append(notes, "only for objects that callers pass")
		}
		if len(notes) > 0 {
			line += " [" + strings.Join(notes, "; ") + "]"
		}
		lines = append(lines, line)
	}
	for _, name := range calls {
		lines = append(lines, from+"calls a model: "+name)
	}
	for _, key := range outputs {
		lines = append(lines, from+"is model output: "+key)
	}
	return lines
}

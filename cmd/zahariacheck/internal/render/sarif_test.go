package render

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/zahariacheck/zahariacheck/principles"
)

// sarifSchema is that of OASIS, which stands in the source of go-sarif.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "pkg/report/v210/sarif/schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var schema string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && len(lit.Value) > len(schema) {
			schema = lit.Value
		}
		return true
	})
	if schema, err = strconv.Unquote(schema); err != nil || !strings.Contains(schema, "docs.oasis-open.org/sarif/sarif/v2.1.0") {
		t.Fatalf("this is not the schema of SARIF 2.1.0: %.200s %v", schema, err)
	}
	return compile(t, strings.NewReader(schema))
}

// sarifLog is what a viewer reads of a report.
type sarifLog struct {
	Runs []struct {
		ColumnKind string
		Tool       struct {
			Driver struct {
				Rules []struct {
					ID               string
					HelpURI          string
					ShortDescription struct{ Text string }
					Help             struct{ Text, Markdown string }
					Properties       map[string]any
				}
			}
		}
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level   string
				Message struct{ Text string }
			}
		}
		Results []struct {
			RuleID              string
			RuleIndex           int
			Level               string
			PartialFingerprints map[string]string
			Locations           []sarifLocation
			CodeFlows           []struct {
				ThreadFlows []struct {
					Locations []struct{ Location sarifLocation }
				}
			}
		}
	}
}

type sarifLocation struct {
	Message          struct{ Text string }
	PhysicalLocation struct {
		ArtifactLocation struct{ URI, URIBaseID string }
		Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
	}
}

func decodeSARIF(t *testing.T, text string) (log sarifLog) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	return log
}

func TestSARIF(t *testing.T) {
	rep, site := sample(t)
	ours := rep.Findings[len(rep.Findings)-1]
	ours.Rule, ours.Message = "vendorlock", "one of our rules"
	rep.Findings = append(rep.Findings, ours)
	text := written(t, SARIF, rep, site)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	schema := sarifSchema(t)
	if err := schema.Validate(v); err != nil {
		t.Error(err)
	}
	v.(map[string]any)["version"] = "2.0.0"
	if schema.Validate(v) == nil {
		t.Error("the schema takes anything")
	}

	run := decodeSARIF(t, text).Runs[0]
	if i := run.Invocations[0]; i.ExecutionSuccessful || len(i.ToolExecutionNotifications) != 1 || i.ToolExecutionNotifications[0].Level != "error" {
		t.Errorf("a failure is %+v", i)
	}
	places := map[string]bool{}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("rule %s has the index of %s", r.RuleID, run.Tool.Driver.Rules[r.RuleIndex].ID)
		}
		at := r.Locations[0].PhysicalLocation
		places[fmt.Sprintf("%s %d:%d-%d:%d", at.ArtifactLocation.URI, at.Region.StartLine, at.Region.StartColumn, at.Region.EndLine, at.Region.EndColumn)] = true
		if (r.PartialFingerprints["primaryLocationLineHash"] == "") != strings.HasPrefix(at.ArtifactLocation.URI, "file:") {
			t.Errorf("fingerprints of %s: %v", at.ArtifactLocation.URI, r.PartialFingerprints)
		}
	}
	for _, want := range []string{
		"pkg/a%20b.go 3:14-3:20", // the tab and é are one unit each, 𐐀 is two
		"pkg/a%20b.go 3:22-3:23",
		"a%3A1%2C%250A%60%7C%5Bx%5D%28y%29%3Cb%3E%5Cx1b%5Cu202e%5Cn%3A%3Aerror%3A%3A%C3%A9.go 3:2-3:0", // a region ends with its line
		"file:///elsewhere/gone.go 3:17-3:0", // not to be read: the column stays
	} {
		if !places[want] {
			t.Errorf("no result at %s, only %v", want, places)
		}
	}
	last := run.Tool.Driver.Rules[len(run.Tool.Driver.Rules)-1]
	if last.ID != "vendorlock" || !strings.Contains(last.Help.Markdown, principles.Get(principles.LockIn).Text) ||
		last.ShortDescription.Text == "" || last.Properties["precision"] != "medium" || !strings.HasSuffix(last.HelpURI, "/rule.md") {
		t.Errorf("the rule is %+v", last)
	}
}

package taint

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// report says each flow as "SOURCE to SINK" at the sink.
var report = &analysis.Analyzer{
	Name: "report", Doc: "report flows", Requires: []*analysis.Analyzer{Analyzer}, ResultType: reflect.TypeFor[bool](),
	Run: func(pass *analysis.Pass) (any, error) {
		for _, f := range pass.ResultOf[Analyzer].(*Result).Flows {
			pass.Reportf(f.Sink.Pos, "%s to %s (%s)", f.Source.Label, f.Sink.Label, f.Source.What)
		}
		return true, nil
	},
}

func TestFlows(t *testing.T) {
	dir := t.TempDir()
	for _, from := range []string{"testdata/src", "../../../testdata/stubs/src"} {
		if err := os.CopyFS(filepath.Join(dir, "src"), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	analysistest.Run(t, dir, report, "handlers", "requests", "guards", "helpers", "across", "answers")
}

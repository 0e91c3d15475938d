package surface

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"
)

// sample is a surface with an entry of each kind.
func sample() *Document {
	d := &Document{
		Version: FormatVersion,
		Tools: []Tool{{Name: "read", Package: "example.com/app", Place: Place{"main.go", 7}, Description: "Reads <b>.", DeclaredBy: "mcp.AddTool",
			Schema: json.RawMessage(`{"type":"object"}`), Capabilities: []Capability{{FilesRead, []string{"example.com/app.read", "os.ReadFile"}}}}},
		Prompts: []Prompt{{Role: "system", Package: "example.com/app", Place: Place{"main.go", 9}, Name: "constant system", Sink: "openai.SystemMessage", Words: 4,
			ID: "example.com/app constant system system", Text: []string{"You are of help."}}},
		Models: []Model{
			{ID: "gpt-4.1", Role: "chat", Package: "example.com/app", Place: Place{"main.go", 3}, Sink: "a"},
			{ID: "gpt-4.1", Role: "embed", Package: "example.com/app", Place: Place{"main.go", 4}, Sink: "b"},
		},
		Services: []Service{{SDK: "openai-go", Vendor: "openai", Class: "model", Module: "github.com/openai/openai-go", Version: "v1.12.0", Packages: []string{"example.com/app"}}},
	}
	d.Loops = []Loop{{Function: "example.com/app.Run", Package: "example.com/app", Place: Place{"main.go", 8}, Calls: "x.Ask", Bound: unbounded}}
	return d
}

const FilesRead = "files-read"

// TestCycloneDXIsValid holds the bill of materials to the schema that the CycloneDX library brings along.
func TestCycloneDXIsValid(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/CycloneDX/cyclonedx-go").Output()
	if err != nil {
		t.Fatal(err)
	}
	schemas := gojsonschema.NewSchemaLoader()
	read := func(name string) gojsonschema.JSONLoader {
		data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "schema", name))
		if err != nil {
			t.Fatal(err)
		}
		return gojsonschema.NewBytesLoader(data)
	}
	if err := schemas.AddSchemas(read("spdx.schema.json"), read("jsf-0.82.schemax.json")); err != nil {
		t.Fatal(err)
	}
	schema, err := schemas.Compile(read("bom-1.6.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*Document{"sample": sample(), "empty": {Version: FormatVersion}} {
		var b bytes.Buffer
		if err := d.WriteCycloneDX(&b, "v0.0.0"); err != nil {
			t.Fatal(err)
		}
		result, err := schema.Validate(gojsonschema.NewBytesLoader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range result.Errors() {
			t.Errorf("%s: %s", name, e)
		}
		if name == "sample" {
			for _, want := range []string{`"specVersion": "1.6"`, `"machine-learning-model"`, `"modelCard"`, `"line": 4`, "pkg:golang/github.com/openai/openai-go@v1.12.0",
				"app.Run calls x.Ask each turn, bound by nothing but the model (main.go:8)"} {
				if !strings.Contains(b.String(), want) {
					t.Errorf("the bill lacks %s:\n%s", want, &b)
				}
			}
			if n := strings.Count(b.String(), "machine-learning-model"); n != 1 {
				t.Errorf("one model is listed %d times", n)
			}
		}
	}
}

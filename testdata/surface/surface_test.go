package surface

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// A tool is what both sides say of one.
type tool struct {
	Name         string
	Description  string
	Schema       any
	Annotations  map[string]bool
	Capabilities []struct{ Name string }
}

func TestToolsAreThoseOfTheServer(t *testing.T) {
	bin := t.TempDir()
	command := filepath.Join(bin, "zahariacheck.exe")
	build(t, command, "../..", "./cmd/zahariacheck")
	for name, want := range map[string]map[string][]string{
		"official":  {"read": {"files-read"}, "remove": {"files-write"}, "now": nil, "pick": nil, "send": nil},
		"community": {"run": {"exec"}, "fetch": {"network"}, "count": nil, "weather": nil, "zone": {"env"}, "order": nil},
	} {
		t.Run(name, func(t *testing.T) {
			server := filepath.Join(bin, name+".exe")
			build(t, server, ".", "./"+name)
			listed := ask(t, server)
			told := surface(t, command, ".", "./"+name+"/...")
			compare(t, told, listed)
			if len(told) != len(want) {
				t.Errorf("the surface has %d tools, expected are %d", len(told), len(want))
			}
			for name, l := range listed {
				s := told[name]
				for _, hint := range []string{"readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"} {
					if s.Annotations[hint] != l.Annotations[hint] {
						t.Errorf("%s: %s is %t, the server says %t", name, hint, s.Annotations[hint], l.Annotations[hint])
					}
				}
				var can []string
				for _, c := range s.Capabilities {
					can = append(can, c.Name)
				}
				if !reflect.DeepEqual(can, want[name]) {
					t.Errorf("%s can do %v, want %v", name, can, want[name])
				}
			}
		})
	}
}

// TestToolsAreThoseOfTheFramework runs programs that print the tools of an SDK as it tells a model of them.
func TestToolsAreThoseOfTheFramework(t *testing.T) {
	bin := t.TempDir()
	command := filepath.Join(bin, "zahariacheck.exe")
	build(t, command, "../..", "./cmd/zahariacheck")
	for name, at := range map[string]struct{ dir, pkg string }{
		"anthropic": {".", "./anthropic"}, "eino": {".", "./eino"}, "fantasy": {".", "./fantasy"},
		"genkit": {"genkit", "."}, // a module of its own: it does not compile beside the library that the others use for schemas
	} {
		t.Run(name, func(t *testing.T) {
			program := filepath.Join(bin, name+".exe")
			build(t, program, at.dir, at.pkg)
			out, err := exec.Command(program).Output()
			if err != nil {
				t.Fatal(err)
			}
			listed := map[string]tool{}
			for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
				var one tool
				if err := dec.Decode(&one); err != nil {
					t.Fatal(err)
				}
				listed[one.Name] = one
			}
			if len(listed) == 0 {
				t.Error("the program has no tools")
			}
			compare(t, surface(t, command, at.dir, at.pkg), listed)
		})
	}
}

// compare holds the tools of the surface to those that a program lists.
func compare(t *testing.T, told, listed map[string]tool) {
	t.Helper()
	if len(told) != len(listed) {
		t.Errorf("the surface has %d tools, the program %d", len(told), len(listed))
	}
	for name, l := range listed {
		s, ok := told[name]
		if !ok {
			t.Errorf("the surface lacks %s", name)
			continue
		}
		if s.Description != l.Description {
			t.Errorf("%s: description %q, the program says %q", name, s.Description, l.Description)
		}
		if !reflect.DeepEqual(s.Schema, l.Schema) {
			t.Errorf("%s: schema\n%s\nthe program says\n%s", name, show(s.Schema), show(l.Schema))
		}
	}
}

func build(t *testing.T, to, dir, pkg string) {
	t.Helper()
	cmd := exec.Command("go", "build", "-C", dir, "-o", to, pkg)
	cmd.Env = append(os.Environ(), "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// ask starts a server and asks for its tools.
func ask(t *testing.T, server string) map[string]tool {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "v1"}, nil)
	session, err := client.Connect(ctx, &mcp.CommandTransport{Command: exec.Command(server)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	list, err := session.ListTools(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]tool{}
	for _, one := range list.Tools {
		hints := map[string]bool{}
		if a := one.Annotations; a != nil {
			hints["readOnlyHint"], hints["idempotentHint"] = a.ReadOnlyHint, a.IdempotentHint
			hints["destructiveHint"] = a.DestructiveHint != nil && *a.DestructiveHint
			hints["openWorldHint"] = a.OpenWorldHint != nil && *a.OpenWorldHint
		}
		out[one.Name] = tool{Name: one.Name, Description: one.Description, Schema: plain(t, one.InputSchema), Annotations: hints}
	}
	return out
}

// surface asks zahariacheck.
func surface(t *testing.T, command, dir, pkg string) map[string]tool {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(command, "surface", "-format", "json", pkg)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOWORK=off")
	cmd.Stderr = &stderr
	data, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &stderr)
	}
	var document struct{ Tools []tool }
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	out := map[string]tool{}
	for _, one := range document.Tools {
		if _, twice := out[one.Name]; twice {
			t.Errorf("the surface has %s twice", one.Name)
		}
		out[one.Name] = one
	}
	return out
}

// plain is a value as encoding/json reads it again.
func plain(t *testing.T, v any) (out any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func show(v any) string {
	data, _ := json.MarshalIndent(v, "", "  ")
	return string(data)
}

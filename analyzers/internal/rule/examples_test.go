package rule

import "testing"

func TestInExamples(t *testing.T) {
	for _, test := range []struct {
		path, module string
		want         bool
	}{
		{"github.com/acme/agent/examples/chat", "github.com/acme/agent", true},
		{"github.com/acme/agent/examples/chat", "github.com/acme/agent/examples", true}, // a module of its own
		{"github.com/acme/agent/examples/chat", "", true},
		{"github.com/acme/agent/_examples/chat", "github.com/acme/agent", true},
		{"github.com/acme/agent/v2/example", "github.com/acme/agent/v2", true},
		{"github.com/acme/agent/docs/tutorials/one", "github.com/acme/agent", true},
		{"acme.dev/agent/example", "acme.dev/agent", true},
		{"acme.dev/agent/example", "", false}, // the third element may be the repository
		{"agent/examples/chat", "agent", true},
		{"github.com/acme/agent", "github.com/acme/agent", false},
		{"github.com/acme/example", "github.com/acme/example", false},
		{"github.com/acme/agent-examples/examples/chat", "github.com/acme/agent-examples", false},
		{"github.com/example/agent/chat", "github.com/example/agent", false},
		{"github.com/acme/agent/examplestore", "github.com/acme/agent", false},
		{"example", "example", false},
		{"github.com/acme/agent/cmd/chat-demo", "github.com/acme/agent", true},
		{"github.com/acme/agent/demo", "github.com/acme/agent", true},
		{"github.com/acme/agent/demography", "github.com/acme/agent", false},
		{"github.com/acme/demo/chat", "github.com/acme/demo", false},
		{"github.com/acme/agent/tests/helpers", "github.com/acme/agent", false},
		{"main", "", false},
		{"github.com/acme/agent/internal/testutil", "github.com/acme/agent", true},
		{"github.com/acme/agent/test_helpers/chat", "github.com/acme/agent", true},
		{"github.com/acme/agent/testing", "github.com/acme/agent", false},
	} {
		if got := inExamples(test.path, test.module, false); got != test.want {
			t.Errorf("%s of module %q: %v, want %v", test.path, test.module, got, test.want)
		}
	}
}

func TestCommandsOfTests(t *testing.T) {
	for path, want := range map[string]bool{
		"github.com/acme/agent/tests/manual/chat": true,
		"github.com/acme/agent/cmd/client-test":   true,
		"github.com/acme/agent/cmd/e2e":           true,
		"github.com/acme/agent/cmd/testgen":       false,
		"github.com/acme/agent/cmd/agent":         false,
	} {
		if got := inExamples(path, "github.com/acme/agent", true); got != want {
			t.Errorf("the command %s: %v, want %v", path, got, want)
		}
	}
}

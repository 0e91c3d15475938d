package editor

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// sample has a finding with a fix, in questions, and one of a prompt that can be moved.
const sample = `package app

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"regexp"
)

type message struct {
	Role    string ` + "`json:\"role\"`" + `
	Content string ` + "`json:\"content\"`" + `
}

type request struct {
	Model    string    ` + "`json:\"model\"`" + `
	Messages []message ` + "`json:\"messages\"`" + `
}

const prompt = "You are a careful assistant. Answer in one short sentence, and say so if you do not know."

func Ask(ctx context.Context, c *http.Client, url, model, question string) (*http.Response, error) {
	data, err := json.Marshal(request{model, []message{{"system", prompt}, {"user", question}}})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", url+"/v1/chat/completions", bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

func questions(texts []string) (out []string) {
	for _, text := range texts {
		question := regexp.MustCompile("[.!?]")
		out = append(out, question.FindAllString(text, -1)...)
	}
	return out
}
`

// fixed is what the fix makes of questions.
const fixed = `
func questions(texts []string) (out []string) {
	question := regexp.MustCompile("[.!?]")
	for _, text := range texts {
		out = append(out, question.FindAllString(text, -1)...)
	}
	return out
}
`

// A result is what the editor saw, as session.lua writes it.
type result struct {
	First, Second, Third []string // diagnostics as opened, after a fix, and after the prompt was moved
	Hover                string
	Edited               []string // diagnostics of what is typed and not saved
}

// Neovim opens a file, sees what is found, reads about it, applies a fix, types, saves, and has a prompt moved.
func TestNeovim(t *testing.T) {
	tool := filepath.Join(t.TempDir(), "zahariacheck.exe")
	if out, err := exec.Command("go", "build", "-C", "../..", "-o", tool, "./cmd/zahariacheck").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	script, err := filepath.Abs("session.lua")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module example.com/app\n\ngo 1.24\n", "app.go": sample} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	saved := filepath.Join(t.TempDir(), "result.json")
	cmd := exec.Command("nvim", "--headless", "--clean", "-n", "app.go", "-c", "luafile "+script)
	cmd.Dir = dir
	builds, err := exec.Command("go", "env", "GOCACHE").Output() // which would move with the folder of caches
	if err != nil {
		t.Fatal(err)
	}
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOCACHE="+strings.TrimSpace(string(builds)), "TOOL="+tool, "RESULT="+saved, "XDG_STATE_HOME="+t.TempDir(), "XDG_CACHE_HOME="+t.TempDir())
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("nvim: %v\n%s", err, out)
	}
	data, err := os.ReadFile(saved)
	if err != nil {
		t.Fatal(err)
	}
	var r result
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	want := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: got %s, want %s", what, got, want)
		}
	}
	want("as opened", strings.Join(r.First, " "), "21 hardcodedprompt 37 loopinvariant")
	want("after the fix", strings.Join(r.Second, " "), "21 hardcodedprompt")
	want("typed", strings.Join(r.Edited, " "), "21 hardcodedprompt 43 initeffect")
	want("after the move", strings.Join(r.Third, " "), "")
	if !strings.Contains(r.Hover, "Matei Zaharia") || !strings.Contains(r.Hover, "is passed as system prompt to") {
		t.Errorf("hover: %s", r.Hover)
	}
	after, err := os.ReadFile(filepath.Join(dir, "app.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(after), fixed) || !strings.Contains(string(after), "//go:embed prompts/prompt.txt\nvar prompt string\n") {
		t.Errorf("app.go:\n%s", after)
	}
	moved, err := os.ReadFile(filepath.Join(dir, "prompts", "prompt.txt"))
	if err != nil || string(moved) != "You are a careful assistant. Answer in one short sentence, and say so if you do not know." {
		t.Errorf("prompt.txt: %q, %v", moved, err)
	}
}

// Package commands asks models through programs of the command line.
package commands

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

func direct(ctx context.Context) ([]byte, error) {
	return exec.CommandContext(ctx, "claude", "-p", "List the files that no test of this package covers.", "--output-format", "json").Output() // want `prompt hardcoded in direct \(10 words, passed to the program claude\)`
}

func found(question string) ([]byte, error) {
	bin, err := exec.LookPath("claude")
	if err != nil {
		return nil, err
	}
	return exec.Command(bin, "--append-system-prompt", "You answer with the name of one file.", "-p", question).Output() // want `system prompt hardcoded in found \(8 words, passed to the program claude\)`
}

// The values of other flags are no talk.
func restricted(question string) ([]byte, error) {
	return exec.Command("claude", "-p", question, "--allowedTools", "Read Grep Glob Edit Write",
		"--json-schema", `{"type": "object", "description": "what was found in the files that were read"}`).Output()
}

// What is read from standard input, of the one or the other.
func piped(which, diff string) error {
	var cmd *exec.Cmd
	switch which {
	case "codex":
		cmd = exec.Command("codex", "exec", "-")
	default:
		cmd = exec.Command("/usr/local/bin/gemini", "--yolo")
	}
	cmd.Stdin = strings.NewReader("Name the riskiest change of this diff:\n" + diff) // want `prompt hardcoded in piped \(7 words, passed to the program (codex|gemini)\)`
	return cmd.Run()
}

func local(letter string) error {
	cmd := exec.Command("ollama", "run", "llama3.2")
	cmd.Stdin = bytes.NewBufferString("Put the letter into plain words:\n" + letter) // want `prompt hardcoded in local \(6 words, passed to the program ollama\)`
	return cmd.Run()
}

// A runner is given its program, or takes the usual one.
type runner struct{ bin string }

func newRunner(bin string) *runner {
	if bin == "" {
		bin = "opencode"
	}
	return &runner{bin}
}

func (r *runner) run(ctx context.Context, prompt string) error {
	args := []string{"run", "--format", "json"}
	if model := os.Getenv("MODEL"); model != "" {
		args = append(args, "-m", model)
	}
	args = append(args, prompt)
	return exec.CommandContext(ctx, r.bin, args...).Run()
}

func tidy(ctx context.Context, file string) error {
	return newRunner("").run(ctx, fmt.Sprintf("Sort the functions of %s by their names.", file)) // want `prompt hardcoded in tidy \(7 words, passed to the program opencode\)`
}

// Other programs, and other commands of these.
func others() {
	exec.Command("git", "commit", "-m", "Say what the flag is for and when it was added").Run()
	exec.Command("ollama", "pull", "llama3.2").Run()
	cmd := exec.Command("mail", "-s", "report", "team")
	cmd.Stdin = strings.NewReader("The nightly build has failed on all three platforms.")
	cmd.Run()
}

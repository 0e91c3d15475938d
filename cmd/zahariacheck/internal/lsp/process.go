package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// An Answer is the result of a check.
type Answer struct {
	Findings []finding.Finding
	Failures []Failure
	Fixed    string // what the file becomes with the fix that was wanted
	Refused  string // why that is not made, or ""
}

// A Failure is a package that could not be checked, by its folder, which is "" if none is known.
type Failure struct{ Dir, Reason string }

// A line is what a process that checks prints: how far it is, or its answer.
type line struct {
	What        string  `json:",omitempty"`
	Done, Total int     `json:",omitempty"`
	Answer      *Answer `json:",omitempty"`
}

// CheckVerb follows the verb lsp in the arguments of a process that checks; then come the name of a file with a query, and flags.
const CheckVerb = "check"

// Processes is a Tool that starts this program anew for each check, with some flags.
type Processes struct{ Flags []string }

// Check implements Tool.
func (p Processes) Check(ctx context.Context, q Query, progress func(what string, done, total int)) (*Answer, error) {
	file, err := os.CreateTemp("", "zahariacheck-query-") // only we may read it
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	err = errors.Join(json.NewEncoder(file).Encode(q), file.Close())
	if err != nil {
		return nil, err
	}
	cmd, stderr, err := start(ctx, append([]string{"lsp", CheckVerb, file.Name()}, p.Flags...))
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	var answer *Answer
	for in := json.NewDecoder(stdout); ; {
		var l line
		if in.Decode(&l) != nil {
			break
		}
		if l.Answer != nil {
			answer = l.Answer
		} else if progress != nil {
			progress(l.What, l.Done, l.Total)
		}
	}
	io.Copy(io.Discard, stdout)
	err = cmd.Wait()
	if answer == nil {
		return nil, errors.New(lastLine(stderr.String(), err))
	}
	return answer, nil
}

// Extract implements Tool.
func (p Processes) Extract(ctx context.Context, dir, file string, line int) (said string, err error) {
	rel, err := filepath.Rel(dir, file)
	if err != nil {
		return "", err
	}
	cmd, stderr, err := start(ctx, []string{"extract", fmt.Sprintf("%s:%d", rel, line)})
	if err != nil {
		return "", err
	}
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil || len(out) == 0 {
		said, _, _ = strings.Cut(stderr.String(), "\n")
		return "", errors.New(strings.TrimPrefix(said, "zahariacheck: "))
	}
	return strings.TrimSpace(string(out)), nil
}

func start(ctx context.Context, args []string) (cmd *child.Cmd, stderr *bytes.Buffer, err error) {
	program, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	cmd, stderr = child.Command(ctx, program, args...), new(bytes.Buffer)
	cmd.Stderr = stderr
	return cmd, stderr, nil
}

// lastLine is the last line that a process wrote to standard error, or how it ended.
func lastLine(stderr string, err error) string {
	lines := strings.Split(strings.TrimSpace(stderr), "\n")
	if last := strings.TrimPrefix(lines[len(lines)-1], "zahariacheck: "); last != "" {
		return last
	}
	return fmt.Sprintf("the check ended without an answer: %v", err)
}

// A Printer prints the progress and the answer of a process that checks.
type Printer struct{ To io.Writer }

// Progress prints how far the check is.
func (p Printer) Progress(what string, done, total int) {
	_ = json.NewEncoder(p.To).Encode(line{What: what, Done: done, Total: total})
}

// Answer prints the result.
func (p Printer) Answer(a *Answer) error { return json.NewEncoder(p.To).Encode(line{Answer: a}) }

// ReadQuery reads the query that a process is to answer.
func ReadQuery(file string) (q Query, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return q, err
	}
	return q, json.Unmarshal(data, &q)
}

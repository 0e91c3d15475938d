// Package owntools defines tools of an interface of its own.
package owntools

import (
	"context"
	"database/sql"
	"fmt"
	"os/exec"
)

type tool interface {
	Name() string
	Description() string
	Parameters() map[string]any
	Execute(ctx context.Context, args map[string]any) (string, error)
}

type grep struct{ root string }

var _ tool = grep{}

func (grep) Name() string               { return "grep" }
func (grep) Description() string        { return "Search the files for a pattern." }
func (grep) Parameters() map[string]any { return nil }

func (g grep) Execute(ctx context.Context, args map[string]any) (string, error) {
	pattern, _ := args["pattern"].(string)
	out, err := exec.CommandContext(ctx, "sh", "-c", "grep -rn '"+pattern+"' "+g.root).Output() // want `tool input is executed by exec.CommandContext without a check`
	return string(out), err
}

type safeGrep struct{ root string }

func (safeGrep) Name() string               { return "grep" }
func (safeGrep) Description() string        { return "Search the files for a pattern." }
func (safeGrep) Parameters() map[string]any { return nil }

func (g safeGrep) Execute(ctx context.Context, args map[string]any) (string, error) {
	pattern, _ := args["pattern"].(string)
	out, err := exec.CommandContext(ctx, "grep", "-rn", "-e", pattern, g.root).Output()
	return string(out), err
}

// A count says all of itself in one method, and has its input as text.
type count struct{ db *sql.DB }

type spec struct {
	Name, Description string
	Schema            map[string]any
}

func (count) Spec() spec { return spec{Name: "count", Description: "Count the notes of an author."} }

func (c count) Run(ctx context.Context, author string) (string, error) {
	var n int
	err := c.db.QueryRowContext(ctx, "SELECT count(*) FROM notes WHERE author = '"+author+"'").Scan(&n) // want `tool input is run as SQL`
	return fmt.Sprint(n), err
}

// A command of a terminal has a name and a description, and takes no input of a model.
type command struct{}

func (command) Name() string        { return "run" }
func (command) Description() string { return "Run a script." }

func (command) Execute(ctx context.Context, script string) (string, error) {
	out, err := exec.CommandContext(ctx, "sh", "-c", script).Output()
	return string(out), err
}

type verdict struct {
	Valid  bool
	Reason string
}

func judge(statement string, tables []string) (string, *verdict) {
	return statement, &verdict{Valid: len(statement) < 1000}
}

type query struct{ db *sql.DB }

func (query) Name() string               { return "query" }
func (query) Description() string        { return "Query the notes." }
func (query) Parameters() map[string]any { return nil }

func (q query) Execute(ctx context.Context, args map[string]any) (string, error) {
	statement, _ := args["sql"].(string)
	if _, v := judge(statement, []string{"notes"}); !v.Valid {
		return "not allowed: " + v.Reason, nil
	}
	return q.run(ctx, statement)
}

func (q query) run(ctx context.Context, statement string) (string, error) {
	rows, err := q.db.QueryContext(ctx, statement)
	if err != nil {
		return "", err
	}
	return "ok", rows.Close()
}

// A shell asks before it runs anything, by a function that its caller passes.
type shell struct{ approve func(command string) bool }

func (shell) Name() string               { return "shell" }
func (shell) Description() string        { return "Run a command." }
func (shell) Parameters() map[string]any { return nil }

func (s shell) Execute(ctx context.Context, args map[string]any) (string, error) {
	command, _ := args["command"].(string)
	if !s.approve(command) {
		return "refused", nil
	}
	out, err := exec.CommandContext(ctx, "sh", "-c", command).Output()
	return string(out), err
}

type boldShell struct{ show func(command string) }

func (boldShell) Name() string               { return "shell" }
func (boldShell) Description() string        { return "Run a command." }
func (boldShell) Parameters() map[string]any { return nil }

func (s boldShell) Execute(ctx context.Context, args map[string]any) (string, error) {
	command, _ := args["command"].(string)
	s.show(command)
	out, err := exec.CommandContext(ctx, "sh", "-c", command).Output() // want `tool input is executed`
	return string(out), err
}

// An entry holds the function of its tool.
type entry struct {
	Name        string
	Description string
	Parameters  map[string]any
	Handler     func(ctx context.Context, args map[string]any) (string, error)
}

type registry struct {
	db    *sql.DB
	tools map[string]*entry
}

func (r *registry) register() {
	r.tools["count"] = &entry{
		Name:        "count",
		Description: "Count the notes of an author.",
		Handler: func(ctx context.Context, args map[string]any) (string, error) {
			author, _ := args["author"].(string)
			var n int
			err := r.db.QueryRowContext(ctx, "SELECT count(*) FROM notes WHERE author = '"+author+"'").Scan(&n) // want `tool input is run as SQL`
			return fmt.Sprint(n), err
		},
	}
	r.tools["grep"] = &entry{Name: "grep", Description: "Search the files.", Handler: r.grep}
}

func (r *registry) grep(ctx context.Context, args map[string]any) (string, error) {
	pattern, _ := args["pattern"].(string)
	out, err := exec.CommandContext(ctx, "bash", "-c", "grep -rn "+pattern).Output() // want `tool input is executed`
	return string(out), err
}

// A job of a scheduler has a function and no parameters that a model is told of.
type job struct {
	Name        string
	Description string
	Handler     func(ctx context.Context, args map[string]any) (string, error)
}

func jobs() []job {
	return []job{{Name: "clean", Description: "Clean up.", Handler: func(ctx context.Context, args map[string]any) (string, error) {
		script, _ := args["script"].(string)
		out, err := exec.CommandContext(ctx, "sh", "-c", script).Output()
		return string(out), err
	}}}
}

// A guarded shell has a guard that says what is wrong with a command, or nothing.
type guardedShell struct{ denied []string }

func (guardedShell) Name() string               { return "shell" }
func (guardedShell) Description() string        { return "Run a command." }
func (guardedShell) Parameters() map[string]any { return nil }

func (s guardedShell) guard(command string) string {
	for _, d := range s.denied {
		if d == command {
			return "the command is not allowed"
		}
	}
	return ""
}

func (s guardedShell) Execute(ctx context.Context, args map[string]any) (string, error) {
	command, _ := args["command"].(string)
	if problem := s.guard(command); problem != "" {
		return problem, nil
	}
	out, err := exec.CommandContext(ctx, "sh", "-c", command).Output()
	return string(out), err
}

func (s guardedShell) label(command string) string { return s.denied[0] + command }

func (s guardedShell) Run(ctx context.Context, args map[string]any) (string, error) {
	command, _ := args["command"].(string)
	if label := s.label(command); label != "" {
		fmt.Println(label)
	}
	out, err := exec.CommandContext(ctx, "sh", "-c", command).Output() // want `tool input is executed`
	return string(out), err
}

type ping struct{}

func (ping) GetName() string               { return "ping" }
func (ping) GetDescription() string        { return "Ping a host." }
func (ping) GetParameters() map[string]any { return nil }

func (ping) Execute(host string) (string, error) {
	out, err := exec.Command("sh", "-c", "ping -c 3 "+host).Output() // want `tool input is executed`
	return string(out), err
}

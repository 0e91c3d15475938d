// Package agent is a framework that no catalogue knows. Only its names tell that a model reads what it is given.
package agent

import "context"

type Agent struct{ persona string }

type Config struct {
	Name         string
	SystemPrompt string
	Instructions string
}

type Option func(*Agent)

type Result struct{ Output string }

func New(name string, options ...Option) *Agent { return &Agent{} }

func Of(c Config) *Agent { return &Agent{persona: c.SystemPrompt} }

func WithSystemPrompt(s string) Option { return func(a *Agent) { a.persona = s } }

func WithInstructions(s string) Option { return func(a *Agent) { a.persona = s } }

func (a *Agent) SetSystemInstructions(s string) { a.persona = s }

func (a *Agent) Run(ctx context.Context, task string) (*Result, error) { return &Result{}, nil }

// Log tells the operator.
func (a *Agent) Log(message string) {}

// AddTurn adds what somebody says; the first of them is the role.
func (a *Agent) AddTurn(who Role, say string) *Agent { return a }

type Role string

const Developer Role = "developer"

// Package spec describes agents and knows of no model.
package spec

// An Agent is what its maker says it is.
type Agent struct {
	name        string
	instruction string
	examples    []string
	note        string
}

// An Option sets a part of an agent.
type Option func(*Agent)

// New makes an agent.
func New(name, instruction string, options ...Option) *Agent {
	a := &Agent{name: name, instruction: instruction}
	for _, o := range options {
		o(a)
	}
	return a
}

// WithExample adds an example.
func WithExample(text string) Option {
	return func(a *Agent) { a.examples = append(a.examples, text) }
}

// WithNote adds a note for the people who look after the agent.
func WithNote(text string) Option { return func(a *Agent) { a.note = text } }

// Instruction is the agent's instruction.
func (a *Agent) Instruction() string { return a.instruction }

// Examples says what the agent is shown.
func (a *Agent) Examples() []string { return a.examples }

// Note says what people should know.
func (a *Agent) Note() string { return a.note }

// A Message is what one side of a conversation said.
type Message struct{ Role, Content string }

// User makes a message of the user.
func User(text string) Message { return Message{Role: "user", Content: text} }

// Assistant makes a message of the model.
func Assistant(text string) Message { return Message{Role: "assistant", Content: text} }

// Tool makes a message of a tool.
func Tool(text string) Message { return Message{Role: "tool", Content: text} }

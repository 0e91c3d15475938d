// Package thread keeps what was said in messages that are put together call by call.
package thread

type Role string

const (
	System    Role = "system"
	User      Role = "user"
	Assistant Role = "assistant"
)

type Message struct {
	Role     Role
	Contents []*Content
	Note     string
}

type Content struct{ Data any }

func NewContent(text string) *Content { return &Content{Data: text} }

// Fill is a step of a chain that keeps its content.
func (c *Content) Fill(values map[string]string) *Content { return c }

func NewSystemMessage() *Message { return &Message{Role: System} }

func NewUserMessage() *Message { return newMessage(User) }

func NewAssistantMessage() *Message { return newMessage(Assistant) }

func newMessage(role Role) *Message { return &Message{Role: role} }

// Say makes a message of one text.
func Say(role Role, text string) *Message {
	return &Message{Role: role, Note: text}
}

func (m *Message) AddContent(c *Content) *Message {
	m.Contents = append(m.Contents, c)
	return m
}

func (m *Message) SetNote(text string) { m.Note = text }

type Thread struct{ Messages []*Message }

func (t *Thread) Add(messages ...*Message) *Thread {
	t.Messages = append(t.Messages, messages...)
	return t
}

// A Letter is a message in parts that have no role of their own.
type Letter struct {
	Role  string
	Parts []Part
}

type Part struct{ Text string }

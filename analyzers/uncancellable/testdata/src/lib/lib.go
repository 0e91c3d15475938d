package lib

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"time"

	"github.com/mark3labs/mcp-go/client"
	"github.com/mark3labs/mcp-go/mcp"
	"github.com/sashabaranov/go-openai"
)

type Asker struct {
	client *openai.Client
	tools  *client.Client
	// Ctx can be set by other packages.
	Ctx context.Context
	own context.Context
}

func (a *Asker) ask(ctx context.Context, prompt string) (string, error) {
	r, err := a.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleUser, Content: prompt}},
	})
	if err != nil || len(r.Choices) == 0 {
		return "", err
	}
	return r.Choices[0].Message.Content, nil
}

func (a *Asker) Passed(ctx context.Context) (string, error) { return a.ask(ctx, "hello") }

func (a *Asker) Tool(ctx context.Context) error {
	_, err := a.tools.CallTool(context.Background(), mcp.CallToolRequest{}) // want `CallTool is called with context.Background\(\) although ctx is in scope`
	return err
}

func (a *Asker) Title(ctx context.Context) {
	go func() {
		a.ask(context.TODO(), "name this") // want `ask is called with context.TODO\(\) although ctx is in scope`
	}()
}

func (a *Asker) Detached(ctx context.Context) {
	go a.ask(context.WithoutCancel(ctx), "name this")
}

func (a *Asker) Bounded(_ context.Context) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	a.ask(ctx, "name this")
}

func (a *Asker) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.ask(r.Context(), "hello")
	a.ask(context.Background(), "hello") // want `although r.Context\(\) is in scope; pass r.Context\(\) so`
}

func (a *Asker) None() (string, error) {
	ctx := context.WithValue(context.Background(), "key", 1)
	return a.ask(ctx, "hello") // want `ask is called with context.Background\(\), so callers of \(\*lib.Asker\).None cannot cancel it; add a context.Context parameter to \(\*lib.Asker\).None`
}

func (a *Asker) Deadline() (string, error) {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(time.Minute))
	defer cancel()
	return a.ask(ctx, "hello")
}

func Ask(a *Asker) (string, error) { return hidden(a) }

func hidden(a *Asker) (string, error) {
	return a.ask(context.Background(), "hello") // want `so callers of lib.Ask cannot cancel it; add a context.Context parameter to lib.hidden and pass it on`
}

// Nobody calls it from outside.
func unused(a *Asker) (string, error) { return a.ask(context.Background(), "hello") }

func (a *Asker) Field() (string, error) { return a.ask(a.Ctx, "hello") }

func Default(c *openai.Client) *Asker {
	return &Asker{client: c, Ctx: context.Background(), own: context.Background()}
}

func (a *Asker) OwnField() (string, error) {
	return a.ask(a.own, "hello") // want `callers of \(\*lib.Asker\).OwnField`
}

func (a *Asker) Dropped(_ context.Context, prompt string) (string, error) { // want `Dropped ignores its context, so the call of lib.hidden cannot be cancelled`
	return hidden(a)
}

// Read has the signature that io.Reader wants.
func (a *Asker) Read(p []byte) (int, error) {
	text, err := a.ask(context.Background(), "hello")
	return copy(p, text), err
}

var _ io.Reader = (*Asker)(nil)

// Build makes something that calls a model later, with a context of its own.
func (a *Asker) Build(_ context.Context) func(context.Context) { return build(a) }

func build(a *Asker) func(context.Context) {
	return func(ctx context.Context) { a.ask(ctx, "hello") }
}

type request struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// Post gives the request its context afterwards.
func Post(ctx context.Context, model, text string) (*http.Response, error) {
	body, err := json.Marshal(request{Model: model, Messages: []message{{"user", text}}})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest("POST", "https://api.openai.com/v1/chat/completions", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	return http.DefaultClient.Do(req.WithContext(ctx))
}

func PostAlone(ctx context.Context, model, text string) (*http.Response, error) {
	body, err := json.Marshal(request{Model: model, Messages: []message{{"user", text}}})
	if err != nil || ctx.Err() != nil {
		return nil, err
	}
	req, err := http.NewRequest("POST", "https://api.openai.com/v1/chat/completions", bytes.NewReader(body)) // want `http.NewRequest is called without a context although ctx is in scope; use`
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Package cuts shortens text for models.
package cuts

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/mark3labs/mcp-go/mcp"
	openai "github.com/sashabaranov/go-openai"
)

const limit = 4000

func user(text string) openai.ChatCompletionMessage {
	return openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: text}
}

func Constant(text string) openai.ChatCompletionMessage {
	if len(text) > limit {
		text = text[:limit] // want `text\[:limit\] cuts text for a model at a byte`
	}
	return user(text)
}

func shorten(s string, max int) string {
	if len(s) <= max {
		return s
	}
	return s[:max] + "..." // want `s\[:max\] cuts text for a model at a byte`
}

func Helper(diff string) openai.ChatCompletionMessage {
	return user(fmt.Sprintf("Review this:\n%s", shorten(diff, 9000)))
}

func Tail(log string) openai.ChatCompletionMessage {
	if len(log) > limit {
		log = log[len(log)-limit:] // want `log\[len\(log\) - limit:\] cuts text for a model at a byte`
	}
	return user(log)
}

func Tool(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	out := r.GetString("text", "")
	if len(out) > 30000 {
		out = out[:30000] // want `out\[:30000\] cuts text for a model at a byte`
	}
	return mcp.NewToolResultText(out), nil
}

func Embed(ctx context.Context, c *openai.Client, text string) error {
	_, err := c.CreateEmbeddings(ctx, openai.EmbeddingRequest{Input: []string{text[:min(len(text), 8000)]}}) // want `cuts text for a model at a byte`
	return err
}

// Runes minds letters.
func Runes(text string) openai.ChatCompletionMessage {
	n := min(len(text), limit)
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return user(text[:n])
}

// Valid mends what it cut.
func Valid(text string) openai.ChatCompletionMessage {
	return user(strings.ToValidUTF8(text[:min(len(text), limit)], ""))
}

// Found cuts where it looked.
func Found(text string) openai.ChatCompletionMessage {
	if i := strings.IndexByte(text, '\n'); i > 0 {
		text = text[:i]
	}
	return user(text)
}

// ID is a short form of a hash.
func ID(hash string) openai.ChatCompletionMessage { return user("commit " + hash[:7]) }

// Suffix takes a known end off.
func Suffix(text string) openai.ChatCompletionMessage { return user(text[:len(text)-1]) }

const guard = 256 << 10

// Guarded and GuardedTail keep more than texts have.
func Guarded(text string) openai.ChatCompletionMessage {
	if len(text) > guard {
		text = text[:guard]
	}
	return user(text)
}

func GuardedTail(text string) openai.ChatCompletionMessage {
	if len(text) > guard {
		text = text[len(text)-guard:]
	}
	return user(text)
}

// Logged reaches no model.
func Logged(text string) { fmt.Println(text[:limit]) }

// Scanned ends where the scan found the end.
func Scanned(text string, start int) openai.ChatCompletionMessage {
	for i := start; i < len(text); i++ {
		if text[i] == '}' {
			return user(text[start : i+1])
		}
	}
	return user(text)
}

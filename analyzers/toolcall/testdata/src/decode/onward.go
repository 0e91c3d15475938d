package decode

import (
	"context"
	"encoding/json"
	"log"
	"log/slog"
	"os"

	openai "github.com/sashabaranov/go-openai"
)

type tool interface {
	Call(ctx context.Context, args map[string]any) string
}

// A failure that is only logged.
func loggedOnly(ctx context.Context, call openai.ToolCall, t tool) string {
	args := map[string]any{}
	if err := json.Unmarshal([]byte(call.Function.Arguments), &args); err != nil { // want `decoding error of tool arguments from Unmarshal is discarded`
		log.Printf("arguments of %s: %v", call.Function.Name, err)
	}
	return t.Call(ctx, args)
}

func loggedElse(ctx context.Context, call openai.ToolCall, t tool) string {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Function.Arguments), &args); err != nil { // want `decoding error of tool arguments from Unmarshal is discarded`
		slog.Warn("arguments", "err", err)
	} else {
		slog.Debug("arguments", "n", len(args))
	}
	return t.Call(ctx, args)
}

func loggedAndLeft(ctx context.Context, call openai.ToolCall, t tool) string {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Function.Arguments), &args); err != nil {
		log.Print(err)
		return "the arguments are no JSON"
	}
	return t.Call(ctx, args)
}

func loggedNext(ctx context.Context, calls []openai.ToolCall, t tool) (out []string) {
	for _, call := range calls {
		var args map[string]any
		if err := json.Unmarshal([]byte(call.Function.Arguments), &args); err != nil {
			log.Print(err)
			continue
		}
		out = append(out, t.Call(ctx, args))
	}
	return out
}

func noted(ctx context.Context, call openai.ToolCall, t tool) string {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Function.Arguments), &args); err != nil {
		log.Print(err)
		args = map[string]any{"error": err.Error()}
	}
	return t.Call(ctx, args)
}

// A helper whose only result says nothing of a failure.
func lenient(data string) map[string]any {
	var out map[string]any
	if err := json.Unmarshal([]byte(data), &out); err != nil { // want `if Unmarshal fails, lenient returns an empty value`
		log.Print(err)
		return map[string]any{}
	}
	return out
}

func useLenient(ctx context.Context, call openai.ToolCall, t tool) string {
	return t.Call(ctx, lenient(call.Function.Arguments))
}

func shown(data string) map[string]string {
	var out map[string]string
	if err := json.Unmarshal([]byte(data), &out); err != nil {
		return nil
	}
	return out
}

func useShown(call openai.ToolCall) string { return "path: " + shown(call.Function.Arguments)["path"] }

func told(data string) map[string]any {
	var out map[string]any
	if err := json.Unmarshal([]byte(data), &out); err != nil {
		return map[string]any{"error": err.Error()}
	}
	return out
}

func useTold(ctx context.Context, call openai.ToolCall, t tool) string {
	return t.Call(ctx, told(call.Function.Arguments))
}

// A function that neither fails nor takes a context does work all the same.
func read(path string) string {
	b, err := os.ReadFile(path)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func reads(call openai.ToolCall) string {
	var a struct{ Path string }
	json.Unmarshal([]byte(call.Function.Arguments), &a) // want `decoding error of tool arguments from Unmarshal is discarded`
	return read(a.Path)
}

// What is returned is made of the arguments, and may be nothing.
func unknown(data string) []string {
	var out map[string]any
	if err := json.Unmarshal([]byte(data), &out); err != nil {
		return nil
	}
	var names []string
	for name := range out {
		names = append(names, name)
	}
	return names
}

func useUnknown(ctx context.Context, call openai.ToolCall, report func(context.Context, []string)) {
	report(ctx, unknown(call.Function.Arguments))
}

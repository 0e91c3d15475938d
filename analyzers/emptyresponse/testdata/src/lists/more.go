package lists

import (
	"errors"
	"log"

	openai "github.com/sashabaranov/go-openai"
)

func compared(resp openai.ChatCompletionResponse) string {
	if resp.Choices == nil {
		return ""
	}
	return resp.Choices[0].Message.Content
}

func has(resp openai.ChatCompletionResponse) bool { return len(resp.Choices) > 0 }

func asked(resp openai.ChatCompletionResponse) string {
	if !has(resp) {
		return ""
	}
	return resp.Choices[0].Message.Content
}

func positive(n int) bool { return n > 0 }

// What is looked at is another number.
func other(resp openai.ChatCompletionResponse, n int) string {
	if !positive(n) {
		return ""
	}
	return resp.Choices[0].Message.Content // want `resp.Choices\[0\] panics if the response has none`
}

func both(resp openai.ChatCompletionResponse) (string, string) {
	text := resp.Choices[0].Message.Content // want `resp.Choices\[0\] panics if the response has none`
	return text, resp.Choices[0].Message.Role
}

// Who takes another than the first or the last one has a reason for the number.
func numbered(resp openai.ChatCompletionResponse, i int, n func() int) string {
	return resp.Choices[1].Message.Content + resp.Choices[i-1].Message.Content + resp.Choices[n()-1].Message.Content
}

// Those who call it have looked.
func oneOf(resp *openai.ChatCompletionResponse) string { return oneOr(resp, "") }

func oneOr(resp *openai.ChatCompletionResponse, or string) string {
	return resp.Choices[0].Message.Content + or
}

// The only way to oneOf.
func Looked(resp *openai.ChatCompletionResponse) string {
	if len(resp.Choices) == 0 {
		return ""
	}
	return oneOf(resp)
}

func LookedToo(resp *openai.ChatCompletionResponse) string {
	if len(resp.Choices) > 0 {
		return oneOr(resp, "!")
	}
	return ""
}

// One of those who call it has not.
func some(resp *openai.ChatCompletionResponse) string {
	return resp.Choices[0].Message.Content // want `resp.Choices\[0\] panics if the response has none`
}

func LookedOnce(resp *openai.ChatCompletionResponse) string {
	if len(resp.Choices) == 0 {
		return some(new(openai.ChatCompletionResponse))
	}
	return some(resp)
}

func NeverLooked(resp *openai.ChatCompletionResponse) string { return some(resp) }

// Others may call it.
func Any(resp *openai.ChatCompletionResponse) string {
	return resp.Choices[0].Message.Content // want `resp.Choices\[0\] panics if the response has none`
}

func LookedForAny(resp *openai.ChatCompletionResponse) string {
	if len(resp.Choices) == 0 {
		return ""
	}
	return Any(resp)
}

// It calls itself.
func again(resp *openai.ChatCompletionResponse, n int) string {
	if n == 0 {
		return resp.Choices[0].Message.Content // want `resp.Choices\[0\] panics if the response has none`
	}
	return again(resp, n-1)
}

// A turn is kept where it was found to have choices; none is kept otherwise.
func lastTurn(turns int, ask func() *openai.ChatCompletionResponse) string {
	var last *openai.ChatCompletionResponse
	for range turns {
		resp := ask()
		if len(resp.Choices) == 0 {
			break
		}
		if resp.Model == "done" {
			last = resp
			break
		}
	}
	if last == nil {
		return ""
	}
	return last.Choices[0].Message.Content
}

// A turn is kept before anything looks.
func anyTurn(turns int, ask func() *openai.ChatCompletionResponse) string {
	var last *openai.ChatCompletionResponse
	for range turns {
		last = ask()
		if last.Model == "done" {
			break
		}
	}
	if last == nil {
		return ""
	}
	return last.Choices[0].Message.Content // want `last.Choices\[0\] panics if the response has none`
}

// A function literal that only reads the turn changes nothing.
func sharedTurn(turns int, ask func() *openai.ChatCompletionResponse, later func(func() string)) string {
	var last *openai.ChatCompletionResponse
	for range turns {
		resp := ask()
		if len(resp.Choices) == 0 {
			break
		}
		last = resp
	}
	if last == nil {
		return ""
	}
	later(func() string { return last.Model })
	return last.Choices[0].Message.Content
}

// The look keeps nobody from what follows it.
func reasoned(resp openai.ChatCompletionResponse) (text, reason string) {
	if len(resp.Choices) > 0 {
		reason = string(resp.Choices[0].FinishReason)
	}
	text = resp.Choices[0].Message.Content // want `resp.Choices\[0\] panics if the response has none`
	return text, reason
}

func logged(resp openai.ChatCompletionResponse) string {
	if len(resp.Choices) == 0 {
		log.Printf("no choices in %s", resp.ID)
	}
	return resp.Choices[0].Message.Content // want `resp.Choices\[0\] panics if the response has none`
}

// These end the program, or remember that there was none.
func ended(resp openai.ChatCompletionResponse) string {
	if len(resp.Choices) == 0 {
		log.Fatal("no choices")
	}
	return resp.Choices[0].Message.Content
}

func remembered(resp openai.ChatCompletionResponse) (string, error) {
	var err error
	if len(resp.Choices) == 0 {
		err = errors.New("no choices")
	}
	if err != nil {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func askedAgain(ask func() openai.ChatCompletionResponse) string {
	resp := ask()
	for len(resp.Choices) == 0 {
		resp = ask()
	}
	return resp.Choices[0].Message.Content
}

func madeUp(resp openai.ChatCompletionResponse) string {
	if len(resp.Choices) == 0 {
		resp.Choices = []openai.ChatCompletionChoice{{}}
	}
	return resp.Choices[0].Message.Content
}

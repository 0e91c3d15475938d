package lists

import openai "github.com/sashabaranov/go-openai"

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
	return resp.Choices[0].Message.Content // want `resp.Choices\[0\] is taken without`
}

func both(resp openai.ChatCompletionResponse) (string, string) {
	text := resp.Choices[0].Message.Content // want `resp.Choices\[0\] is taken without`
	return text, resp.Choices[0].Message.Role
}

// Who takes another than the first or the last one has a reason for the number.
func numbered(resp openai.ChatCompletionResponse, i int, n func() int) string {
	return resp.Choices[1].Message.Content + resp.Choices[i-1].Message.Content + resp.Choices[n()-1].Message.Content
}

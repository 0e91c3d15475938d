package funcs

import (
	"context"
	"regexp"

	openai "github.com/sashabaranov/go-openai"
)

var secret = regexp.MustCompile(`key-[0-9a-f]+`)

// mask leaves out what nobody else may read.
func mask(text string) (string, int) {
	n := 0
	text = secret.ReplaceAllStringFunc(text, func(string) string {
		n++
		return "[a key that was left out of the text here]"
	})
	return secret.ReplaceAllString(text, "[one more key that was left out]"), n
}

func masked(ctx context.Context, c *openai.Client, letter string) error {
	text, _ := mask("Sum up the letter and name who has written it:\n" + letter) // want `user prompt hardcoded in masked \(10 words`
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleUser, Content: text}}})
	return err
}

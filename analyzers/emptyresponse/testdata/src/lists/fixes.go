package lists

import (
	"fmt"

	openai "github.com/sashabaranov/go-openai"
)

func measured(resp openai.ChatCompletionResponse, note *string) (int, bool, *string, error) {
	fmt.Println(resp.ID)
	return len(resp.Choices[0].Message.Content), true, note, nil // want `resp.Choices\[0\] is taken without`
}

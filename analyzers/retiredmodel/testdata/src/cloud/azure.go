package cloud

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

func Azure(ctx context.Context) {
	c := openai.NewClientWithConfig(openai.DefaultAzureConfig("key", "https://resource.openai.azure.com"))
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4-32k"})
}

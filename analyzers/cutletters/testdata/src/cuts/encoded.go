package cuts

import (
	"encoding/base64"

	openai "github.com/sashabaranov/go-openai"
)

// Every character of what is encoded is one byte.
func Picture(encoded, kind string) openai.ChatCompletionMessage {
	uri := "data:" + kind + ";base64," + encoded
	return user("The picture begins with " + uri[:80])
}

func Attachment(content []byte) openai.ChatCompletionMessage {
	text := base64.StdEncoding.EncodeToString(content)
	return user("The file begins with " + text[:limit])
}

func Link(url string) openai.ChatCompletionMessage {
	link := "see " + url
	return user("The page is at " + link[:80]) // want `link\[:80\] cuts text for a model at a byte`
}

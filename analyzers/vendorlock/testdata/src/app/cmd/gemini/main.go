// A program that is named after a vendor is a user of its adapter, not the adapter: what it hands over, the adapter asked for.
package main

import (
	"fmt"

	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

func main() {
	var c *genai.Client
	fmt.Println(c, openai.PromptTokensDetails{CachedTokens: 1})
}

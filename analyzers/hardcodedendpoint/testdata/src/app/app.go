// Command app chooses its vendor, as a program may.
package main

import openai "github.com/sashabaranov/go-openai"

func main() {
	cfg := openai.DefaultConfig("key")
	cfg.BaseURL = "https://api.groq.com/openai/v1"
	_ = openai.NewClientWithConfig(cfg)
}

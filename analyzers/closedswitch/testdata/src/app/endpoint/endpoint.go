// Package endpoint has an alternative for whatever speaks a known format.
package endpoint

import (
	"errors"
	"os"

	"app/model"

	"github.com/sashabaranov/go-openai"
)

type Config struct{ Provider, URL, Key string }

func New(c Config) (any, error) {
	switch c.Provider {
	case "claude":
		return model.NewClaude()
	case "ollama":
		return model.NewOllama(), nil
	case "compatible":
		config := openai.DefaultConfig(c.Key)
		config.BaseURL = c.URL
		return openai.NewClientWithConfig(config), nil
	}
	return nil, errors.New("unknown provider")
}

// Own reads the address of one more, which only the user of the program sets.
func Own(c Config) (any, error) {
	switch c.Provider { // want `Own can only create its 3 built-in alternatives`
	case "claude":
		return model.NewClaude()
	case "ollama":
		return model.NewOllama(), nil
	case "compatible":
		config := openai.DefaultConfig(c.Key)
		config.BaseURL = os.Getenv("BASE_URL")
		return openai.NewClientWithConfig(config), nil
	}
	return nil, errors.New("unknown provider")
}

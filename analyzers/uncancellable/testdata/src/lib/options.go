package lib

import (
	"net/http"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func Option(key string) openai.Client {
	return openai.NewClient(option.WithAPIKey(key), option.WithHTTPClient(&http.Client{})) // want `http.Client passed to openai-go has no timeout, and that SDK sets none`
}

package lib

import (
	"net/http"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func Option(key string) openai.Client {
	return openai.NewClient(option.WithAPIKey(key), option.WithHTTPClient(&http.Client{})) // want `this http.Client has no timeout and the SDK openai-go`
}

// Package limited bounds the calls by an option of the SDK.
package limited

import (
	"net/http"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func New(key string) openai.Client {
	return openai.NewClient(option.WithAPIKey(key), option.WithHTTPClient(&http.Client{}), option.WithRequestTimeout(time.Minute))
}

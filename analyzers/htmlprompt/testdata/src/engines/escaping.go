package engines

import (
	"bytes"
	"context"
	"encoding/json"

	openai "github.com/sashabaranov/go-openai"
)

func escaping(ctx context.Context, c *openai.Client, s source) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	if e.Encode(s) == nil { // want `Encode of encoding/json escapes`
		ask(ctx, c, "Review: "+b.String())
	}
}

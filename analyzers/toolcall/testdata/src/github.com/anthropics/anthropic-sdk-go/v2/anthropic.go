// Package anthropic has what the tests need of the SDK, whose response types keep the JSON that they were made from.
package anthropic

import (
	"encoding/json"

	"github.com/anthropics/anthropic-sdk-go/v2/packages/respjson"
)

type ToolUseBlock struct {
	ID, Name string
	Input    json.RawMessage
	JSON     struct{ ID, Name, Input respjson.Field }
}

package whole

import (
	"context"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type weather struct {
	City  string `json:"city" jsonschema:"The city and state, e.g. Palo Alto, CA"`
	Unit  string `json:"unit" jsonschema:"description=The unit\\, spelt out"`    // want `the tag of Unit is rejected with an error, since it starts with "description=" \(jsonschema\.For\)`
	Days  int    `json:"days" jsonschema:"required,description=How many days"`   // want `the tag of Days is rejected with an error, since it starts with "required,description=" \(jsonschema\.For\)`
	Zip   string `json:"zip" jsonschema:"required"`                              // want `the tag of Zip describes the field to the model as "required" \(jsonschema\.For\)`
	Place string `json:"place" jsonschema_description:"Where, as people say it"` // want `the tag of Place is ignored, so the model sees no description \(jsonschema\.For\)`
	Sum   string `json:"sum" jsonschema:"Something like a=b"`
}

type in struct {
	Text string `json:"text" jsonschema:"description=The text"` // want `the tag of Text is rejected with an error, since it starts with "description=" \(mcp\.AddTool\)`
}

type Out struct {
	Text string `json:"text" jsonschema:"description=The text"` // given by hand below
}

func handle(context.Context, *mcp.CallToolRequest, in) (*mcp.CallToolResult, Out, error) {
	return nil, Out{}, nil
}

func Register(s *mcp.Server) {
	jsonschema.For[weather](nil)
	mcp.AddTool(s, &mcp.Tool{Name: "echo", Description: "Sends back what it gets.", OutputSchema: &jsonschema.Schema{}}, handle)
}

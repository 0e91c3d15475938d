// Package reflected has fields whose schema and whose decoder do not agree.
package reflected

import (
	"context"
	"net"
	"net/netip"
	"net/url"
	"time"

	"github.com/anthropics/anthropic-sdk-go/toolrunner"
	fork "github.com/eino-contrib/jsonschema"
	"github.com/invopop/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type id [16]byte

func (id) MarshalText() ([]byte, error) { return nil, nil }
func (*id) UnmarshalText([]byte) error  { return nil }

type page struct {
	Address url.URL    `json:"address"` // want `the type of Address is a text in the schema, but encoding/json reads it from an object`
	From    netip.Addr `json:"from"`    // want `the type of From is read from text, but its schema follows its structure`
	ID      *id        `json:"id"`      // want `the type of ID is read from text, but its schema follows its structure`
	IP      net.IP     `json:"ip"`
	Read    time.Time  `json:"read"`
	Days    int        `json:"days,omitzero"`
	Told    told       `json:"told"`
}

// told says itself what its schema is.
type told id

func (told) MarshalText() ([]byte, error)   { return nil, nil }
func (told) JSONSchema() *jsonschema.Schema { return nil }

type span struct {
	Since time.Time `json:"since,omitzero"` // want `the tag of Since has omitzero, which this release of the reflector does not know, so the field is required`
	Until time.Time `json:"until,omitempty,omitzero"`
}

var (
	_ = jsonschema.Reflect(page{})
	_ = fork.Reflect(span{})
)

type city struct {
	Name  string   `json:"name"` // want `the schema of Name leaves it optional, like all fields without jsonschema:"required"`
	State string   `json:"state"`
	Note  *string  `json:"note"`
	Tags  []string `json:"tags"`
}

type marked struct {
	Name  string `json:"name" jsonschema:"required"`
	State string `json:"state"`
}

type free struct {
	Name  string `json:"name,omitempty"`
	State string `json:"state,omitzero"`
}

type answer struct {
	Counts map[string]int `json:"counts"` // want `the type of Counts is an object in the schema, but a nil map is written as null`
	Names  map[string]int `json:"names,omitempty"`
	List   []string       `json:"list"`
}

type question struct {
	Filter map[string]string `json:"filter"`
}

func register(s *mcp.Server) {
	toolrunner.NewBetaToolFromJSONSchema("a", "", func(context.Context, city) (string, error) { return "", nil })
	toolrunner.NewBetaToolFromJSONSchema("b", "", func(context.Context, marked) (string, error) { return "", nil })
	toolrunner.NewBetaToolFromJSONSchema("c", "", func(context.Context, free) (string, error) { return "", nil })
	mcp.AddTool(s, &mcp.Tool{Name: "count", Description: "Counts the words of an answer."}, func(context.Context, *mcp.CallToolRequest, question) (*mcp.CallToolResult, answer, error) {
		return nil, answer{}, nil
	})
}

// Package documents gives values to the AWS SDK as documents.
package documents

import (
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/document"
	"github.com/invopop/jsonschema"
)

type result struct {
	City    string `json:"city"`
	MaxDays int    `json:"max_days"` // want `the tag of MaxDays is not read by documents, which write and expect "MaxDays"`
	MinDays int    `json:"min_days"`
}

type written struct {
	MaxDays int `json:"max_days" document:"max_days"`
}

var (
	_ = document.NewLazyDocument(result{})
	_ = document.NewLazyDocument(written{})
	_ = document.NewLazyDocument(map[string]any{"max_days": 1})
	_ = document.NewLazyDocument(jsonschema.Reflect(map[string]int{})) // want `the tag of Version is not read by documents, which write and expect "Version"`
)

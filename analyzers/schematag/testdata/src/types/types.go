// Package types declares what another package makes a schema of. Nothing is known here of how the tags are read.
package types

type Shared struct {
	City string `json:"city" jsonschema:"description=The city, as people call it"`
}

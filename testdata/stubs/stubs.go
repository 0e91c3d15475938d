// Package stubs holds the stubs of the SDKs, so that the demo can check code that uses them without a network.
package stubs

import "embed"

// FS has each stub at src/ and its import path.
//
//go:embed src
var FS embed.FS

// Command has tags that no other package can read.
package main

import google "github.com/google/jsonschema-go/jsonschema"

type Query struct {
	Text string `json:"text" jsonschema:"description=The words"` // want `the tag of Text is rejected with an error`
}

func main() { google.For[Query](nil) }

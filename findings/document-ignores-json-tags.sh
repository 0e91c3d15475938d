#!/usr/bin/env bash
# Tool arguments, results and schemas lose their names on the way to Bedrock, and numbers come back as text.
#
# github.com/aws/aws-sdk-go-v2/service/bedrockruntime v1.63.11 (package document), Go 1.26, seen on 2026-11-30.
#
# Converse holds the schema of a tool, its arguments and its results in documents. document.NewLazyDocument encodes a struct by the
# tag document and does not read json tags, nor MarshalJSON: what a model is sent has the names of Go's fields, and a
# json.RawMessage is a list of numbers. A reflected schema, handed over as it is, is an object of Go field names that says nothing
# of the arguments. UnmarshalSmithyDocument finds a field by its Go name in any case of letters, leaves MaxDays empty for max_days
# without an error, and a number in an any is a document.Number, whose kind is string, so the usual assertion to float64 fails.
#
# Output seen:
#	sent: {"MaxDays":2,"Raw":[123,125]}
#	decoded: {MaxDays:0 Raw:[]}, error <nil>
#	max_days in an any: document.Number, a string
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/document"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/types"
)

type arguments struct {
	MaxDays int             `json:"max_days"`
	Raw     json.RawMessage `json:"raw"`
}

const answer = `{"output":{"message":{"role":"assistant","content":[{"toolUse":{"toolUseId":"a","name":"weather","input":{"max_days":2}}}]}},"stopReason":"tool_use"}`

func main() {
	sent, err := document.NewLazyDocument(arguments{MaxDays: 2, Raw: json.RawMessage("{}")}).MarshalSmithyDocument()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("sent: %s\n", sent)

	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Write([]byte(answer))
	}))
	defer server.Close()
	client := bedrockruntime.New(bedrockruntime.Options{
		Region: "us-east-1", BaseEndpoint: aws.String(server.URL), Credentials: credentials.NewStaticCredentialsProvider("none", "none", ""),
	})
	out, err := client.Converse(context.Background(), &bedrockruntime.ConverseInput{ModelId: aws.String("m")})
	if err != nil {
		log.Fatal(err)
	}
	input := out.Output.(*types.ConverseOutputMemberMessage).Value.Content[0].(*types.ContentBlockMemberToolUse).Value.Input
	var decoded arguments
	err = input.UnmarshalSmithyDocument(&decoded)
	fmt.Printf("decoded: %+v, error %v\n", decoded, err)
	var free map[string]any
	if err := input.UnmarshalSmithyDocument(&free); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("max_days in an any: %T, a %v\n", free["max_days"], reflect.TypeOf(free["max_days"]).Kind())
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/aws/aws-sdk-go-v2/service/bedrockruntime@v1.63.11 github.com/aws/aws-sdk-go-v2/credentials 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
sent: {"MaxDays":2,"Raw":[123,125]}
decoded: {MaxDays:0 Raw:[]}, error <nil>
max_days in an any: document.Number, a string
WANT

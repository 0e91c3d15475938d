#!/usr/bin/env bash
# Documents are not stored, and a search finds nothing, because the vectors could not be had; the error is nil.
#
# github.com/weaviate/weaviate-go-client/v5 v5.5.0 (the newest that the module proxy lists; v5.7.3 does the same), Go 1.26, seen on 2026-11-30.
#
# A server of Weaviate that lets a model vendor make the vectors answers 200 where that vendor refuses, with the reason in the answer.
# Do of a batch returns a result for each object, and Do of a query one with Errors; the error of both is nil. A program that looks at the
# error only, or writes _, err :=, counts the documents as stored, and answers from an empty search. Read Result.Errors of each object,
# and Errors of the response.
#
# Output seen:
#	batch: error <nil>; object FAILED, remote client: failed with status: 429
#	query: error <nil>; found <nil>, errors: remote client: failed with status: 429
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/weaviate/weaviate-go-client/v5/weaviate"
	"github.com/weaviate/weaviate-go-client/v5/weaviate/graphql"
	"github.com/weaviate/weaviate/entities/models"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		switch r.URL.Path {
		case "/v1/batch/objects":
			fmt.Fprint(w, `[{"class":"Note","result":{"status":"FAILED","errors":{"error":[{"message":"remote client: failed with status: 429"}]}}}]`)
		case "/v1/graphql":
			fmt.Fprint(w, `{"data":{"Get":{"Note":null}},"errors":[{"message":"remote client: failed with status: 429"}]}`)
		default:
			fmt.Fprint(w, `{"version":"1.33.0"}`)
		}
	}))
	defer server.Close()
	ctx := context.Background()
	client, err := weaviate.NewClient(weaviate.Config{Scheme: "http", Host: server.Listener.Addr().String()})
	if err != nil {
		log.Fatal(err)
	}
	note := &models.Object{Class: "Note", Properties: map[string]any{"text": "Rain."}}
	objects, err := client.Batch().ObjectsBatcher().WithObjects(note).Do(ctx)
	fmt.Printf("batch: error %v; object %s, %s\n", err, *objects[0].Result.Status, objects[0].Result.Errors.Error[0].Message)

	nearText := client.GraphQL().NearTextArgBuilder().WithConcepts([]string{"weather"})
	response, err := client.GraphQL().Get().WithClassName("Note").WithNearText(nearText).WithFields(graphql.Field{Name: "text"}).Do(ctx)
	fmt.Printf("query: error %v; found %v, errors: %s\n", err, response.Data["Get"].(map[string]any)["Note"], response.Errors[0].Message)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/weaviate/weaviate-go-client/v5@v5.5.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
batch: error <nil>; object FAILED, remote client: failed with status: 429
query: error <nil>; found <nil>, errors: remote client: failed with status: 429
WANT

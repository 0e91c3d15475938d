#!/usr/bin/env bash
# A file that could not be indexed is waited for without an error.
#
# github.com/openai/openai-go/v3 v3.99.0 (the newest), Go 1.26, seen on 2026-11-30.
#
# VectorStores.Files.NewAndPoll adds a file to a vector store and waits until it is done. Done is also failed: a file of an unknown
# encoding, or with no text in it, comes back with the status failed, the reason in LastError, and a nil error. Of a batch, the status
# is completed although files in it failed; FileCounts tells. The model then answers without them.
#
# Output seen:
#	file:  failed, "The file could not be parsed because it is not supported.", error <nil>
#	batch: completed, 2 of 3 files failed, error <nil>
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if strings.Contains(r.URL.Path, "file_batches") {
			fmt.Fprint(w, `{"id":"b","object":"vector_store.files_batch","status":"completed","file_counts":{"completed":1,"failed":2,"in_progress":0,"cancelled":0,"total":3}}`)
			return
		}
		fmt.Fprint(w, `{"id":"f","object":"vector_store.file","status":"failed","last_error":{"code":"unsupported_file","message":"The file could not be parsed because it is not supported."}}`)
	}))
	defer server.Close()
	ctx := context.Background()
	client := openai.NewClient(option.WithAPIKey("none"), option.WithBaseURL(server.URL))
	file, err := client.VectorStores.Files.NewAndPoll(ctx, "vs", openai.VectorStoreFileNewParams{FileID: "f"}, 1)
	fmt.Printf("file:  %s, %q, error %v\n", file.Status, file.LastError.Message, err)
	batch, err := client.VectorStores.FileBatches.NewAndPoll(ctx, "vs", openai.VectorStoreFileBatchNewParams{FileIDs: []string{"f", "g", "h"}}, 1)
	fmt.Printf("batch: %s, %d of %d files failed, error %v\n", batch.Status, batch.FileCounts.Failed, batch.FileCounts.Total, err)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/openai/openai-go/v3@v3.99.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
file:  failed, "The file could not be parsed because it is not supported.", error <nil>
batch: completed, 2 of 3 files failed, error <nil>
WANT

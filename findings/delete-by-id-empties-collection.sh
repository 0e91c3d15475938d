#!/usr/bin/env bash
# Deleting one document by its ID deletes the others too.
#
# github.com/philippgille/chromem-go v0.7.0 (the newest), Go 1.26, seen on 2026-11-30.
#
# Collection.Delete takes a filter and IDs. Whoever reads the two as one condition, "this document, if it is of this tenant", loses
# all documents of the tenant: with a filter, the IDs are not looked at. An empty map is a filter that every document passes, so
# Delete with map[string]string{} and one ID empties the collection, on disk too. Only nil is no filter. No error is returned.
#
# Output seen:
#	nil filter and ID a1: left a2 b1
#	filter tenant=a and ID a1: left b1
#	empty filter and ID a1: left nothing
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

	"github.com/philippgille/chromem-go"
)

func main() {
	show("nil filter", nil)
	show("filter tenant=a", map[string]string{"tenant": "a"})
	show("empty filter", map[string]string{})
}

// show deletes the document a1 of three, with a filter, and prints which are left.
func show(how string, where map[string]string) {
	ctx := context.Background()
	c, err := chromem.NewDB().CreateCollection("notes", nil, func(context.Context, string) ([]float32, error) { return []float32{1, 0}, nil })
	if err != nil {
		log.Fatal(err)
	}
	ids := []string{"a1", "a2", "b1"}
	for _, id := range ids {
		if err := c.AddDocument(ctx, chromem.Document{ID: id, Content: "note", Metadata: map[string]string{"tenant": id[:1]}}); err != nil {
			log.Fatal(err)
		}
	}
	if err := c.Delete(ctx, where, nil, "a1"); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s and ID a1: left", how)
	if c.Count() == 0 {
		fmt.Print(" nothing")
	}
	for _, id := range ids {
		if _, err := c.GetByID(ctx, id); err == nil {
			fmt.Print(" ", id)
		}
	}
	fmt.Println()
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/philippgille/chromem-go@v0.7.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
nil filter and ID a1: left a2 b1
filter tenant=a and ID a1: left b1
empty filter and ID a1: left nothing
WANT

#!/usr/bin/env bash
# A model that obeys the schema of a URL is refused by the decoder.
#
# github.com/invopop/jsonschema v0.14.0, Go 1.26, seen on 2026-11-30.
#
# The reflector knows url.URL and calls it a string of format uri. encoding/json does not: url.URL has no method for text, only one
# for binary, and is read from an object of its fields. So an answer, or the arguments of a tool, that follow the schema cannot be
# decoded. (For the other types that the reflector knows, time.Time and net.IP, both agree.)
#
# Output seen:
#	schema {"type":"string","format":"uri"}
#	decoding: json: cannot unmarshal string into Go struct field page.address of type url.URL
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/url"

	"github.com/invopop/jsonschema"
)

type page struct {
	Address url.URL `json:"address"`
}

func main() {
	address, _ := (&jsonschema.Reflector{DoNotReference: true}).Reflect(page{}).Properties.Get("address")
	data, err := json.Marshal(address)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("schema %s\n", data)
	var p page
	fmt.Println("decoding:", json.Unmarshal([]byte(`{"address":"https://example.com/a"}`), &p))
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/invopop/jsonschema@v0.14.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
schema {"type":"string","format":"uri"}
decoding: json: cannot unmarshal string into Go struct field page.address of type url.URL
WANT

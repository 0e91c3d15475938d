#!/usr/bin/env bash
# The schema of a generic type refers to nothing.
#
# github.com/invopop/jsonschema v0.14.0, read by github.com/google/jsonschema-go v0.4.3, Go 1.26, seen on 2026-11-30.
#
# The reflector names a definition by the type, and the name of an instance of a generic type holds the path of the argument's
# package, slashes and all: Page[net/url.Userinfo]. The reference to it is "#/$defs/Page[net/url.Userinfo]", in which each slash is
# a step of a JSON pointer, so whoever resolves it finds nothing and refuses the schema. Types of package main have no slash in
# their name and work, as in most trials. DoNotReference works.
#
# Output seen:
#	Page[main.Item]: <nil>
#	Page[net/url.Userinfo]: JSON Pointer "/$defs/Page[net/url.Userinfo]": no key "Page[net" in map
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

	google "github.com/google/jsonschema-go/jsonschema"
	invopop "github.com/invopop/jsonschema"
)

type Page[T any] struct {
	Items []T `json:"items"`
}

type Item struct {
	Name string `json:"name"`
}

func main() {
	show("Page[main.Item]", Page[Item]{})
	show("Page[net/url.Userinfo]", Page[url.Userinfo]{})
}

func show(name string, value any) {
	data, err := json.Marshal(invopop.Reflect(value))
	if err != nil {
		log.Fatal(err)
	}
	var schema google.Schema
	if err := json.Unmarshal(data, &schema); err != nil {
		log.Fatal(err)
	}
	_, err = schema.Resolve(nil)
	fmt.Printf("%s: %v\n", name, err)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/invopop/jsonschema@v0.14.0 github.com/google/jsonschema-go@v0.4.3 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
Page[main.Item]: <nil>
Page[net/url.Userinfo]: JSON Pointer "/$defs/Page[net/url.Userinfo]": no key "Page[net" in map
WANT

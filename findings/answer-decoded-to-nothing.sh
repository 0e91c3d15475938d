#!/usr/bin/env bash
# The answer of a server is decoded to nothing, and there is no error.
#
# github.com/go-resty/resty/v2 v2.17.2 and resty.dev/v3 v3.0.0-rc.4 against github.com/imroc/req/v3 v3.57.0, Go 1.26, seen on 2026-11-30.
#
# SetResult of resty says where the answer is decoded to. It is decoded only if its Content-Type names JSON, or XML: with another, and a
# handler of Go that writes JSON and sets no type sends text/plain, the struct stays as it was, the status is 200 and the error nil. The
# program goes on with the empty text of a model. The body is there. ForceContentType (v2) decodes it; req decodes it by itself.
#
# Output seen:
#	type sent: text/plain; charset=utf-8
#	resty v2: 200 <nil> "", body {"response":"Fine."}
#	resty v3: 200 <nil> ""
#	req:      200 <nil> "Fine."
#	resty v2, ForceContentType: 200 <nil> "Fine."
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
	"net/http"
	"net/http/httptest"

	"github.com/go-resty/resty/v2"
	"github.com/imroc/req/v3"
	resty3 "resty.dev/v3"
)

type answer struct {
	Response string `json:"response"`
}

func main() {
	text, err := json.Marshal(answer{"Fine."})
	if err != nil {
		log.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(text) }))
	defer server.Close()

	var a answer
	second, err := resty.New().R().SetResult(&a).Post(server.URL)
	fmt.Println("type sent:", second.Header().Get("Content-Type"))
	fmt.Printf("resty v2: %d %v %q, body %s\n", second.StatusCode(), err, a.Response, second.Body())

	a = answer{}
	client := resty3.New()
	defer client.Close()
	third, err := client.R().SetResult(&a).Post(server.URL)
	fmt.Printf("resty v3: %d %v %q\n", third.StatusCode(), err, a.Response)

	a = answer{}
	other, err := req.C().R().SetSuccessResult(&a).Post(server.URL)
	fmt.Printf("req:      %d %v %q\n", other.StatusCode, err, a.Response)

	a = answer{}
	second, err = resty.New().R().SetResult(&a).ForceContentType("application/json").Post(server.URL)
	fmt.Printf("resty v2, ForceContentType: %d %v %q\n", second.StatusCode(), err, a.Response)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/go-resty/resty/v2@v2.17.2 resty.dev/v3@v3.0.0-rc.4 github.com/imroc/req/v3@v3.57.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
type sent: text/plain; charset=utf-8
resty v2: 200 <nil> "", body {"response":"Fine."}
resty v3: 200 <nil> ""
req:      200 <nil> "Fine."
resty v2, ForceContentType: 200 <nil> "Fine."
WANT

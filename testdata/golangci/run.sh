#!/bin/sh
# Builds golangci-lint with the plugin and compares what it says of a sample with what go vet -vettool says.
# It needs the Go module proxy, and some minutes for the first build. Prints "the same" and the number of findings.
set -eu
version=v2.15.0
repo=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# golangci-lint custom does this from a clone, .custom-gcl.yml naming the plugin. Here the proxy is the source.
mkdir "$work/custom" && cd "$work/custom"
cat > main.go <<'EOF'
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/zahariacheck/zahariacheck/cmd/gclplugin"
)

func main() {
	if err := commands.Execute(commands.BuildInfo{Version: "custom"}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitcodes.Failure)
	}
}
EOF
cat > go.mod <<EOF
module example.com/custom

go 1.26.0

require (
	github.com/golangci/golangci-lint/v2 $version
	github.com/zahariacheck/zahariacheck v0.0.0
)

replace github.com/zahariacheck/zahariacheck => $repo
EOF
go mod tidy > /dev/null 2>&1
go build -o "$work/custom-gcl" .
go build -C "$repo" -o "$work/zahariacheck" ./cmd/zahariacheck

# The sample: programs that use the real SDKs, and some plain code. What is configured is the same in both forms.
cp -R "$repo/testdata/e2e" "$work/sample"
cp -R "$repo/testdata/golangci/sample" "$work/sample/plain"
cd "$work/sample"
rm -f ./*.go
cat > .zahariacheck.yml <<'EOF'
rules: {initeffect: on, stubapi: on, emptyresponse: off}
vendors: [{accept: genai, why: the sample shows it}]
EOF
cat > .golangci.yml <<'EOF'
version: "2"
linters:
  default: none
  enable: [zahariacheck]
  settings:
    custom:
      zahariacheck:
        type: module
        settings:
          rules: {initeffect: on, stubapi: on, emptyresponse: off}
          vendors: [{accept: genai, why: the sample shows it}]
issues:
  max-issues-per-linter: 0
  max-same-issues: 0
EOF

# In both: FILE:LINE:COLUMN and the message with its citation. golangci-lint adds the rule and the linter to it.
GOLANGCI_LINT_CACHE="$work/cache" "$work/custom-gcl" run --issues-exit-code=0 --show-stats=false \
	--output.text.path=stdout --output.text.print-issued-lines=false --output.text.colors=false ./... |
	sed -E 's/^([^ ]+:[0-9]+:[0-9]+: )[a-z]+: /\1/; s/ \(zahariacheck\)$//' | sort > "$work/golangci"
go vet -vettool="$work/zahariacheck" ./... 2>&1 | grep -v -e '^#' -e ': 	' | sed 's/^\.\///' | sort > "$work/vet" || true

if ! diff "$work/vet" "$work/golangci"; then
	echo 'golangci-lint (>) and go vet (<) differ'
	exit 1
fi
test -s "$work/vet"
echo "the same $(wc -l < "$work/vet" | tr -d ' ') findings"

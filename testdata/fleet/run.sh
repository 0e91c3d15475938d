#!/bin/sh
# Shows that machines of a fleet share the results of go vet -vettool by GOCACHEPROG: two machines, here two folders with caches of
# their own, and a cache server on the loopback interface. Both check a sample; the second, whose caches are empty, must not run zahariacheck
# once, and must print the same findings. It needs the Go module proxy, for the cache program, and curl.
set -eu
version=v0.0.0-20260722201841-0bb331e19f64
repo=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT

for program in go-cacher go-cacher-server; do
	(cd "$work" && GOBIN="$work" GOFLAGS='' GOWORK=off go install "github.com/bradfitz/go-tool-cache/cmd/$program@$version")
done
go build -C "$repo" -o "$work/zahariacheck" ./cmd/zahariacheck

# The sample: a prompt in one package that another sends, so that facts must come from the cache too.
mkdir -p "$work/sample/texts" "$work/sample/ask"
cat > "$work/sample/go.mod" <<'EOT'
module example.com/sample

go 1.24
EOT
cat > "$work/sample/texts/texts.go" <<'EOT'
package texts

const answer = "Answer the question of the user in one short sentence."

func Answer() string { return answer }
EOT
cat > "$work/sample/ask/ask.go" <<'EOT'
package ask

import (
	"context"

	"example.com/sample/texts"
)

type Model interface {
	Complete(ctx context.Context, prompt string) (string, error)
}

func Ask(ctx context.Context, m Model) (string, error) { return m.Complete(ctx, texts.Answer()) }
EOT

port=31364
"$work/go-cacher-server" -cache-dir="$work/server" -listen="127.0.0.1:$port" 2> "$work/server.log" &
server=$!
# Until it listens; a server that ended, for the port was taken, is seen by kill.
until curl -fs "http://127.0.0.1:$port/" > /dev/null; do kill -0 "$server"; done

# check MACHINE has a machine check the sample. The tool lies elsewhere on each: what it is, not where, is a part of the key.
# -x shows each package that the tool runs on.
check() {
	mkdir -p "$work/$1/bin"
	cp "$work/zahariacheck" "$work/$1/bin/zahariacheck"
	GOFLAGS='' GOWORK=off GOCACHE="$work/$1/go-build" GOCACHEPROG="$work/go-cacher -cache-dir=$work/$1/cacher -cache-server=http://127.0.0.1:$port" \
		go vet -C "$work/sample" -x -vettool="$work/$1/bin/zahariacheck" ./... 2> "$work/$1/log" || true
	grep -c 'vet\.cfg$' "$work/$1/log" > "$work/$1/runs" || true
	grep '\.go:[0-9]' "$work/$1/log" | grep -v '^#' > "$work/$1/findings" || true
	echo "$1 machine: $(cat "$work/$1/runs") runs of zahariacheck, $(wc -l < "$work/$1/findings" | tr -d ' ') lines of findings"
}
check first
check second
grep -q 'text of texts.Answer' "$work/first/findings"
test "$(cat "$work/first/runs")" -gt 0
test "$(cat "$work/second/runs")" -eq 0
cmp "$work/first/findings" "$work/second/findings"

echo '
// A change.' >> "$work/sample/ask/ask.go"
echo 'after a change of one package:'
check second
test "$(cat "$work/second/runs")" -eq 1
cmp "$work/first/findings" "$work/second/findings"

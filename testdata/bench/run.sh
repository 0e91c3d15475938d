#!/bin/sh
# Times zahariacheck beside staticcheck and golangci-lint on a checkout of a Go module, and prints a Markdown table of medians.
#
#	run.sh [-rounds N] [-tests] [-vet] CHECKOUT
#
# The build cache is full before the first measured run, as on a machine that builds the module. A first run has the tool's own cache
# empty; a cached run is the same again, with nothing changed. Tools take turns, so that what else the machine does
# falls on all. Memory is that of the largest process. -tests has all look at test files too. -vet times go vet with and
# without zahariacheck, which is slow: go vet asks a tool about each dependency, the standard library too, and keeps the answers.
# It needs Linux, GNU time as /usr/bin/time, and the Go module proxy.
set -eu
staticcheck=v0.8.2
golangci=v2.15.0
rounds=3 tests=false vet=false
while [ $# -gt 1 ]; do
	case $1 in
	-rounds) rounds=$2 && shift ;;
	-tests) tests=true ;;
	-vet) vet=true ;;
	*) break ;;
	esac
	shift
done
if [ $# -ne 1 ] || [ ! -f "$1/go.mod" ]; then
	echo 'usage: run.sh [-rounds N] [-tests] [-vet] CHECKOUT, the folder of a go.mod' >&2
	exit 2
fi
checkout=$(cd "$1" && pwd)
repo=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "installing staticcheck $staticcheck and golangci-lint $golangci" >&2
(cd "$work" && GOBIN="$work" GOFLAGS='' GOWORK=off go install "honnef.co/go/tools/cmd/staticcheck@$staticcheck")
(cd "$work" && GOBIN="$work" GOFLAGS='' GOWORK=off go install "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$golangci")
go build -C "$repo" -o "$work/zahariacheck" ./cmd/zahariacheck
go build -o "$work/vet" cmd/vet
cd "$checkout"

# timed NAME COMMAND... runs a command and notes its seconds and KiB in a file of that name. Findings, with status 1, are no failure.
timed() {
	name=$1 && shift
	status=0
	/usr/bin/time -o "$work/time" -f '%e %M' "$@" > /dev/null 2> "$work/stderr" || status=$?
	if [ $status -gt 1 ]; then
		printf '%s: exit status %s\n' "$*" $status >&2
		tail -n 5 "$work/stderr" >&2
		exit 1
	fi
	tail -n 1 "$work/time" >> "$work/$name"
}

gocache=$(go env GOCACHE) # which lies below XDG_CACHE_HOME by default
run_zahariacheck() { GOCACHE="$gocache" XDG_CACHE_HOME="$work/cache.$2" timed "$1" "$work/zahariacheck" -test=$tests ./...; }
run_staticcheck() { STATICCHECK_CACHE="$work/cache.$2" timed "$1" "$work/staticcheck" -tests=$tests ./...; }
# Without the checkout's own configuration: its default linters.
run_golangci() {
	GOLANGCI_LINT_CACHE="$work/cache.$2" timed "$1" "$work/golangci-lint" run --no-config --issues-exit-code=1 --tests=$tests ./...
}

# median FILE COLUMN
median() {
	awk -v c="$2" '{ print $c }' "$work/$1" | sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

# row TITLE NAME BASE prints medians, and how many times those of BASE they are.
row() {
	first=$(median "$2.first" 1) again=$(median "$2.again" 1) base1=$(median "$3.first" 1) base2=$(median "$3.again" 1)
	kib=$(cat "$work/$2.first" "$work/$2.again" | awk '{ if ($2 > m) m = $2 } END { print m }')
	kib0=$(cat "$work/$3.first" "$work/$3.again" | awk '{ if ($2 > m) m = $2 } END { print m }')
	awk -v title="$1" -v a="$first" -v b="$again" -v c="$kib" -v x="$base1" -v y="$base2" -v z="$kib0" \
		'BEGIN { printf "| %s | %.2f s | %.1f | %.2f s | %.1f | %.0f MiB | %.1f |\n", title, a, a / x, b, b / y, c / 1024, c / z }'
}

echo 'filling the build cache' >&2
for tool in zahariacheck staticcheck golangci; do run_$tool fill fill; done
round=1
while [ $round -le "$rounds" ]; do
	echo "round $round of $rounds" >&2
	for tool in staticcheck golangci zahariacheck; do
		run_$tool $tool.first $tool.$round
		run_$tool $tool.again $tool.$round
	done
	round=$((round + 1))
done

printf '%s at %s, %s packages, %s test files; %s, %s processors, medians of %s rounds, the largest memory of all\n\n' \
	"$(head -n 1 go.mod | cut -d ' ' -f 2)" "$(git rev-parse --short HEAD 2> /dev/null || echo 'no revision')" "$(go list ./... | wc -l)" \
	"$(if $tests; then echo with; else echo without; fi)" "$(go version | cut -d ' ' -f 3)" "$(nproc)" "$rounds"
echo '| tool | first run | × ours | cached run | × ours | peak memory | × ours |'
echo '|---|--:|--:|--:|--:|--:|--:|'
row "zahariacheck $(git -C "$repo" describe --always --dirty)" zahariacheck zahariacheck
row "$("$work/staticcheck" -version)" staticcheck zahariacheck
row "golangci-lint $golangci, its default linters" golangci zahariacheck
$vet || exit 0

# A tool that go has not seen before gets no answers from the cache. It knows zahariacheck by its bytes, and a released cmd/vet by its name.
# -x shows each package that the tool is asked about.
vetted() {
	timed "$1" go vet -x -vettool="$2" ./...
	grep -c 'vet\.cfg$' "$work/stderr" > "$work/$1.asked" || true
}
vetted fill "$work/zahariacheck" # compiles what only tests import
round=1
while [ $round -le "$rounds" ]; do
	echo "go vet, round $round of $rounds" >&2
	cp "$work/zahariacheck" "$work/ours" && echo "$work $round" >> "$work/ours"
	vetted ours.first "$work/ours"
	vetted ours.again "$work/ours"
	tool="$work/vet$(basename "$work" | tr -cd '[:alnum:]')$round"
	cp "$work/vet" "$tool"
	vetted vet.first "$tool"
	vetted vet.again "$tool"
	round=$((round + 1))
done
printf '\nThe same under go vet, which asked the tools about %s and %s packages at first, and about %s and %s when nothing had changed\n\n' \
	"$(cat "$work/ours.first.asked")" "$(cat "$work/vet.first.asked")" "$(cat "$work/ours.again.asked")" "$(cat "$work/vet.again.asked")"
echo '| tool | first run | × ours | cached run | × ours | peak memory | × ours |'
echo '|---|--:|--:|--:|--:|--:|--:|'
row 'go vet -vettool=zahariacheck' ours ours
row 'go vet' vet ours

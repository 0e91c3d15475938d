#!/usr/bin/env bash
# A profile beside one program doubles the packages that go list names, those of the standard library too.
#
# go1.26.8, seen on 2026-11-30.
#
# The go command compiles what a program imports again for a program with a file default.pgo in its folder. Where a module has another
# program too, go list -deps prints such a package twice, once as "path [program]"; types of the two are not identical, and with -compiled
# nothing tells which of them files that cgo made belong to. Tools that list packages meet this without any flag: the profile alone does it.
# With -pgo=off each package is there once.
#
# Output seen:
#	example.com/app/lib
#	example.com/app/lib [example.com/app/cmd/one]
#	errors: 2
#	with -pgo=off: 1
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOFLAGS= GOWORK=off GOTOOLCHAIN=go1.26.8
mkdir -p cmd/one cmd/two lib
printf 'module example.com/app\n\ngo 1.26\n' >go.mod
printf 'package lib\n\nimport "errors"\n\nvar Err = errors.New("none")\n' >lib/lib.go
for name in one two; do
	printf 'package main\n\nimport "example.com/app/lib"\n\nfunc main() { panic(lib.Err) }\n' >cmd/$name/main.go
done
: >cmd/one/default.pgo
out=$(
	go list -deps ./... | grep '^example.com/app/lib' | sort
	echo "errors: $(go list -deps ./... | grep -c '^errors\( \|$\)')"
	echo "with -pgo=off: $(go list -pgo=off -deps ./... | grep -c '^errors\( \|$\)')"
)
echo "$out"
[ "$out" = 'example.com/app/lib
example.com/app/lib [example.com/app/cmd/one]
errors: 2
with -pgo=off: 1' ]

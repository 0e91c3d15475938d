// Zahariacheck finds bugs and design mistakes in Go programs that call language models, and cites the principle behind each.
//
//	zahariacheck [flags] [packages]
//	go vet -vettool=$(which zahariacheck) [packages]
//	zahariacheck help
package main

import (
	"os"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/command"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/vettool"
)

func main() {
	args := os.Args[1:]
	if vettool.Called(args) {
		vettool.Main()
	}
	run := func() int { return command.Run(args, os.Stdout, os.Stderr) }
	if command.Checks(args) {
		os.Exit(isolate.Run(run))
	}
	os.Exit(run())
}

// Zahariacheck finds design mistakes in Go programs that call language models, and cites the principle behind each.
//
//	zahariacheck [flags] [packages]
//	go vet -vettool=$(which zahariacheck) [packages]
//	zahariacheck help
package main

import (
	"os"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/command"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/vettool"
)

func main() {
	if vettool.Called(os.Args[1:]) {
		vettool.Main()
	}
	os.Exit(command.Run(os.Args[1:], os.Stdout, os.Stderr))
}

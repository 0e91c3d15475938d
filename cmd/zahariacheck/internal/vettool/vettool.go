// Package vettool is zahariacheck as a tool that the go command calls: go vet -vettool and go fix -fixtool.
package vettool

import (
	"crypto/sha256"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/ruleflag"
)

const versionFlag = "-V=full"

// Called reports whether these are the arguments that the go command gives to a vet tool: a question for its version
// or its flags, or the description of one package as the last argument.
func Called(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return args[0] == versionFlag || args[0] == "-flags" || strings.HasSuffix(args[len(args)-1], ".cfg")
}

// Main answers the go command. It does not return.
func Main() {
	if os.Args[1] == versionFlag {
		id, err := buildID()
		if err != nil {
			log.Fatalf("zahariacheck: %v", err)
		}
		fmt.Printf("zahariacheck version devel buildID=%x\n", id)
		os.Exit(0)
	}
	ruleflag.Scan(os.Args[1:])
	multichecker.Main(analyzers.All()...)
	panic("unreachable: multichecker.Main exits")
}

// buildID is a hash of this program and of the configuration file that holds here. The go command keeps what a vet
// tool printed under the tool's build ID, the flags and the package: were the configuration not part of it, an edit of
// that file would be answered with findings from before.
func buildID() ([]byte, error) {
	h := sha256.New()
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if err := addFile(h, program); err != nil {
		return nil, err
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	if file := config.Find(dir); file != "" {
		fmt.Fprintf(h, "\x00%s\x00", file)
		if err := addFile(h, file); err != nil {
			return nil, err
		}
	}
	return h.Sum(nil), nil
}

func addFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

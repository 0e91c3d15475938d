// Package vettool is zahariacheck as a tool that the go command calls: go vet -vettool and go fix -fixtool.
package vettool

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/identity"
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

// Main answers the go command. It does not return. A configuration that is wrong is told of when the go command asks for
// the version, once.
func Main() {
	log.SetFlags(0)
	log.SetPrefix("zahariacheck: ")
	if os.Args[1] == versionFlag {
		// Asked for the version once, one can say once what would else make each package fail without a word.
		if advice := check.NewerGo(os.Getenv("GOVERSION")); advice != "" {
			log.Fatal(advice)
		}
		id, err := buildID()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("zahariacheck version devel buildID=%x\n", id)
		os.Exit(0)
	}
	file := os.Args[len(os.Args)-1]
	pkg := describe(file)
	if strings.HasSuffix(file, ".cfg") && !pkg.released() {
		if _, err := configuration(); err != nil {
			log.Fatal(err)
		}
	}
	ruleflag.RegisterGroups(flag.CommandLine)
	incomplete := analyzers.Incomplete(analyzers.All()...)
	if ruleflag.Scan(os.Args[1:]) { // then only what is named runs
		os.Args = slices.Insert(os.Args, 1, "-"+incomplete.Name)
	}
	if pkg.VetxOnly { // or the rules would run on each dependency, whose findings nobody is shown
		for _, r := range analyzers.Rules() {
			r.Enable(false)
		}
	}
	multichecker.Main(append(analyzers.All(), incomplete)...)
	panic("unreachable: multichecker.Main exits")
}

// configuration reads and applies the configuration file that holds for the folder of the package.
func configuration() (*config.Config, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	return config.For(dir)
}

// A description is what the go command says of a package, as far as it matters here.
type description struct {
	VetxOnly      bool   // only facts are asked for: the package is a dependency
	ModuleVersion string // until Go 1.26
	Module        *struct{ Version string }
}

// describe reads the file in which the go command describes a package. Where it cannot, multichecker will complain.
func describe(file string) (d description) {
	if data, err := os.ReadFile(file); err == nil {
		json.Unmarshal(data, &d)
	}
	return d
}

// released reports whether the package is of a module at some version, that is a dependency: a configuration in its
// folder is that of its authors.
func (d description) released() bool {
	return d.ModuleVersion != "" || d.Module != nil && d.Module.Version != ""
}

// buildID tells this program, with the configuration that holds here, from others (see package identity). The go command keeps
// what a vet tool printed under the tool's build ID, the flags and the package: were the configuration not part of it, an edit of
// that file would be answered with findings from before.
func buildID() ([]byte, error) {
	c, err := configuration()
	if err != nil {
		return nil, err
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	return identity.Of(c, cmp.Or(config.Module(dir), dir))
}

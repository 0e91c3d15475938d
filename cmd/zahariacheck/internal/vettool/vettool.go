// Package vettool is zahariacheck as a tool that the go command calls: go vet -vettool and go fix -fixtool.
package vettool

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/internal/goversion"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/identity"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/ruleflag"
)

const versionFlag = "-V=full"

// Called reports whether these are the arguments that the go command gives to a vet tool: a question for its version
// or its flags, or the description of one package as the last argument. A package can have a name like that of a description, as
// can a file that a flag names.
func Called(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	return args[0] == versionFlag || args[0] == "-flags" || strings.HasSuffix(last, ".cfg") && describe(last).VetxOutput != ""
}

// Main answers the go command. It does not return. Mistakes in a configuration are reported once, when the go command asks for the
// version.
func Main() {
	log.SetFlags(0)
	log.SetPrefix("zahariacheck: ")
	if os.Args[1] == versionFlag {
		// Asked for the version once, one can say once what would else make each package fail without a word.
		if advice := goversion.Newer(os.Getenv("GOVERSION")); advice != "" {
			log.Fatal(advice)
		}
		id, err := buildID()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("zahariacheck version devel buildID=%x\n", id)
		os.Exit(0)
	}
	set := analyzers.NewSettings()
	pkg := describe(os.Args[len(os.Args)-1])
	if pkg.VetxOutput != "" && !pkg.released() {
		if err := pkg.configure(set); err != nil {
			log.Fatal(err)
		}
	}
	for _, f := range ruleflag.Groups(set) {
		flag.Var(f.Value, f.Name, f.Usage)
	}
	all := analyzers.BindAll(set)
	incomplete := analyzers.Incomplete(set, all...)
	if ruleflag.Scan(os.Args[1:], set) { // then only what is named runs
		os.Args = slices.Insert(os.Args, 1, "-"+incomplete.Name)
	}
	if pkg.VetxOnly { // or the rules would run on each dependency, whose findings nobody is shown
		for _, r := range analyzers.Rules() {
			set.Enable(r, false)
		}
	}
	multichecker.Main(append(all, incomplete)...)
	panic("unreachable: multichecker.Main exits")
}

// configuration reads the configuration file that holds for the folder of the package, dir, and applies it.
func configuration(set *analyzers.Settings) (dir string, c *config.Config, err error) {
	if dir, err = os.Getwd(); err != nil {
		return "", nil, err
	}
	c, err = config.For(dir, set)
	return dir, c, err
}

// A description is what the go command says of a package, as far as it matters here.
type description struct {
	VetxOutput    string // where facts go; it is never empty
	ImportMap     map[string]string
	VetxOnly      bool   // only facts are asked for: the package is a dependency
	ModuleVersion string // until Go 1.26
	Module        *struct{ Version string }
}

// describe reads the file in which the go command describes a package. Where it cannot, multichecker will complain.
func describe(file string) (d description) {
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || !strings.HasSuffix(file, ".cfg") {
		return description{}
	}
	data, err := os.ReadFile(file)
	if err != nil || json.Unmarshal(data, &d) != nil {
		return description{}
	}
	return d
}

// configure applies the configuration to a package that is under check, or says why that cannot be checked.
func (d description) configure(set *analyzers.Settings) error {
	dir, c, err := configuration(set)
	if err != nil || d.VetxOnly {
		return err
	}
	if stray := config.Stray(dir, c.File); stray != "" {
		return errors.New(check.IgnoredConfiguration(filepath.Join(filepath.Base(filepath.Dir(stray)), config.Name)))
	}
	for path, real := range d.ImportMap {
		if strings.HasSuffix(real, "/vendor/"+path) {
			return errors.New(check.NoModule)
		}
	}
	return nil
}

// released reports whether the package is of a module at some version, that is a dependency: a configuration in its
// folder is that of its authors.
func (d description) released() bool {
	return d.ModuleVersion != "" || d.Module != nil && d.Module.Version != ""
}

// buildID identifies this program, with the configurations that can hold for a package (see package identity). The go
// command keeps what a vet tool printed under the tool's build ID, the flags and the package: were the configurations not part of it,
// an edit of one would be answered with findings from before.
func buildID() ([]byte, error) {
	dir, c, err := configuration(analyzers.NewSettings())
	if err != nil {
		return nil, err
	}
	return identity.Of(c, cmp.Or(config.Module(dir), dir), config.All(dir)...)
}

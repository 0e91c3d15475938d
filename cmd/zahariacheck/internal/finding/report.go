package finding

import (
	"fmt"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// A Report is what a run has to say.
type Report struct {
	Findings []Finding // sorted
	Failures []Failure // sorted; whatever was asked for and could not be checked
	Packages int       // how many were asked for and not excluded
	Failed   int       // how many of them could not be checked in full
	Allowed  int       // how many findings are suppressed
	When     string    // words of the run, see Finding.When

	Levels map[string]analyzers.Severity // of the rules that ran, for findings that name none

	Suppressed []Finding // sorted; an allow comment, or a path of the configuration, suppresses them
	Examples   []Finding // sorted; those in folders of examples, unless asked for
	Generated  []Finding // sorted; those in generated files, which are not for people to mend
	Known      []Finding // those that were taken out because a baseline lists them

	Untrusted []string // a line each, safe to print: what the tree of untrusted code says of findings
	Rows      []string // sorted; a line each: rows of the user's catalogue that can match nothing
	Cgo       []string // sorted; files that are left out, as they use cgo and that is off
	Excluded  []string // sorted; folders that a pattern such as ./... covers and build constraints exclude
	Untested  []string // packages asked for by name that have nothing but tests, which were not asked for
	Ignored   []string // sorted; folders that an ignore directive of go.mod names
	Modules   []string // sorted; folders of modules that such a pattern does not enter
}

// A Failure is a package, or what a pattern named, that could not be checked in full.
type Failure struct {
	Package string
	Reason  string // one line, safe to print
}

// maxName is how many bytes of a package's name are shown.
const maxName = 200

func (f Failure) Error() string {
	return fmt.Sprintf("could not check %s: %s", analyzers.Clean(f.Package, maxName), f.Reason)
}

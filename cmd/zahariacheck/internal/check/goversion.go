package check

import (
	"fmt"
	"go/version"
	"runtime"
)

// known is the newest Go language that this program knows: that of the Go it was built with.
var known = version.Lang(runtime.Version())

// NewerGo says what to do where a version of Go is newer than the one that this program was built with, or "".
func NewerGo(goVersion string) (advice string) {
	lang := version.Lang(goVersion)
	if version.Compare(lang, known) <= 0 {
		return ""
	}
	return fmt.Sprintf("built with %s, zahariacheck does not know %s: build it again with that", known, lang)
}

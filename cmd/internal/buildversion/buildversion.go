// Package buildversion says which version of zahariacheck this program is.
package buildversion

import (
	"runtime/debug"
	"strings"
	"sync"

	"golang.org/x/mod/semver"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// Text is the release that this program is a build of. Of a build without a tag it is the pseudo-version of its commit, or devel where the go
// command recorded none, and the release that it precedes.
var Text = sync.OnceValue(func() string { return text(mainVersion()) })

// Semantic is the version by the rules of semver.org, without a v in front; "" where the go command recorded none.
var Semantic = sync.OnceValue(func() string { return semantic(mainVersion()) })

func text(version string) string {
	switch {
	case version == analyzers.Version:
		return version
	case semver.IsValid(version):
		return version + ", before " + analyzers.Version
	}
	return "devel, before " + analyzers.Version
}

func semantic(version string) string {
	if !semver.IsValid(version) {
		return ""
	}
	return strings.TrimPrefix(version, "v")
}

// mainVersion is the version of the main module that the go command recorded: since Go 1.24 a tag or a pseudo-version, with +dirty
// behind it where files were changed; (devel) without version control.
func mainVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return info.Main.Version
}

package llm

import (
	"go/token"
	"path/filepath"
	"strings"

	"golang.org/x/mod/semver"
)

// ModuleVersion returns the version of the module of a position, such as "v1.84.0", from the name of the file in the module cache,
// or "" for a file elsewhere: in a vendor folder, a workspace or a stub.
func ModuleVersion(fset *token.FileSet, pos token.Pos) string {
	for part := range strings.SplitSeq(filepath.ToSlash(fset.Position(pos).Filename), "/") {
		if _, version, ok := strings.Cut(part, "@"); ok && semver.IsValid(version) {
			return version
		}
	}
	return ""
}

package surface

import (
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
)

// services lists the SDKs that the files of a package import, each package of one once.
func services(pass *analysis.Pass, info *llm.Info) (out []Service) {
	seen := map[string]bool{}
	for _, file := range pass.Files {
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil || seen[path] {
				continue
			}
			seen[path] = true
			if sdk := info.Catalogue().SDKOf(path); sdk != nil && len(sdk.Modules) > 0 {
				out = append(out, Service{Pos: spec.Pos(), SDK: sdk.Name, Vendor: sdk.Vendor, Class: sdk.Class, Package: path})
			}
		}
	}
	return out
}

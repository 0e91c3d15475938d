package rule

import (
	"slices"
	"strings"
)

// exampleNames are what folders of examples are called.
var exampleNames = []string{"example", "examples", "tutorial", "tutorials"}

// inExamples reports whether a package lies in a folder of examples, by its import path and that of its module, which may be
// unknown (""). A repository that is called so is all examples: whoever checks it wants to know.
func inExamples(path, module string) bool {
	isExample := func(folder string) bool { return slices.Contains(exampleNames, strings.Trim(folder, "_")) }
	elements := strings.Split(path, "/")
	host := 1 // elements before the first folder
	if strings.Contains(elements[0], ".") {
		host = min(3, len(elements))
	}
	if n := len(strings.Split(module, "/")); module != "" && n < host {
		host = n
	}
	repository := strings.FieldsFunc(elements[host-1], func(r rune) bool { return r == '-' || r == '_' || r == '.' })
	return !slices.ContainsFunc(repository, isExample) && slices.ContainsFunc(elements[host:], isExample)
}

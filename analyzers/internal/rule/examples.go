package rule

import (
	"slices"
	"strings"
)

// exampleNames are what folders of examples are called, or what their names end in: chat-demo. testNames are those of folders whose
// commands somebody runs by hand to try the program. helperNames are what folders are called whose packages only tests use.
var (
	exampleNames = []string{"example", "examples", "tutorial", "tutorials", "demo", "demos", "playground"}
	testNames    = []string{"test", "tests", "e2e"}
	helperNames  = []string{"testutil", "testutils", "testhelper", "testhelpers", "testkit", "testsupport", "testfixtures", "fixtures", "mocks", "fakes"}
)

// inExamples reports whether a package lies in a folder of examples, by its import path and that of its module, which may be
// unknown (""); or of helpers for tests; for a command, one of tests too. A repository that is called so is all examples: whoever checks it wants to know.
func inExamples(path, module string, command bool) bool {
	elements := strings.Split(path, "/")
	host := 1 // elements before the first folder
	if strings.Contains(elements[0], ".") {
		host = min(3, len(elements))
	}
	if n := len(strings.Split(module, "/")); module != "" && n < host {
		host = n
	}
	isExample := func(word string) bool { return slices.Contains(exampleNames, word) }
	return !slices.ContainsFunc(NameWords(elements[host-1]), isExample) && slices.ContainsFunc(elements[host:], func(folder string) bool {
		words := NameWords(folder)
		return len(words) > 0 && (isExample(words[len(words)-1]) || slices.Contains(helperNames, strings.Join(words, "")) || command && slices.Contains(testNames, words[len(words)-1]))
	})
}

// NameWords returns the words of the name of a folder or repository: its parts between dashes, underscores and dots.
func NameWords(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == '.' })
}

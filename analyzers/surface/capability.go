package surface

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// The capabilities that a handler may have. The names are those of the lock file.
const (
	FilesRead  = "files-read"
	FilesWrite = "files-write"
	Exec       = "exec"
	Network    = "network"
	SQLRead    = "sql-read"
	SQLWrite   = "sql-write"
	Env        = "env"
	Unsafe     = "unsafe"
	Reflect    = "reflect"
	Unanalysed = "unanalysed"
)

//go:embed capabilities.txt
var capabilitiesText string

// A table tells what functions outside the code under check can do, by symbol, by package and by tree.
type table struct {
	symbols  map[string][]string
	packages map[string][]string
	trees    map[string][]string
}

var capabilities = sync.OnceValue(func() *table {
	t := &table{map[string][]string{}, map[string][]string{}, map[string][]string{}}
	for line := range strings.Lines(capabilitiesText) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		if len(words) != 2 {
			continue // a blank line; a test refuses any other
		}
		names := slices.DeleteFunc(strings.Split(words[0], ","), func(c string) bool { return c == "none" })
		if path, ok := strings.CutSuffix(words[1], "/..."); ok {
			t.trees[path] = names
		} else if path, ok := strings.CutSuffix(words[1], ".*"); ok {
			t.packages[path] = names
		} else {
			t.symbols[words[1]] = names
		}
	}
	return t
})

// lookup returns what a function of that name in that package can do; ok is false if the table does not say.
func (t *table) lookup(symbol, pkg string) (caps []string, ok bool) {
	if caps, ok := t.symbols[symbol]; ok {
		return caps, true
	}
	if caps, ok := t.packages[pkg]; ok {
		return caps, true
	}
	for path := pkg; ; {
		if caps, ok := t.trees[path]; ok {
			return caps, true
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return nil, false
		}
		path = path[:i]
	}
}

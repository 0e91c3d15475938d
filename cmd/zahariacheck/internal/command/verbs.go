package command

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// A verb is a first argument that is not a package.
type verb struct {
	args, does string
	run        func(args []string, stdout, stderr io.Writer) (status int, err error)
}

var verbs map[string]verb

func init() { // not in the declaration: help lists the verbs
	verbs = map[string]verb{
		"help":    {"", "show this text", func(_ []string, out, _ io.Writer) (int, error) { return help(out) }},
		"version": {"", "show the version", version},
	}
}

func version(_ []string, stdout, _ io.Writer) (int, error) {
	_, err := fmt.Fprintf(stdout, "zahariacheck %s\n", analyzers.Version)
	return Clean, err
}

func helpTo(w io.Writer) int {
	if _, err := help(w); err != nil {
		return Failed
	}
	return Clean
}

func help(w io.Writer) (int, error) {
	fmt.Fprintln(w, "usage: zahariacheck [flags] [packages]")
	for _, name := range slices.Sorted(maps.Keys(verbs)) {
		fmt.Fprintf(w, "\tzahariacheck %s\t%s\n", name, verbs[name].does)
	}
	return Clean, nil
}

package check

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
)

// expand puts in the place of a pattern such as ./... the modules of the workspace below its folder, if that belongs to none
// of them: the go command finds nothing by it then.
func (t *tree) expand(ctx context.Context, o *Options) []string {
	if _, err := os.Stat(filepath.Join(t.root, "go.work")); err != nil {
		return o.Patterns
	}
	if _, err := os.Stat(filepath.Join(t.root, "go.mod")); err == nil {
		return o.Patterns
	}
	out, err := goOutput(ctx, *o, "list", "-m", "-f={{.Dir}}")
	if err != nil {
		return o.Patterns // go list will complain
	}
	var patterns []string
	for _, pattern := range o.Patterns {
		var below []string
		for _, base := range trees(o.Dir, []string{pattern}) {
			for module := range strings.Lines(out) {
				module = strings.TrimSpace(module)
				if within(module, base) { // it is found
					below = nil
					break
				}
				if rel, err := filepath.Rel(o.Dir, module); err == nil && within(base, module) {
					below = append(below, "./"+filepath.ToSlash(rel)+"/...")
				}
			}
		}
		if below == nil {
			below = []string{pattern}
		}
		patterns = append(patterns, below...)
	}
	return slices.Compact(patterns)
}

var errNoGo = errors.New("the go command is not in PATH")

// goOutput runs the go command and returns what it prints.
func goOutput(ctx context.Context, o Options, args ...string) (string, error) {
	ctx, end := o.Limits.begin(ctx)
	defer end()
	cmd := o.goCommand(ctx, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	switch {
	case errors.Is(err, child.ErrNotFound):
		return "", errNoGo
	case err != nil && ctx.Err() != nil:
		return "", context.Cause(ctx)
	case err != nil && o.Limits.exceeded(stderr.String()) != nil:
		return "", o.Limits.exceeded(stderr.String())
	case err != nil:
		return "", fmt.Errorf("go %s: %s", args[0], reason(stderr.String(), err))
	}
	return strings.TrimSpace(string(out)), nil
}

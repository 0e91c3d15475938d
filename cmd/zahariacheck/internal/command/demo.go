package command

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/demo"
)

// demonstrate writes the sample application to a folder and checks it there: to the one that the first argument names, which
// must not be there yet and stays, or to a temporary one. Its findings are what it is for, so they do not make it fail.
func demonstrate(args []string, stdout, stderr io.Writer) (int, error) {
	dir, keep := "", false
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		dir, keep, args = args[0], true, args[1:]
	}
	dir, err := demoFolder(dir)
	if err != nil {
		return Failed, err
	}
	if !keep {
		defer os.RemoveAll(dir)
	}
	if err := demo.Write(dir); err != nil {
		return Failed, err
	}
	o, err := parseIn(dir, append([]string{"-preview"}, args...)) // not where we are: a configuration there is for other code
	if err != nil {
		return Failed, err
	}
	o.Env, o.summary = demo.Environ(), true
	fmt.Fprintf(stderr, "zahariacheck: checking a sample application that calls two vendors' models\n")
	if status := run(o, stdout, stderr); status != Found && status != Clean {
		return status, nil
	}
	if keep {
		fmt.Fprintf(stderr, "zahariacheck: the application is in %s; there, zahariacheck -preview finds the same, and zahariacheck explain FILE:LINE shows one finding in full\n", analyzers.Clean(dir, maxName))
	} else {
		fmt.Fprintf(stderr, "zahariacheck: to read the code, write it to a folder: zahariacheck demo FOLDER\n")
	}
	return Clean, nil
}

// maxName is how many bytes of a name are shown.
const maxName = 1024

// demoFolder makes the folder of the sample application: a temporary one if it has no name.
func demoFolder(name string) (dir string, err error) {
	if name == "" {
		return os.MkdirTemp("", "zahariacheck-demo-")
	}
	if err := os.Mkdir(name, 0o755); err != nil {
		return "", fmt.Errorf("cannot write the sample application: %w", err)
	}
	if name, err = filepath.Abs(name); err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(name)
}

package command

import (
	"fmt"
	"io"
	"os"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/demo"
)

// demonstrate writes the sample application to a temporary folder and checks it there. Its findings are what it is
// for, so they do not make it fail.
func demonstrate(args []string, stdout, stderr io.Writer) (int, error) {
	dir, err := os.MkdirTemp("", "zahariacheck-demo-")
	if err != nil {
		return Failed, err
	}
	defer os.RemoveAll(dir)
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
	return Clean, nil
}

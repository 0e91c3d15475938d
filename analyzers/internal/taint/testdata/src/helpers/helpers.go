// Package helpers has sinks in its parameters, and sources in its results.
package helpers

import (
	"net/http"
	"os/exec"
)

func Shell(cmd string) error { return exec.Command("sh", "-c", cmd).Run() }

func Known(cmd string) error {
	if cmd != "date" {
		return nil
	}
	return exec.Command("sh", "-c", cmd).Run()
}

type Runner interface{ Run(cmd string) error }

type runner struct{}

func (runner) Run(cmd string) error { return Shell(cmd) }

func New() Runner { return runner{} }

func Param(r *http.Request) string { return r.FormValue("q") }

// Do does what its first argument names.
func Do(kind, text string) error {
	switch kind {
	case "run":
		return Shell(text)
	}
	return nil
}

// Package guards holds barriers: what passes one is safe.
package guards

import (
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var (
	allowed = map[string]string{"ls": "ls -l"}
	names   = []string{"a", "b"}
	word    = regexp.MustCompile(`^\w+$`)
)

func compared(r *http.Request) {
	name := r.FormValue("name")
	if name == "ls" {
		exec.Command(name).Run()
	}
	switch name {
	case "ls", "ps":
		exec.Command(name).Run()
	default:
		exec.Command(name).Run() // want `request to exec`
	}
	if name != "ls" {
		return
	}
	exec.Command(name).Run()
}

func lookedUp(r *http.Request) error {
	name := r.FormValue("name")
	if _, ok := allowed[name]; !ok {
		return errors.New("no such command")
	}
	exec.Command(name).Run()
	return nil
}

func value(r *http.Request) {
	exec.Command("sh", "-c", allowed[r.FormValue("name")]).Run()
}

func listed(r *http.Request) {
	name := r.FormValue("name")
	if slices.Contains(names, name) {
		exec.Command(name).Run()
	}
	exec.Command(name).Run() // want `request to exec`
}

func matched(r *http.Request) {
	name := strings.TrimSpace(r.FormValue("name"))
	if !word.MatchString(name) {
		return
	}
	os.Open(name)
}

func local(r *http.Request) {
	name := r.FormValue("name")
	if filepath.IsLocal(name) {
		os.Open(filepath.Join("/srv", name))
	} else {
		os.Open(name) // want `request to path`
	}
	os.Open(filepath.Join("/srv", filepath.Base(name)))
}

func inside(r *http.Request) error {
	path := filepath.Join("/srv", r.FormValue("name"))
	if !strings.HasPrefix(path, "/srv/") {
		return errors.New("outside")
	}
	os.Open(path)
	return nil
}

type order struct{ File, Note string }

func approved(r *http.Request) error {
	o := order{File: r.FormValue("file")}
	if err := validate(o); err != nil {
		return err
	}
	_, err := os.Open(o.File)
	return err
}

func validate(o order) error {
	if o.File == "" {
		return errors.New("no file")
	}
	return nil
}

// A test of another value says nothing.
func other(r *http.Request) {
	name, note := r.FormValue("name"), r.FormValue("note")
	if note == "yes" {
		exec.Command(name).Run() // want `request to exec`
	}
}

// A length is no barrier.
func length(r *http.Request) {
	name := r.FormValue("name")
	if len(name) > 3 {
		exec.Command(name).Run() // want `request to exec`
	}
}

// The guard comes too late.
func late(r *http.Request) {
	name := r.FormValue("name")
	exec.Command(name).Run() // want `request to exec`
	if name != "ls" {
		return
	}
}

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"path/filepath"
	"slices"
	"strings"
)

// An Entry is a prompt of the surface.
type Entry struct {
	At   Place
	Role string
}

// entries asks for the surface of every module of a checkout. Packages that cannot be checked are left out.
func entries(tool, root string) (out []Entry) {
	for _, module := range modules(root) {
		text, stderr, err := ask(module, tool, "surface", "-format", "json", "-texts=false", "./...")
		if text == "" { // with an error there is the surface of what could be checked
			log.Printf("%s: no surface: %v: %.300s", module, err, stderr)
			continue
		}
		var document struct {
			Prompts []struct {
				Role  string
				Place Place
			}
		}
		check(json.Unmarshal([]byte(text), &document))
		rel, err := filepath.Rel(root, module)
		check(err)
		for _, p := range document.Prompts {
			out = append(out, Entry{Place{filepath.ToSlash(filepath.Join(rel, p.Place.File)), p.Place.Line}, p.Role})
		}
	}
	return out
}

// measureSurface prints for a repository how many of the live prompts that hardcodedprompt finds are in the surface, and how many of
// them in the role of the label. It lists the others.
func measureSurface(w io.Writer, repo string, found []Finding, labels []Label, all []Entry) bool {
	hit, listed, right, known := 0, 0, 0, 0
	for _, l := range labels {
		if l.Class != "prompt" || l.Status != "live" {
			continue
		}
		var places []Place // of the findings that name the label
		for _, f := range found {
			if f.Rule == "hardcodedprompt" && slices.ContainsFunc(f.At, l.has) {
				places = append(places, f.At...)
			}
		}
		if places == nil {
			continue
		}
		hit++
		var here, near []string // roles of entries that begin in the label, or with a finding that names it
		for _, e := range all {
			if l.has(e.At) {
				here = append(here, e.Role)
			} else if slices.Contains(places, e.At) {
				near = append(near, e.Role)
			}
		}
		if here == nil {
			here = near
		}
		if here == nil {
			fmt.Fprintf(w, "    %s:%d is not in the surface\n", l.File, l.Line)
			continue
		}
		listed++
		if l.Role == "unknown" {
			continue
		}
		known++
		if slices.Contains(here, l.Role) {
			right++
		} else {
			fmt.Fprintf(w, "    %s:%d is %s, the surface says %s\n", l.File, l.Line, l.Role, strings.Join(here, ", "))
		}
	}
	fmt.Fprintf(w, "%-28s found %d, in the surface %d, role right %d of %d, entries %d\n", repo, hit, listed, right, known, len(all))
	return listed == hit
}

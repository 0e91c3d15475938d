// Command wide runs a build of zahariacheck over many public modules, to find where it breaks on code that nobody wrote
// for it:
//
//	go run ./testdata/corpus/wide [-tool FILE] [-list FILE] [-work DIR] [-fixes]
//
// Each line of the list is a module path@version for the Go module proxy, or several of them, which make a workspace. A
// module is checked twice by all rules, those in preview too, with one and with two processors. It is wrong if the tool panics, ends in another way than with
// exit status 0 or 2, takes more than a minute of processor time, or says something else the second time. With -fixes, each fix on offer is
// applied alone, and all of them together, and what compiled before must compile then. What is measured goes to
// results.tsv beside the list; modules that stand there with the same build are not checked again, so a run can be
// interrupted. Reports are kept below DIR, and no code is. The exit status is 1 if anything is wrong.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("wide: ")
	tool := flag.String("tool", "", "the build to run; default: build one")
	list := flag.String("list", "testdata/corpus/wide/modules.txt", "file of the modules to check")
	work := flag.String("work", filepath.Join(os.TempDir(), "zahariacheck-wide"), "folder to unpack modules in, and for the reports")
	fixes := flag.Bool("fixes", false, "try the fixes too")
	flag.Parse()
	w := &wide{fixes: *fixes}
	var err error
	w.work, err = filepath.Abs(*work)
	check(err)
	check(os.MkdirAll(filepath.Join(w.work, "reports"), 0o755))
	out, err := exec.Command("go", "env", "GOCACHE").Output()
	check(err)
	w.buildCache = strings.TrimSpace(string(out))
	if *tool == "" {
		*tool = filepath.Join(w.work, "tool")
		build(*tool)
	}
	w.tool, err = filepath.Abs(*tool)
	check(err)
	binary, err := os.ReadFile(w.tool)
	check(err)
	hash := fmt.Sprintf("%.6x", sha256.Sum256(binary))

	table := filepath.Join(filepath.Dir(*list), "results.tsv")
	rows := readRows(table)
	var of []Row
	for _, modules := range readList(*list) {
		r, known := rows[modules]
		if !known || r.Tool != hash || *fixes && r.Applied == untried && r.Fixes > 0 {
			r = w.check(modules)
			r.Modules, r.Tool = modules, hash
			fmt.Println(r)
			rows[modules] = r
			writeRows(table, rows)
		}
		of = append(of, r)
	}
	if !summary(of) {
		os.Exit(1)
	}
}

// readList reads the lines of the list. Those that begin with # are comments.
func readList(file string) (lines []string) {
	data, err := os.ReadFile(file)
	check(err)
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// build makes a build of this tree.
func build(out string) {
	cmd := exec.Command("go", "build", "-o", out, "./cmd/zahariacheck")
	cmd.Stderr = os.Stderr
	check(cmd.Run())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

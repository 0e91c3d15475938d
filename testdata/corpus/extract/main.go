// Command extract measures `zahariacheck extract` on copies of real modules:
//
//	go run ./testdata/corpus/extract [-tool FILE] [-temp DIR] [-why] CHECKOUT...
//
// Each checkout is copied, changed there and deleted; the checkout itself stays as it is. For each module the command runs
// extract once to show the change and once to make it, and holds it to what it promises:
//
//   - every text is byte-identical: the value that go/types gives an expression at the place, or the constant of that name, evaluated
//     in the package as it was, is what the file holds, and each string literal that is gone from the Go files is in one of the texts;
//   - the module builds, and so does go vet's idea of the touched packages, as far as they did before;
//   - no test of a touched package that passed before fails;
//   - a second run changes no byte.
//
// The exit status is 1 if one of these does not hold. Only figures and reasons are printed, never code.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	tool := flag.String("tool", "", "the build to measure; default: build one")
	temp := flag.String("temp", "", "folder for the copies; default: that of the system")
	why := flag.Bool("why", false, "list each prompt that is not moved with the reason")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("extract: name the folders of checkouts")
	}
	work, err := os.MkdirTemp(*temp, "extract-")
	check(err)
	work, err = filepath.Abs(work) // files are looked up by their whole path
	check(err)
	defer os.RemoveAll(work)
	bin, err := filepath.Abs(*tool)
	check(err)
	if *tool == "" {
		bin = filepath.Join(work, "zahariacheck.exe")
		check(command(".", "go", "build", "-o", bin, "./cmd/zahariacheck").Run())
	}
	fmt.Printf("%-24s%9s%7s%9s%11s%8s%13s%8s\n", "module", "reported", "moved", "refused", "identical", "builds", "tests", "again")
	ok, moved, reported := true, 0, 0
	for _, checkout := range flag.Args() {
		to := filepath.Join(work, "copy")
		check(copyTree(to, checkout))
		for _, module := range modules(to) {
			r := measure(bin, module)
			name := filepath.Base(filepath.Clean(checkout)) + strings.TrimPrefix(module, to)
			r.print(name, *why)
			ok = ok && r.good()
			moved, reported = moved+len(r.moves), reported+len(r.moves)+len(r.refusals)
		}
		check(os.RemoveAll(to))
	}
	fmt.Printf("moved %d of %d\n", moved, reported)
	if !ok {
		os.RemoveAll(work)
		os.Exit(1)
	}
}

// A result is what was seen of one module.
type result struct {
	failure   string // why extract did nothing
	unchecked int    // packages that could not be checked, mostly for want of a module
	moves     []move
	refusals  []string // each with its place
	different []string // texts that are not byte-identical
	build     string   // of the module, after the change: what no longer compiles
	passed    int      // tests of touched packages that passed before
	newly     []string // those of them that do not pass after
	again     []string // files that a second run changes
}

// A move is a line that extract prints.
type move struct {
	place string // FILE:LINE, relative to the module
	file  string // of the text
	name  string // of the variable
}

func (r *result) good() bool {
	return len(r.different) == 0 && r.build == "" && len(r.newly) == 0 && len(r.again) == 0
}

func (r *result) print(name string, why bool) {
	if r.failure != "" {
		fmt.Printf("%-24s  %s\n", name, r.failure)
		return
	}
	if len(r.moves)+len(r.refusals) == 0 {
		return
	}
	fmt.Printf("%-24s%9d%7d%9d%11d%8s%13s%8s\n", name, len(r.moves)+len(r.refusals), len(r.moves), len(r.refusals), len(r.moves)-len(r.different),
		word(r.build == ""), fmt.Sprintf("%d of %d", r.passed-len(r.newly), r.passed), cmp.Or(map[bool]string{true: "nothing"}[len(r.again) == 0], fmt.Sprint(len(r.again))))
	if r.unchecked > 0 {
		fmt.Printf("    %3d packages could not be checked\n", r.unchecked)
	}
	reasons := map[string]int{}
	for _, line := range r.refusals {
		place, reason, _ := strings.Cut(line, ": not moved: ")
		if why {
			fmt.Printf("    %s: %s\n", place, reason)
		}
		reasons[kind(reason)]++
	}
	for _, reason := range slices.SortedFunc(maps.Keys(reasons), func(a, b string) int { return cmp.Or(reasons[b]-reasons[a], strings.Compare(a, b)) }) {
		fmt.Printf("    %3d refused: %s\n", reasons[reason], reason)
	}
	for _, bad := range slices.Concat(r.different, r.newly, r.again) {
		fmt.Printf("    BAD %s\n", bad)
	}
	if r.build != "" {
		fmt.Printf("    BAD %s\n", r.build)
	}
}

func word(ok bool) string {
	if ok {
		return "yes"
	}
	return "NO"
}

// kind is a reason without what differs from prompt to prompt.
func kind(reason string) string {
	if head, _, ok := strings.Cut(reason, ": "); ok {
		return head
	}
	return reason
}

// measure runs extract in a module and looks at what it did.
func measure(bin, module string) *result {
	r := &result{}
	shown, stderr, err := run(command(module, bin, "extract", "-diff", "./..."))
	if err != nil && !strings.Contains(stderr, "could not check ") {
		r.failure = lastLine(stderr)
		return r
	}
	r.unchecked = strings.Count(stderr, "could not check ")
	touched := folders(shown)
	var before *values
	if len(touched) > 0 {
		before = evaluate(module, touched)
	}
	was := tests(module, touched)
	_, brokenBefore, errBefore := run(command(module, "go", "build", "./..."))

	stdout, stderr, err := run(command(module, bin, "extract", "./..."))
	if err != nil && r.unchecked == 0 {
		r.failure = lastLine(stderr)
		return r
	}
	r.moves, r.refusals = parse(stdout, stderr)
	if len(touched) == 0 {
		return r
	}
	r.different = before.compare(module, r.moves)
	if _, broken, err := run(command(module, "go", "build", "./...")); err != nil && (errBefore == nil || broken != brokenBefore) {
		r.build = lastLine(broken)
	}
	now := tests(module, touched)
	for _, name := range slices.Sorted(maps.Keys(was)) {
		if was[name] {
			r.passed++
			if !now[name] {
				r.newly = append(r.newly, "test no longer passes: "+name)
			}
		}
	}
	sums := hashes(module)
	_, _, err = run(command(module, bin, "extract", "./..."))
	if err != nil && r.unchecked == 0 {
		r.again = append(r.again, "a second run fails")
	}
	after := hashes(module)
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if sums[name] != after[name] {
			r.again = append(r.again, "a second run changes "+name)
		}
	}
	return r
}

// parse reads what extract printed.
func parse(stdout, stderr string) (moves []move, refusals []string) {
	for line := range strings.Lines(stdout) {
		place, rest, ok := strings.Cut(strings.TrimSpace(line), ": moved to ")
		if file, name, also := cutLast(rest, " as "); ok && also {
			moves = append(moves, move{place, file, name})
		}
	}
	for line := range strings.Lines(stderr) {
		if strings.Contains(line, ": not moved: ") {
			refusals = append(refusals, strings.TrimSpace(line))
		}
	}
	return moves, refusals
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// folders are those of the Go files of a diff, as the go command takes them.
func folders(diff string) (out []string) {
	for line := range strings.Lines(diff) {
		if file, ok := strings.CutPrefix(strings.TrimSpace(line), "--- a/"); ok && strings.HasSuffix(file, ".go") {
			out = append(out, "./"+filepath.ToSlash(filepath.Dir(file)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// modules are the folders of the go.mod files below a folder, those of test data and of vendored code left out.
func modules(root string) (out []string) {
	check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "vendor" || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.Name() == "go.mod" && d.Type().IsRegular():
			out = append(out, filepath.Dir(path))
		}
		return nil
	}))
	return out
}

// command is a command in a folder. -mod=mod lets a go.sum that lacks a line pass; a workspace refuses it.
func command(dir, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod")
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "go.work")); err == nil {
			cmd.Env = append(os.Environ(), "GOFLAGS=")
		}
		if at == filepath.Dir(at) {
			return cmd
		}
	}
}

func run(cmd *exec.Cmd) (stdout, stderr string, err error) {
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	return out.String(), errs.String(), err
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

func check(err error) {
	if err != nil {
		log.Fatal("extract: ", err)
	}
}

// Command soak looks for stale answers: it makes a small workspace of modules, changes something in it at random, again and
// again, and compares after each step what a build of zahariacheck says with the store of earlier runs and without it:
//
//	go run ./testdata/soak [-tool FILE] [-seed N] [-steps N] [-keep FOLDER]
//
// A step edits, adds, renames or removes a file or a package, or takes one back to what it was before; the files are code of
// several packages, tests, code for a build tag or a platform, embedded text, a stub of an SDK, a replaced module, the configuration
// and a catalogue. Both runs get the same flags, which change too. Standard output, the exit status, and what is said
// of packages that do not compile must be the same byte by byte. After the last step, or an interrupt, a line says how many steps there were, how many runs found the
// whole report in the store, and how many only results of packages. At a difference the program stops with status 1, and names what
// was changed last and the command. At the end it leaves the modules, the store, and the store as it was before the last step, in the folder -keep.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("soak: ")
	tool := flag.String("tool", "", "the build to run; default: build one")
	seed := flag.Uint64("seed", 1, "of the random numbers: the same seed makes the same steps")
	steps := flag.Int("steps", 1000, "how many changes to make")
	keep := flag.String("keep", "", "folder for the modules and the store, which must not exist; default: they are removed")
	flag.Parse()
	work, err := os.MkdirTemp("", "zahariacheck-soak-")
	check(err)
	if *tool == "" {
		*tool = filepath.Join(work, "zahariacheck.exe")
		out, err := exec.Command("go", "build", "-o", *tool, "./cmd/zahariacheck").CombinedOutput()
		if err != nil {
			log.Fatalf("go build: %v\n%s", err, out)
		}
	}
	s := &soak{work: work, steps: *steps, rand: rand.New(rand.NewPCG(*seed, 0))}
	s.tool, err = filepath.Abs(*tool)
	check(err)
	same := s.run()
	fmt.Printf("%d steps with seed %d: %d runs found their report in the store, %d only results of packages, %d nothing; %d with findings, %d with failures\n",
		s.done, *seed, s.whole, s.parts, s.done-s.whole-s.parts, s.status[1], s.status[2])
	if *keep != "" {
		check(os.Rename(work, *keep))
	}
	check(os.RemoveAll(work))
	if !same {
		os.Exit(1)
	}
}

// A soak is one series of steps.
type soak struct {
	tool, work         string
	steps              int
	rand               *rand.Rand
	done, whole, parts int // steps, and the runs among them that found all or some of their results in the store
	status             [3]int
}

// run makes the steps, and reports whether all answers were the same.
func (s *soak) run() bool {
	w := newWorld(s.rand, filepath.Join(s.work, "modules"))
	check(w.write())
	check(os.WriteFile(filepath.Join(s.work, "none"), nil, 0o600)) // a file in place of a folder: nothing can be stored there
	check(os.Mkdir(filepath.Join(s.work, "home"), 0o700))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	for s.done < s.steps && ctx.Err() == nil {
		if s.done > 0 && s.done%100 == 0 {
			log.Printf("%d steps", s.done)
		}
		what := "the beginning"
		if s.done > 0 {
			what = w.change()
			check(w.write())
		}
		args := flags(s.rand)
		before := filepath.Join(s.work, "before")
		check(os.RemoveAll(before))
		if _, err := os.Stat(filepath.Join(s.work, "store")); err == nil {
			check(os.CopyFS(before, os.DirFS(filepath.Join(s.work, "store"))))
		}
		stored, debug := s.check("store", append([]string{"-debug=t"}, args...))
		fresh, _ := s.check("none", args)
		if ctx.Err() != nil { // a terminal interrupts the tool too
			break
		}
		s.done++
		s.count(debug, stored)
		if stored != fresh {
			fmt.Printf("step %d, after %s: zahariacheck %s\n--- without the store\n%s\n--- with it\n%s\n", s.done, what, strings.Join(args, " "), fresh, stored)
			return false
		}
	}
	return true
}

// flags chooses the flags and patterns of a run; most runs have the same, so that they find something in the store.
func flags(r *rand.Rand) []string {
	if r.IntN(3) > 0 {
		return []string{"-preview", "-format=jsonl"}
	}
	forms := [][]string{
		{"-preview", "-test", "-stats"}, {"-preview", "-tags=extra"}, {"-json", "-preview"}, {}, {"-hardcodedprompt"}, {"-preview", "./p5/..."},
		{"-preview", "./p3", "./p6"}, {"-examples", "-preview"}, {"surface"},
	}
	return forms[r.IntN(len(forms))]
}

// check runs the tool with a store, and returns its answer and what it says of the time that it took.
func (s *soak) check(store string, args []string) (answer, debug string) {
	if n := len(args); n > 0 && args[n-1] == "surface" { // a verb stands first, and knows no -debug
		args = args[n-1:]
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(s.tool, args...)
	cmd.Dir = filepath.Join(s.work, "modules", "app")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(s.work, store), "HOME="+filepath.Join(s.work, "home"), "GOCACHE="+goEnv("GOCACHE"),
		"GOMODCACHE="+goEnv("GOMODCACHE"), "GOPROXY=off", "GOFLAGS=-mod=mod", "GOENV=off", "GITHUB_ACTIONS=")
	if err := cmd.Run(); cmd.ProcessState == nil {
		log.Fatal(err)
	}
	said := stderr.String()
	var failures strings.Builder
	for line := range strings.Lines(said) {
		if strings.HasPrefix(line, "zahariacheck: ") {
			failures.WriteString(line)
		}
	}
	return fmt.Sprintf("status %d\n%s%s", cmd.ProcessState.ExitCode(), stdout.String(), failures.String()), said
}

// count counts what a run found in the store.
func (s *soak) count(debug, answer string) {
	switch {
	case strings.Contains(debug, "reports kept: 1 of 1"):
		s.whole++
	case strings.Contains(debug, "packages of which nothing changed"):
		s.parts++
	}
	var status int
	fmt.Sscanf(answer, "status %d", &status)
	if status >= 0 && status < len(s.status) {
		s.status[status]++
	}
}

var goEnvs = map[string]string{}

// goEnv is a setting of the go command.
func goEnv(name string) string {
	if goEnvs[name] == "" {
		out, err := exec.Command("go", "env", name).Output()
		check(err)
		goEnvs[name] = strings.TrimSpace(string(out))
	}
	return goEnvs[name]
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

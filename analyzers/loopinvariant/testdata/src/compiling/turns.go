package compiling

import (
	"fmt"
	"go/build"
	"regexp"
	"strconv"
	"strings"
	"text/template"
)

type rules struct{ pattern string }

var found []bool

func match(re *regexp.Regexp, line string) { found = append(found, re.MatchString(line)) }

// Loops of each kind, and work on only some of the turns.
func Kinds(lines []string, options map[string]string) {
	for i := 0; i < len(lines); i++ {
		match(regexp.MustCompile("a"), lines[i]) // want `regexp.MustCompile compiles`
	}
	for len(lines) > 0 {
		match(regexp.MustCompile("a"), lines[0]) // want `regexp.MustCompile compiles`
		lines = lines[1:]
	}
	for _, line := range lines {
		if line != "" {
			match(regexp.MustCompile("a"), line)
			continue
		}
		fmt.Println(line)
	}
	for i, line := range lines {
		switch i % 2 {
		case 0:
			match(regexp.MustCompile("even"), line)
			break
		}
	}
	for _, value := range options {
		switch value {
		case "a":
			match(regexp.MustCompile("a"), value)
		}
	}
lines:
	for _, line := range lines {
		switch line {
		case "last":
			match(regexp.MustCompile("once"), line)
			break lines
		}
	}
}

// What compiles does not depend on what the loop waits for. A case may be taken on few turns.
func Events(events chan string, done chan bool) {
	for range 3 {
		match(regexp.MustCompile("a"), <-events) // want `regexp.MustCompile compiles`
	}
	for range 3 {
		select {
		case line := <-events:
			match(regexp.MustCompile("b"), line)
		case <-done:
		}
	}
}

// Patterns that are the same on every turn.
func Same(lines, words []string, r rules) {
	for _, line := range lines {
		match(regexp.MustCompile(r.pattern), line)                // want `regexp.MustCompile compiles`
		match(regexp.MustCompile(build.Default.GOOS), line)       // want `regexp.MustCompile compiles`
		match(regexp.MustCompile(strings.Join(words, "|")), line) // want `regexp.MustCompile compiles`
		template.New("x").Parse(text)                             // want `template.New\("x"\).Parse compiles`
	}
}

func made() *template.Template { return template.New("made") }

// Patterns that are others on every turn, or may be.
func Others(lines []string, all []rules, next func() string) {
	var line string
	var n int
	for _, r := range all {
		match(regexp.MustCompile(r.pattern), line)
		match(regexp.MustCompile(next()), line)
		match(regexp.MustCompile(fmt.Sprint("a")), line)
		made().Parse(text)
	}
	for _, line = range lines {
		match(regexp.MustCompile("^"+line), line)
	}
	for n = range lines {
		match(regexp.MustCompile(strconv.Itoa(n)), line)
	}
	for range lines {
		n++
		match(regexp.MustCompile(strconv.Itoa(n)), line)
	}
	var pattern string
	for range lines {
		fmt.Scan(&pattern)
		match(regexp.MustCompile(pattern), line)
	}
}

// No fix could be right here: another call, a label that belongs to the loop, a name that means something else too.
func Unfixed(lines []string) {
	for _, line := range lines {
		re := regexp.MustCompilePOSIX("a") // want `regexp.MustCompilePOSIX compiles`
		match(re, line)
	}
labelled:
	for _, line := range lines {
		b := regexp.MustCompile("b") // want `regexp.MustCompile compiles`
		match(b, line)
		if line == "" {
			continue labelled
		}
	}
	show := func(c string) { fmt.Println(c) }
	for _, line := range lines {
		c := regexp.MustCompile("c") // want `regexp.MustCompile compiles`
		match(c, line)
		show(line)
	}
}

package compiling

import (
	"context"
	"database/sql"
	"net/http"
	"os/exec"
	"regexp"
)

// Each turn waits for somebody else.
func Slow(ctx context.Context, urls []string, fetch func(string) string, ask func(context.Context, string) string, db *sql.DB) (n int) {
	for _, url := range urls {
		http.Get(url)
		n += len(regexp.MustCompile("a+").FindString(url))
	}
	for _, url := range urls {
		exec.Command("fetch", url).Run()
		n += len(regexp.MustCompile("a+").FindString(url))
	}
	for _, url := range urls {
		n += len(regexp.MustCompile("a+").FindString(read(ctx, url)))
	}
	for _, url := range urls {
		db.Exec(url)
		n += len(regexp.MustCompile("a+").FindString(url))
	}
	return n
}

func read(ctx context.Context, url string) string { return url }

// The right side of an operator is a branch.
func Operator(lines []string) (n int) {
	for _, line := range lines {
		if line != "" && regexp.MustCompile("a+").MatchString(line) {
			n++
		}
	}
	return n
}

// The condition itself is asked on every turn, also after a continue.
func Condition(lines []string) (n int) {
	for _, line := range lines {
		if line == "" {
			continue
		}
		if regexp.MustCompile("a+").MatchString(line) { // want `compiles the same text on every turn`
			n++
		}
	}
	return n
}

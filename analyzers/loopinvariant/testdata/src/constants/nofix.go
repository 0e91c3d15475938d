package constants

import (
	"os"
	"regexp"
)

// Inner has a constant of its own in the loop.
func Inner(lines []string) (n int) {
	for _, line := range lines {
		const letters = `b+`
		re := regexp.MustCompile(letters) // want `regexp.MustCompile compiles`
		n += len(re.FindString(line))
	}
	return n
}

// Separators panics on Windows, but for an empty list.
func Separators(paths []string) (n int) {
	for _, path := range paths {
		re := regexp.MustCompile(string(os.PathSeparator)) // want `regexp.MustCompile compiles`
		n += len(re.FindAllString(path, -1))
	}
	return n
}

// Drives panics on Plan 9, but for an empty list.
func Drives(paths []string) (n int) {
	for _, path := range paths {
		re := regexp.MustCompile("^" + drive) // want `regexp.MustCompile compiles`
		n += len(re.FindString(path))
	}
	return n
}

const (
	first = iota
	second
)

// Counted has a pattern that stands nowhere.
func Counted(paths []string) (n int) {
	for _, path := range paths {
		re := regexp.MustCompile(string(rune('a' + second))) // want `regexp.MustCompile compiles`
		n += len(re.FindString(path))
	}
	return n
}

// Package constants has patterns that mean something else, or nothing, in another place or on another platform.
package constants

import "regexp"

const (
	letters = `a+`
	words   = letters + ` +` + letters
)

func Words(lines []string) (n int) {
	for _, line := range lines {
		re := regexp.MustCompile("^" + words) // want `regexp.MustCompile compiles`
		n += len(re.FindString(line))
	}
	return n
}

func Local(lines []string) (n int) {
	const digits = `[0-9]`
	for _, line := range lines {
		re := regexp.MustCompile(digits + "+") // want `regexp.MustCompile compiles`
		n += len(re.FindString(line))
	}
	return n
}

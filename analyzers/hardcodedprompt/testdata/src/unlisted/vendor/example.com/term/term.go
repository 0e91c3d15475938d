// Package term asks the person at a terminal.
package term

type Terminal struct{}

func (*Terminal) Prompt(prompt string) (string, error) { return "", nil }

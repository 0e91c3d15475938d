// Package texts holds texts and knows no model.
package texts

import "strings"

const Greeting = `Greet the customer by name
and ask what they need today.`

var ByKind = map[string]string{"bug": "Ask for the steps that lead to the bug."}

// Rules are joined.
func Rules(strict bool) string {
	parts := []string{"Follow all of these rules:"}
	if strict {
		parts = append(parts, "Never promise a refund to anyone.")
	}
	return strings.Join(parts, "\n")
}

// Frame passes on what it is given.
func Frame(text string) string { return "--- " + text + " ---" }

// Help is no prompt.
const Help = "Usage: app [flags] to start the support agent"

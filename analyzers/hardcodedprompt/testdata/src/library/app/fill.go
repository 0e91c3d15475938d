package app

import (
	"context"
	"fmt"

	"library/texts"
	"library/wrap"
)

type settings struct{ Note string }

var defaults = settings{Note: "The shop on the corner is open until nine on weekdays."}

func reply(ctx context.Context, c *wrap.Client, letter string, angry bool) error {
	hint := ""
	if angry {
		hint = "Apologize for the delay before you answer the question." // want `reply builds a user prompt of 12 words from 3 literals`
	}
	return c.Ask(ctx, texts.Fill("Answer the letter of a customer:\n{{.Hint}}\n{{.Note}}\n{{.Letter}}", map[string]string{
		"Hint":   hint,
		"Note":   defaults.Note,
		"Letter": letter,
	}))
}

func index(ctx context.Context, c *wrap.Client) error {
	return c.Ask(ctx, texts.Titles(map[string]string{"a": "The letter of the first customer was never read by anyone."}))
}

// What stands in for the words of a person is a value.
func cook(ctx context.Context, c *wrap.Client, picture []byte) error {
	ingredients := "whatever the picture shows"
	return advise(ctx, c, ingredients)
}

func advise(ctx context.Context, c *wrap.Client, ingredients string) error {
	return c.Ask(ctx, fmt.Sprintf("Name three dishes that can be made of these: %s", ingredients)) // want `user prompt hardcoded in advise \(9 words`
}

// So is what stands in for data of which there is none; but not a statement that is always there.
func guide(ctx context.Context, c *wrap.Client, stops []string) error {
	return c.Ask(ctx, fmt.Sprintf("Continue the tour from where it has come to. %s %s\n%s", // want `user prompt hardcoded in guide \(14 words`
		"This tour was booked by", stops[0], past(stops)))
}

func past(stops []string) string {
	if len(stops) == 1 {
		return "This is the first stop of the tour; none came before."
	}
	return stops[len(stops)-2]
}

package app

import (
	"context"

	"library/texts"
	"library/wrap"
)

// sentences are read aloud: a model hears of one, which is data, also where another package fills it into the prompt.
var sentences = map[string]string{
	"s01": "The ferry leaves at noon",
	"s02": "My uncle paints small boats",
	"s03": "Rain fell on the whole town",
	"s04": "She keeps bees behind the house",
	"s05": "The market opens before the sun rises",
	"s06": "We found a key under the mat",
	"s07": "The old clock is never right",
	"s08": "They sing when the work is done",
	"s09": "Snow covers the road to the mill",
	"s10": "A fox lives near the river",
	"s11": "The baker knows all of our names",
	"s12": "He sells maps of other countries",
}

func practise(ctx context.Context, c *wrap.Client, id string) error {
	return c.Ask(ctx, texts.Praise(sentences[id], 9)) // want `user prompt hardcoded in texts\.Praise \(14 words, sent by \(\*wrap\.Client\)\.Ask\)`
}

// greetings are few, so each is an instruction that somebody has written.
var greetings = map[string]string{
	"en": "Greet the reader in plain English words.",                        // want `user prompt hardcoded in greetings \(7 words, sent by \(\*wrap\.Client\)\.Ask\)`
	"de": "Greet the reader in German, but never with an exclamation mark.", // want `user prompt hardcoded in greetings \(11 words, sent by \(\*wrap\.Client\)\.Ask\)`
}

func greet(ctx context.Context, c *wrap.Client, language string) error {
	return c.Ask(ctx, texts.Frame(greetings[language]))
}

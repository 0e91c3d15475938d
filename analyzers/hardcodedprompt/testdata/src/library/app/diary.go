package app

import (
	"context"

	"library/texts"
	"library/wrap"
)

// A Chapter takes its title from an entry of a diary, which is data.
type Chapter struct {
	Title string
	Days  int
}

// Chapters makes a chapter of each entry.
func Chapters(entries []*texts.Entry) (out []*Chapter) {
	for _, e := range entries {
		out = append(out, &Chapter{Title: e.Content, Days: 1})
	}
	return out
}

// Write writes all chapters.
func Write(ctx context.Context, c *wrap.Client, all []*Chapter) error {
	for _, ch := range all {
		if err := c.Ask(ctx, "Write the chapter that has this title: "+ch.Title); err != nil { // want `user prompt hardcoded in Write \(7 words`
			return err
		}
	}
	return nil
}

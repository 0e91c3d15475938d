package assembled

import (
	"context"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

// A sentence that a table of the function chooses is a part of the text that it is added to.
func guide(lang string) string {
	line := map[string]string{
		"nl": "Write the whole guide in Dutch.",
		"pt": "Write the whole guide in Portuguese.",
	}[lang]
	if line == "" {
		line = "Write the whole guide in English."
	}
	return "You know every museum of this city and what stands in it. " + // want `guide builds a prompt of 42 words from 5 literals`
		"Name the rooms that a child of ten would like to see. " + line
}

// So is a constant of the function.
func tour(hours string) string {
	const pace = "Plan a pause on a bench after every second room." // want `tour builds a prompt of 27 words from 3 literals`
	var b strings.Builder
	b.WriteString("Plan a walk through the museum for two grown-ups and a child.\n")
	b.WriteString(pace)
	b.WriteString("\nThe walk takes at most " + hours)
	return b.String()
}

type hint struct {
	word string
	say  string
}

// The rows of a table in a function are one text.
func help(answer string) string {
	if answer == "" {
		return "Your answer was empty, write at least one line." // want `prompt hardcoded in help \(9 words`
	}
	hints := []hint{
		{strings.ToLower("Bus"), "There is no bus in this city, name a tram."}, // want `prompt hardcoded in help \(20 words`
		{strings.ToLower("Ship"), "There is no harbour in this city, name a tram."},
	}
	for _, h := range hints {
		if strings.Contains(answer, h.word) {
			return h.say
		}
	}
	return ""
}

func visit(ctx context.Context, c *openai.Client, lang, hours, answer string) {
	send(ctx, c, guide(lang))
	send(ctx, c, tour(hours))
	send(ctx, c, help(answer))
}

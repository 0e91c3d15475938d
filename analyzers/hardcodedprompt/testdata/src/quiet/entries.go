package quiet

import (
	"context"
	"strings"
)

// slot is an entry that a prompt lists: its description is data of the program, such as that of a tool.
type slot struct {
	Name        string
	Description string
	Guidance    string
}

type slotOption func(*slot)

func describedAs(text string) slotOption { return func(s *slot) { s.Description = text } }

func newSlot(name string, options ...slotOption) slot {
	s := slot{Name: name}
	for _, o := range options {
		o(&s)
	}
	return s
}

func (p prober) fill(ctx context.Context) (string, error) {
	slots := []slot{
		{Name: "sender", Description: "The person who has written the letter"},
		newSlot("date", describedAs("The day on which the letter was written")),
		{Name: "town", Guidance: "Take the town from the letterhead, never from the stamp."}, // want `fill builds a system prompt of 13 words`
	}
	var b strings.Builder
	for _, s := range slots {
		b.WriteString("- " + s.Name + ": " + s.Description + " " + s.Guidance + "\n")
	}
	return p.ask(ctx, b.String(), "go")
}

// flaw is what a check has found.
type flaw struct {
	Severity    int
	Description string
}

func (p prober) correct(ctx context.Context, flaws []flaw, letter string) (string, error) {
	if len(letter) > 2000 {
		flaws = append(flaws, flaw{Severity: 2, Description: "The letter has more than two thousand characters"})
	}
	text := ""
	for _, f := range flaws {
		text += f.Description + "\n"
	}
	return p.ask(ctx, "Correct the letter so that it has none of these flaws.", text) // want `system prompt hardcoded in correct \(11 words`
}

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

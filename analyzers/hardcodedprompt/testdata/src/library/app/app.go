package app

import (
	"context"
	"fmt"

	"library/texts"
	"library/wrap"
)

func run(ctx context.Context, kind string) error {
	c := wrap.New(wrap.WithSystem("You answer only questions about billing.")) // want `text in run is a system prompt of 6 words`
	fmt.Println(texts.Help)
	for _, text := range []string{
		texts.Greeting,     // want `text of texts.Greeting is a user prompt of 11 words`
		texts.Rules(true),  // want `text of texts.Rules is a user prompt of 11 words`
		texts.ByKind[kind], // want `text of texts.ByKind is a user prompt of 9 words`
		texts.Frame("Thank the customer for the report."), // want `text in run is a user prompt of 6 words`
		texts.Rules(false),
	} {
		if err := c.Ask(ctx, text); err != nil {
			return err
		}
	}
	return nil
}

const roleTool = "tool"

func talk(ctx context.Context, c *wrap.Client) error {
	rejected := func(why string) wrap.Message {
		return wrap.Message{Role: roleTool, Content: "The user rejected this call: " + why, CallID: "1"}
	}
	return c.Talk(ctx, []wrap.Message{
		{Role: "user", Content: "Which bills are not paid?"}, // want `text in talk is a user prompt of 5 words`
		rejected("it is not to be done"),
	}, false)
}

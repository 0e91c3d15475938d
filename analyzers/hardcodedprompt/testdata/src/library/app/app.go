package app

import (
	"context"
	"fmt"

	"library/texts"
	"library/wrap"
)

func run(ctx context.Context, kind string) error {
	c := wrap.New(wrap.WithSystem("You answer only questions about billing.")) // want `system prompt hardcoded in run \(6 words, passed to wrap\.WithSystem\)`
	fmt.Println(texts.Help)
	for _, text := range []string{
		texts.Greeting,     // want `user prompt hardcoded in texts\.Greeting \(11 words, sent by \(\*wrap\.Client\)\.Ask\)`
		texts.Rules(true),  // want `user prompt hardcoded in texts\.Rules \(11 words, sent by \(\*wrap\.Client\)\.Ask\)`
		texts.ByKind[kind], // want `user prompt hardcoded in texts\.ByKind \(9 words, sent by \(\*wrap\.Client\)\.Ask\)`
		texts.Frame("Thank the customer for the report."), // want `user prompt hardcoded in run \(6 words, sent by \(\*wrap\.Client\)\.Ask\)`
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
		{Role: "user", Content: "Which bills are not paid?"}, // want `user prompt hardcoded in talk \(5 words, sent by \(\*wrap\.Client\)\.Talk\)`
		rejected("it is not to be done"),
	}, false)
}

// Package cut runs the tools of a message that may have been cut.
package cut

import "github.com/anthropics/anthropic-sdk-go"

func run(events []anthropic.MessageStreamEventUnion, do func(name string, input []byte) error) error {
	var m anthropic.Message
	for _, e := range events {
		if err := m.Accumulate(e); err != nil { // want `Accumulate returns a tool call that was cut off at max_tokens with the arguments`
			return err
		}
	}
	for _, b := range m.Content {
		if b.Type == "tool_use" {
			if err := do(b.Name, b.Input); err != nil {
				return err
			}
		}
	}
	return nil
}

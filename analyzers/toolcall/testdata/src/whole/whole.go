// Package whole asks why the message ended before it runs a tool.
package whole

import (
	"errors"

	"github.com/anthropics/anthropic-sdk-go"
)

func run(events []anthropic.MessageStreamEventUnion, do func(name string, input []byte) error) error {
	var m anthropic.Message
	for _, e := range events {
		if err := m.Accumulate(e); err != nil {
			return err
		}
	}
	if m.StopReason == anthropic.StopReasonMaxTokens {
		return errors.New("the answer was cut")
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

// Package written writes the first configuration, for users to edit.
package written

import "settings"

func First() (settings.Agent, *settings.Stored) {
	return settings.Agent{Model: "gpt-4.1"}, &settings.Stored{Model: "gpt-4.1-mini", Theme: "dark"}
}

func Fixed() (settings.Request, settings.Plain) {
	return settings.Request{Model: "gpt-4o"}, // want `model ID "gpt-4o" is fixed`
		settings.Plain{Model: "gpt-4.1-nano"} // want `model ID "gpt-4.1-nano" is fixed`
}

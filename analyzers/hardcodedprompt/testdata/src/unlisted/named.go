package unlisted

import (
	"context"

	"example.com/brain/agent"
	"example.com/club"
)

const planner = "You plan trips and never book them yourself." // want `system prompt hardcoded in constant planner \(8 words, passed to \(\*agent\.Agent\)\.SetSystemInstructions\)`

func plan(ctx context.Context) (*agent.Result, error) {
	a := agent.New("planner")
	a.SetSystemInstructions(planner)
	a.Log("The planner has started and waits for its first task.")
	return a.Run(ctx, "Plan two days in Lisbon for a family of four.") // want `prompt hardcoded in plan \(10 words, passed to \(\*agent\.Agent\)\.Run\)`
}

func others() []*agent.Agent {
	return []*agent.Agent{
		agent.New("critic", agent.WithSystemPrompt("You name the weakest sentence of a text.")),          // want `system prompt hardcoded in others \(8 words, passed to agent\.WithSystemPrompt\)`
		agent.New("poet", agent.WithInstructions("Turn each answer into four rhyming lines.")),           // want `system prompt hardcoded in others \(7 words, passed to agent\.WithInstructions\)`
		agent.Of(agent.Config{Name: "guard", SystemPrompt: "You refuse whatever is against the rules."}), // want `system prompt hardcoded in others \(7 words, sent through the field Config\.SystemPrompt of package agent\)`
		agent.Of(agent.Config{Name: "scribe", Instructions: "Write down who has said what, in order."}),  // want `system prompt hardcoded in others \(8 words, sent through the field Config\.Instructions of package agent\)`
	}
}

func talk(a *agent.Agent, letter string) {
	a.AddTurn("user", "Sum up this letter in two lines:\n"+letter)      // want `user prompt hardcoded in talk \(7 words, passed to \(\*agent\.Agent\)\.AddTurn\)`
	a.AddTurn(agent.Developer, "Answer in the language of the letter.") // want `developer prompt hardcoded in talk \(7 words, passed to \(\*agent\.Agent\)\.AddTurn\)`
	a.AddTurn("assistant", "I have read the whole of the letter.").AddTurn("tool", "The letter could not be opened today.")
}

// People read these.
func gather(ctx context.Context, r *club.Room) {
	club.WithInstructions("Please be kind to each other in this room.")(r)
	r.System("The room will be closed in five minutes.").AddSystemMessage("Somebody has left the room without a word.")
	r.Ask(ctx, "Who would like to speak at the next meeting?")
	r.SendMessage("user", "The host has opened the door for you.")
	_ = club.Notice{System: "The lights of the hall are off today.", Prompt: "Which of the two doors do you want?"}
}

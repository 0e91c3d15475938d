package good

import "google.golang.org/genai"

func Tell(call *genai.FunctionCall, run func(map[string]any) (map[string]any, error)) *genai.Part {
	got, err := run(call.Args)
	if err != nil {
		got = map[string]any{"failed": err.Error()}
	}
	return genai.NewPartFromFunctionResponse(call.Name, got)
}

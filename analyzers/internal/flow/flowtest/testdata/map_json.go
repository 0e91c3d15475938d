package main

func main() {
	body := map[string]any{"model": "stays a model"}
	body["options"] = map[string]any{"system": "flows from the options", "stop": "stays a stop word"}
	sink(body["options"].(map[string]any)["system"].(string))

	state := map[string]any{}
	state["run"] = map[string]any{"graph": map[string]any{"prompt": "flows from below", "id": "stays an id"}}
	sink(deep(state, []string{"run", "graph"})["prompt"].(string))

	text := body["options"].(map[string]any)
	text["system"] = "flows when set later"
	text["stop"] = "stays a stop word set later"
}

func deep(m map[string]any, path []string) map[string]any {
	for _, key := range path {
		m = m[key].(map[string]any)
	}
	return m
}

func sink(string) {}

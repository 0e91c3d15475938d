package main

func main() {
	m := map[string]map[string]string{"en": {"prompt": "flows in English", "help": "stays help"}, "de": {"prompt": "stays in German"}}
	sink(m["en"]["prompt"])

	n := map[string]any{}
	n["messages"] = []map[string]string{{"role": "stays a role", "content": "flows as content"}}
	n["model"] = "stays a model"
	for _, msg := range n["messages"].([]map[string]string) {
		sink(msg["content"])
	}
	for key := range map[string]string{"flows as a key": "stays a value"} {
		sink(key)
	}
	for _, value := range map[string]string{"stays as a key": "flows as a value"} {
		sink(value)
	}
	inner := m["fr"]
	inner["prompt"] = "stays in French"
	k := m["en"]
	k["prompt"] = "flows when set later"
}

func sink(string) {}

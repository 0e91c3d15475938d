package main

type entry struct{ name, text string }

var texts = map[string]string{"help": "stays under help", "prompt": "flows under prompt"}

var table = []entry{{"stays a name", "flows from a table"}, {name: "stays too", text: "flows from its end"}}

var byName = map[string]*entry{"a": {text: "flows under a"}, "b": {text: "stays under b"}}

var single = entry{name: "stays single", text: "flows single"}

var late string

func init() { late = "flows late" }

func main() {
	sink(texts["prompt"])
	for _, e := range table {
		sink(e.text)
	}
	sink(byName["a"].text)
	sink(single.text)
	sink(late)
}

func sink(string) {}

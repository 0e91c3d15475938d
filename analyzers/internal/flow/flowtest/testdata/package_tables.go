package main

type entry struct{ name, text string }

var texts = map[string]string{"help": "stays under help", "prompt": "flows under prompt"}

var table = []entry{{"stays a name", "flows from a table"}, {name: "stays too", text: "flows from its end"}}

var byName = map[string]*entry{"a": {text: "flows under a"}, "b": {text: "stays under b"}}

var single = entry{name: "stays single", text: "flows single"}

var late string

// Only what nothing else changes is known by its index.
var steps = []string{"stays first", "flows second", "stays third"}

var letters = [3]string{"flows in an array", "stays in an array"}

var swapped = []string{"flows swapped", "flows before it was swapped"}

var passed = []string{"flows passed", "flows to who may change it"}

var sorted = []string{1: "flows sorted", 0: "flows sorted too"}

func init() { late = "flows late" }

func main() {
	sink(texts["prompt"])
	for _, e := range table {
		sink(e.text)
	}
	sink(byName["a"].text)
	sink(single.text)
	sink(late)
	sink(steps[1])
	for i := range steps {
		_ = len(steps[i])
	}
	sink(letters[0])
	swapped[0], swapped[1] = swapped[1], swapped[0]
	sink(swapped[0])
	turn(passed)
	sink(passed[0])
	turn(sorted[:])
	sink(sorted[1])
}

func turn(list []string) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}

func sink(string) {}

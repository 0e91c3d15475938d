package main

func main() {
	texts := map[string]string{"usage": "stays under usage", "prompt": "flows from prompt"}
	println(texts["usage"])
	sink(texts["prompt"])

	any := map[string]string{"a": "flows under a", "b": "flows under b"}
	for i := range 2 {
		sink(any[string(rune('a'+i))])
	}
}

func sink(string) {}

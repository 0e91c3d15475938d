package main

type page struct{ text, note string }

type store interface{ load() *page }

func ask(s store) string { return s.load().text }

func main() {
	p := &page{text: "perhaps from somewhere", note: "stays a note"}
	println(p)
	sink(ask(nil))
}

func sink(string) {}

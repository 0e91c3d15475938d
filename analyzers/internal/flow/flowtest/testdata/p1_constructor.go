package main

type page struct{ text string }

func newPage(s string) *page { return &page{text: s} }

func main() {
	help := newPage("stays in the help")
	prompt := newPage("flows from the prompt")
	println(help.text)
	sink(prompt.text)
}

func sink(string) {}

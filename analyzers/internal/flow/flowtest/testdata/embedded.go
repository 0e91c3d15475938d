package main

type base struct{ text string }

func (b *base) set(s string) { b.text = s }

type page struct {
	base
	title string
}

func main() {
	var help, prompt page
	help.set("stays in the help")
	prompt.set("flows from the prompt")
	prompt.title = "stays in the title"
	println(help.text)
	sink(prompt.text)

	q := &page{base: base{"flows from a literal"}, title: "stays in another title"}
	sink(q.base.text)
}

func sink(string) {}

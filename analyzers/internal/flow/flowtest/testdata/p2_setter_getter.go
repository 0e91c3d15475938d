package main

type page struct{ text string }

func (p *page) set(s string) { p.text = s }
func (p *page) get() string  { return p.text }

func main() {
	help, prompt := &page{}, &page{}
	help.set("stays in the help")
	prompt.set("flows from the prompt")
	println(help.get())
	sink(prompt.get())
}

func sink(string) {}

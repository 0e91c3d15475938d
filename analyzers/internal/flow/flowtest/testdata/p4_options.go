package main

type config struct{ text string }

type option func(*config)

func withText(s string) option { return func(c *config) { c.text = s } }

func newConfig(opts ...option) *config {
	c := &config{}
	for _, o := range opts {
		o(c)
	}
	return c
}

func main() {
	help := newConfig(withText("stays in the help"))
	prompt := newConfig(withText("flows from the prompt"))
	println(help.text)
	sink(prompt.text)
}

func sink(string) {}

package main

type settings struct{ name, text string }

type option interface{ apply(*settings) }

type optionFunc func(*settings)

func (f optionFunc) apply(s *settings) { f(s) }

func text(s string) option { return optionFunc(func(c *settings) { c.text = s }) }
func name(s string) option { return optionFunc(func(c *settings) { c.name = s }) }

func configure(opts ...option) *settings {
	c := new(settings)
	for _, o := range opts {
		o.apply(c)
	}
	return c
}

func main() {
	prompt := configure(name("stays a name"), text("flows from the prompt"))
	sink(prompt.text)
}

func sink(string) {}

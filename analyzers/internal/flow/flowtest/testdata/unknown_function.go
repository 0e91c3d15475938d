package main

type config struct{ name, text string }

type option func(*config)

func withText(s string) option { return func(c *config) { c.text = s } }
func withName(s string) option { return func(c *config) { c.name = s } }

type source interface{ options() []option }

func configure(s source) *config {
	c := &config{}
	for _, o := range s.options() {
		o(c)
	}
	return c
}

func main() {
	println(withText("perhaps given by others"), withName("stays a name"))
	sink(configure(nil).text)
}

func sink(string) {}

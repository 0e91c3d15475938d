package main

type page struct{ title, text string }

func (p page) with(s string) page { p.text = s; return p }
func (p page) get() string        { return p.text }

func main() {
	a := page{title: "stays a title"}.with("stays in a")
	b := page{}.with("flows from b")
	println(a.get())
	sink(b.get())
	c := page{}.with("stays written over").with("flows from c")
	sink(c.get())
}

func sink(string) {}

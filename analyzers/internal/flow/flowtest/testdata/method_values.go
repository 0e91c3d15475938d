package main

type page struct{ text string }

func (p *page) get() string  { return p.text }
func (p *page) set(s string) { p.text = s }

func call(f func() string) string { return f() }

func main() {
	a, b := &page{"stays in a"}, &page{"flows from b"}
	println(call(a.get))
	sink(call(b.get))

	c, d := &page{}, &page{}
	fill := d.set
	fill("flows by a method value")
	c.set("stays in c")
	println(c.text)
	sink(d.text)
	get := (*page).get
	sink(get(&page{"flows by a method expression"}))
}

func sink(string) {}

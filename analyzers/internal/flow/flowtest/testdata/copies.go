package main

type page struct{ text, note string }

func main() {
	a := page{text: "flows from a copy", note: "stays a note"}
	b := a
	a.text = "stays in the first"
	println(a.text)
	sink(b.text)

	p := &page{text: "flows from what it points to"}
	q := p
	c := *q
	sink(c.text)
	d := *p
	d.text = "stays in a copy"
	sink(p.text)
	println(d.text)
}

func sink(string) {}

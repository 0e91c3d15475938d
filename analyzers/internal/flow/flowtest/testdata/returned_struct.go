package main

type page struct{ title, text string }

func make1(s string) page { return page{title: "stays a title", text: s} }

func make2(s string) (p page, ok bool) {
	p.text = s
	p.title = "stays another title"
	return p, true
}

func main() {
	a, b := make1("stays in a"), make1("flows from b")
	println(a.text)
	sink(b.text)
	c, _ := make2("stays in c")
	d, _ := make2("flows from d")
	println(c.text)
	sink(d.text)
	sink(make1("flows at once").text)
}

func sink(string) {}

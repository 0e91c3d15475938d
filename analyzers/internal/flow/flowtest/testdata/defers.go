package main

type page struct{ text string }

func (p *page) fill(s string) { p.text = s }

func named() (s string) {
	defer func() { s = "flows from a deferred function" }()
	return "flows as well"
}

func main() {
	p, q := &page{}, &page{}
	defer func() { sink(p.text) }()
	defer q.fill("stays in q")
	defer p.fill("flows from a deferred call")
	sink(named())
}

func sink(string) {}

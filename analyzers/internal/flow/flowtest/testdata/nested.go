package main

type inner struct{ text, note string }

type outer struct {
	a, b inner
	p    *inner
}

func main() {
	o := outer{a: inner{"flows from a", "stays a note"}, b: inner{"stays in b", "stays a note too"}}
	o.p = &inner{text: "flows through a pointer", note: "stays behind the pointer"}
	sink(o.a.text)
	sink(o.p.text)
	println(o.b.text)
	o.b.note = "stays in b's note"

	shared := &inner{}
	x, y := &outer{p: shared}, &outer{p: &inner{text: "stays in y"}}
	shared.text = "flows by another name"
	sink(x.p.text)
	println(y.p.text)
}

func sink(string) {}

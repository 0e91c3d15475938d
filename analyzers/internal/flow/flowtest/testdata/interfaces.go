package main

type texter interface{ text() string }

type fixed struct{ s string }

func (f fixed) text() string { return f.s }

type loud struct{ t texter }

func (l *loud) text() string { return l.t.text() + "!" }

func show(t texter) { sink(t.text()) }

func main() {
	show(fixed{"flows from a value"})
	show(&loud{fixed{"flows from the inside"}})
	var hidden texter = fixed{"stays unshown"}
	println(hidden.text())
}

func sink(string) {}

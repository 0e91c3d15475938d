package main

import "strings"

func adder(s string) func() string { return func() string { return s } }

func build(extra string) string {
	var b strings.Builder
	add := func(s string) { b.WriteString(s) }
	add("flows by the closure")
	add(extra)
	return b.String()
}

func main() {
	a, b := adder("stays in a"), adder("flows from b")
	println(a())
	sink(b())

	text := "flows by a captured variable"
	func() { sink(text) }()

	var set string
	fill := func(s string) { set = s }
	fill("flows into a captured variable")
	sink(set)

	sink(build("flows as an extra"))
}

func sink(string) {}

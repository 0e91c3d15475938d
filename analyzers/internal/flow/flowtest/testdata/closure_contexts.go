package main

func build(extra string) string {
	var all string
	add := func(s string) { all += s }
	add(extra)
	return all
}

func main() {
	println(build("stays with its own call"))
	sink(build("flows from its call"))
}

func sink(string) {}

package main

func two() (string, string) { return "stays first", "flows second" }

func named(s string) (a, b string) {
	a = s
	b = "stays in b"
	return
}

func swap(a, b string) (string, string) { return b, a }

func main() {
	_, second := two()
	sink(second)
	a, b := named("flows from a")
	sink(a)
	println(b)
	x, y := swap("flows when swapped", "stays when swapped")
	sink(y)
	println(x)
}

func sink(string) {}

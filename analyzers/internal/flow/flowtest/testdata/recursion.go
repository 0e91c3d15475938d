package main

func repeat(s string, n int) string {
	if n == 0 {
		return s
	}
	return s + repeat(s, n-1)
}

type node struct {
	text string
	next *node
}

func join(n *node) string {
	if n == nil {
		return ""
	}
	return n.text + join(n.next)
}

func even(s string, n int) string {
	if n == 0 {
		return s
	}
	return odd(s, n-1)
}

func odd(s string, n int) string {
	if n == 0 {
		return "flows when odd"
	}
	return third(s, n-1)
}

func third(s string, n int) string { return even(s, n-1) }

func main() {
	sink(repeat("flows again and again", 3))
	println(repeat("stays alone", 3))
	sink(join(&node{"flows from the head", &node{"flows from the tail", nil}}))
	println(join(&node{"stays in a list", nil}))
	sink(even("flows around", 9))
	println(third("stays around", 9))
}

func sink(string) {}

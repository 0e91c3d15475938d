package main

func main() {
	h := apply(id, func() {}).(func())
	h()
	sink(apply(id, "flows through a function value").(string))
	_ = apply(id, "stays outside").(string)
}

func id(x any) any { return x }

func apply(f func(any) any, x any) any { return f(x) }

func sink(string) {}

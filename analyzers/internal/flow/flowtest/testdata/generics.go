package main

type box[T any] struct{ value T }

func newBox[T any](v T) *box[T] { return &box[T]{v} }

func (b *box[T]) get() T  { return b.value }
func (b *box[T]) set(v T) { b.value = v }

func first[T any](list []T) T { return list[0] }

func main() {
	a, b := newBox("stays in a"), newBox("flows from b")
	println(a.get())
	sink(b.get())
	c, d := &box[string]{}, &box[string]{}
	c.set("stays in c")
	d.set("flows from d")
	println(c.get())
	sink(d.get())
	sink(first([]string{"flows from a list"}))
	println(first([]string{"stays in a list"}))
}

func sink(string) {}

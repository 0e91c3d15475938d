package main

type greeter struct{ before, after string }

func (g greeter) greet(name string) string { return g.before + name }

type teller struct{ story, title string }

func (t *teller) tell() { sink(t.story) }

func each(f func(string) string) string { return f("flows as an argument") }

func run(f func()) { f() }

func main() {
	g := greeter{"flows with the receiver", "stays beside it"}
	sink(each(g.greet))

	t := &teller{story: "flows when it is run", title: "stays the title"}
	run(t.tell)

	u := greeter{before: "stays, for it is printed"}
	println(each(u.greet))
}

func sink(string) {}

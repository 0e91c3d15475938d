package main

type handler struct {
	name  string
	build func(string) string
}

func plain(s string) string { return s }
func loud(s string) string  { return s + "flows from loud" }
func quiet(s string) string { return "stays quiet" }

func main() {
	h := handler{"stays a name", loud}
	q := handler{"stays another name", quiet}
	sink(h.build("flows as an argument"))
	println(q.build("stays unheard"))

	table := map[string]func(string) string{"plain": plain, "quiet": quiet}
	sink(table["plain"]("flows by a table"))
}

func sink(string) {}

package one

type Note struct{ Text, Title string }

func Send(n Note) { sink(n.Text) }

func Print(n Note) { println(n.Text, n.Title) }

func Printed() { Print(Note{Text: "stays in what is printed"}) }

func Default() Note { return Note{Text: "perhaps, for others may send it", Title: "stays a title"} }

func Both() {
	n := Note{Text: "flows from what is printed, too"}
	Print(n)
	Send(n)
}

func sink(string) {}

package main

type page struct{ text string }

func main() {
	s := "flows from the start"
	for i := range 3 {
		if i > 0 {
			s += "flows from the loop"
		}
	}
	sink(s)

	for _, text := range []string{"flows each time"} {
		p := &page{}
		p.text = text
		sink(p.text)
	}

	var last *page
	for i := range 3 {
		next := &page{text: "flows from the last"}
		if i == 2 {
			sink(last.text)
		}
		last = next
	}
}

func sink(string) {}

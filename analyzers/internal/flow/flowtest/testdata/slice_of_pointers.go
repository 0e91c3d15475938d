package main

type page struct{ title, text string }

func main() {
	pages := []*page{{"stays a title", "flows from the first"}, {"stays a title too", "flows from the second"}}
	pages = append(pages, &page{text: "flows from the third"})
	for _, p := range pages {
		sink(p.text)
	}
	others := []*page{{"stays elsewhere", "stays in another list"}}
	for _, p := range others {
		println(p.text)
	}
}

func sink(string) {}

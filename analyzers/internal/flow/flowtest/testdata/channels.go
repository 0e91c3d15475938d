package main

type job struct{ title, text string }

func main() {
	a, b := make(chan string), make(chan string)
	go func() { a <- "stays in a"; b <- "flows from b" }()
	println(<-a)
	sink(<-b)

	jobs := make(chan job, 1)
	jobs <- job{"stays a title", "flows from a job"}
	for j := range jobs {
		sink(j.text)
	}
	select {
	case s := <-b:
		sink(s)
	case s := <-a:
		println(s)
	}
}

func sink(string) {}

package main

type config struct{ text string }

func main() {
	c := &config{}
	c.text = "stays written over"
	println(c.text)
	c.text = "flows written last"
	sink(c.text)

	var d config
	d.text = "flows from one branch"
	if len(d.text) > 3 {
		d.text = "flows from the other branch"
	}
	sink(d.text)
}

func sink(string) {}

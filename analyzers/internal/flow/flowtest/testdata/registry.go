package main

type page struct{ text string }

type registry struct{ pages map[string]*page }

func (r *registry) add(name string, p *page) { r.pages[name] = p }

func main() {
	r, other := &registry{map[string]*page{}}, &registry{map[string]*page{}}
	r.add("prompt", &page{"flows from the registry"})
	other.add("prompt", &page{"stays in the other"})
	sink(r.pages["prompt"].text)

	p := &page{}
	r.add("late", p)
	r.pages["late"].text = "perhaps by the registry"
	sink(p.text)
}

func sink(string) {}

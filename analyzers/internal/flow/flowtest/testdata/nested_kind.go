package main

// A list that holds lists of its own kind, each copied into a variable before it is read.
type node struct {
	text  string
	parts []node
}

func (n node) texts() (out []string) {
	out = append(out, n.text)
	for _, part := range n.parts {
		copied := part
		out = append(out, copied.texts()...)
		for _, below := range copied.parts {
			again := below
			out = append(out, again.parts[0].text)
		}
	}
	return out
}

func sink(string) {}

func main() {
	leaf := node{text: "flows from below"}
	root := node{text: "flows from the top", parts: []node{{parts: []node{leaf}}}}
	for _, text := range root.texts() {
		sink(text)
	}
}

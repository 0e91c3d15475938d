package main

type tool interface {
	Run(in map[string]any) (string, error)
}

type memo struct{}

func (memo) Run(in map[string]any) (string, error) { return note(), nil }

type clock struct{}

func (clock) Run(in map[string]any) (string, error) { return "stays an answer", nil }

func note() string          { return "flows by the long way" }
func one(s string) string   { return s + "." }
func two(s string) string   { return one(s) + "!" }
func three(s string) string { return two(s) + "?" }

func main() {
	var t tool = memo{}
	if len(three("")) > 3 {
		t = clock{}
	}
	out, _ := t.Run(nil)
	sink(out)
	sink(three(note()))
}

func sink(string) {}

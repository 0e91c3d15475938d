package ownclient

type response struct {
	ID      string   `json:"id"`
	Choices []choice `json:"choices"`
}

type choice struct {
	Text string `json:"text"`
}

// A menu has choices, and no model made them.
type menu struct {
	Choices []choice `json:"choices"`
}

func answer(r response) string {
	return r.Choices[0].Text // want `r.Choices\[0\] panics if the response has none`
}

func pick(m menu) string { return m.Choices[0].Text }

// A page is in itself.
type page struct {
	*page
	ID      string   `json:"id"`
	Choices []choice `json:"choices"`
}

func turn(p page) string {
	return p.Choices[0].Text // want `p.Choices\[0\] panics if the response has none`
}

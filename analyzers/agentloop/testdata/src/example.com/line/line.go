// Package line reads what a person types, and does other things.
package line

type Editor struct{}

func (*Editor) Read() (string, error)                    { return "", nil }
func (*Editor) Prompt(label string) (string, error)      { return "", nil }
func (*Editor) Choose(labels ...string) (string, error)  { return "", nil }
func (*Editor) Width() (int, error)                      { return 0, nil }
func (*Editor) Name() string                             { return "" }
func (*Editor) Render(columns int) (string, error)       { return "", nil }
func (*Editor) Replace(old, new string) (string, error)  { return "", nil }
func (*Editor) State() (label string, at int, err error) { return "", 0, nil }

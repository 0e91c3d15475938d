// Package mustache has what the tests need of the engine.
package mustache

type Template struct{}

func Render(data string, context ...any) (string, error) { return data, nil }
func ParseString(data string) (*Template, error)         { return nil, nil }
func (*Template) Render(context ...any) (string, error)  { return "", nil }

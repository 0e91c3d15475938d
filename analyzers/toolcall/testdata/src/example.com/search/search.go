// Package search finds things, and decodes in ways of its own.
package search

type Params struct{ Query string }

func Run(query string) error { return nil }
func Show(query string)      {}
func Count(query string) int { return 0 }

func UnmarshalString(data string, v any) error { return nil }

type Strict struct{}

func (Strict) Unmarshal(data []byte, v any) error { return nil }

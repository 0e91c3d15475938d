// Package plain decodes one type only.
package plain

import "example.com/search"

func Unmarshal(data []byte, p *search.Params) error { return nil }

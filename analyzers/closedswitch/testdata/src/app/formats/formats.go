// Package formats chooses between the wire formats of one vendor.
package formats

import "github.com/sashabaranov/go-openai"

type Chat struct{ client *openai.Client }
type Legacy struct{ client *openai.Client }
type Batch struct{ client *openai.Client }

func (*Chat) Close()   {}
func (*Legacy) Close() {}
func (*Batch) Close()  {}

func New(format string) any {
	switch format {
	case "chat":
		return &Chat{}
	case "legacy":
		return &Legacy{}
	case "batch":
		return &Batch{}
	}
	return nil
}

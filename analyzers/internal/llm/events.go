package llm

import "go/types"

// IsEvent reports whether a type has the shape of one event of a model's stream, see [shape.Judge.IsEvent].
func (i *Info) IsEvent(t types.Type) bool { return i.b != nil && i.b.shapes.IsEvent(t) }

// IsRequest reports whether a type has the shape of a request to a model, see [shape.Judge.RequestOf].
func (i *Info) IsRequest(t types.Type) bool { return i.b != nil && i.b.shapes.RequestOf(t).Score > 0 }

// TakesTools reports whether a type is a declaration of a tool, of a kind that the program's own requests to a model carry.
func (i *Info) TakesTools(t types.Type) bool { return i.b != nil && i.b.shapes.TakesTools(t) }

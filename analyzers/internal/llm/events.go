package llm

import "go/types"

// IsEvent reports whether a type has the shape of one event of a model's stream, see [shape.Judge.IsEvent].
func (i *Info) IsEvent(t types.Type) bool { return i.b != nil && i.b.shapes.IsEvent(t) }

// IsRequest reports whether a type has the shape of a request to a model, see [shape.Judge.RequestOf].
func (i *Info) IsRequest(t types.Type) bool { return i.b != nil && i.b.shapes.RequestOf(t).Score > 0 }

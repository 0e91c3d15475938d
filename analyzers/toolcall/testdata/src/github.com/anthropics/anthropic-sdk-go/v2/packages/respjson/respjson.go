// Package respjson holds fields as they came.
package respjson

type Field struct{ raw string }

func (f Field) Raw() string { return f.raw }

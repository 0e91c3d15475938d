// Package wsjson reads messages of a connection.
package wsjson

import "context"

type Conn struct{}

func Read(ctx context.Context, c *Conn, v any) error { return nil }

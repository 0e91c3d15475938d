// Package router has what commands and routers hand to their functions.
package router

import (
	"context"
	"net/http"
)

type Command struct{}

func (*Command) Context() context.Context { return nil }

type Ctx struct{ Request *http.Request }

type Echo interface{ Request() *http.Request }

type Fiber struct{}

func (*Fiber) Request() []byte              { return nil }
func (*Fiber) UserContext() context.Context { return nil }

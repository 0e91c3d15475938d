// Package router has what commands and routers hand to their functions.
package router

import (
	"context"
	"net/http"
)

type Command struct{}

func (*Command) Context() context.Context { return nil }

// Tree is a command line: it has the context that it is run with.
type Tree struct{ Run func(*Tree) error }

func (*Tree) Context() context.Context                 { return nil }
func (*Tree) Execute() error                           { return nil }
func (*Tree) ExecuteContext(ctx context.Context) error { return nil }

type Ctx struct{ Request *http.Request }

type Echo interface{ Request() *http.Request }

type Fiber struct{}

func (*Fiber) Request() []byte              { return nil }
func (*Fiber) UserContext() context.Context { return nil }

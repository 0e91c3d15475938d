package check

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
)

// Limits bound what a program may take that works on strangers' code. Zero is no limit.
type Limits struct {
	Time   time.Duration
	Memory uint64 // bytes, of the program and of each that it starts
}

// begin starts the time of one program.
func (l Limits) begin(ctx context.Context) (context.Context, context.CancelFunc) {
	if l.Time == 0 {
		return ctx, func() {}
	}
	return context.WithTimeoutCause(ctx, l.Time, fmt.Errorf("the go command took longer than %v on this code and was ended", l.Time))
}

// exceeded is an error if a program complained that it was given no more memory.
func (l Limits) exceeded(stderr string) error {
	if l.Memory == 0 || !strings.Contains(stderr, "out of memory") && !strings.Contains(stderr, "cannot allocate memory") {
		return nil
	}
	return fmt.Errorf("the go command needed more than %d MB of memory for this code", l.Memory>>20)
}

// goCommand prepares the go command.
func (o *Options) goCommand(ctx context.Context, args ...string) *child.Cmd {
	cmd := child.Command(ctx, "go", args...)
	cmd.Dir, cmd.Env = o.Dir, o.Env
	if o.Limits.Memory > 0 {
		child.LimitMemory(cmd, o.Limits.Memory)
	}
	return cmd
}

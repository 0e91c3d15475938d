package command

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// A stopped error holds the signal that ended the command. The exit status is the shell's: 128 plus the number.
type stopped struct{ signal syscall.Signal }

func (s stopped) Error() string { return fmt.Sprintf("stopped: %v", s.signal) }

// untilSignal returns a context that ends, with a stopped error as its cause, on the first interrupt or SIGTERM.
func untilSignal() (ctx context.Context, release func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			cancel(stopped{s.(syscall.Signal)})
		case <-ctx.Done():
		}
	}()
	return ctx, func() { signal.Stop(signals); cancel(nil) }
}

package command

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
)

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// colored follows the conventions of no-color.org and of CLICOLOR_FORCE.
func colored(w io.Writer) bool {
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if force := os.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	return isTerminal(w) && os.Getenv("TERM") != "dumb"
}

// A meter shows how far a long run is, on a terminal only.
type meter struct {
	w     io.Writer
	on    bool
	begun time.Time
	last  time.Time
}

const (
	patience = 2 * time.Second // a shorter run shows nothing
	interval = 100 * time.Millisecond
)

func newMeter(w io.Writer) *meter {
	return &meter{w: w, on: isTerminal(w), begun: time.Now()}
}

func (m *meter) show(what string, done, total int) {
	if now := time.Now(); m.on && now.Sub(m.begun) > patience && now.Sub(m.last) > interval {
		m.last = now
		fmt.Fprintf(m.w, "\r\x1b[Kzahariacheck: %s, %d of %d", what, done, total)
	}
}

func (m *meter) clear() {
	if !m.last.IsZero() {
		fmt.Fprint(m.w, "\r\x1b[K")
	}
}

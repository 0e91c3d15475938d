package command

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
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
	note  string // follows the figures
	begun time.Time
	last  time.Time
}

const (
	patience = 2 * time.Second // a shorter run shows nothing
	interval = 100 * time.Millisecond
)

func newMeter(w io.Writer, o *check.Options) *meter {
	m := &meter{w: w, on: isTerminal(w), begun: time.Now()}
	if o.Store != nil {
		m.note = "; the next run is faster"
	}
	return m
}

func (m *meter) show(what string, done, total int) {
	if now := time.Now(); m.on && now.Sub(m.begun) > patience && now.Sub(m.last) > interval {
		m.last = now
		fmt.Fprintf(m.w, "\r\x1b[Kzahariacheck: %s, %d of %d%s", what, done, total, m.note)
	}
}

func (m *meter) clear() {
	if !m.last.IsZero() {
		fmt.Fprint(m.w, "\r\x1b[K")
	}
}

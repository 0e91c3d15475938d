package command

import (
	"errors"
	"fmt"
	"io"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/htmlreport"
)

// A format is a way to write a report that brings its own totals.
type format func(w io.Writer, rep *check.Report, o *options) error

// formats are those that -format names. Text is not one of them: it has flags of its own, and is what is written without.
var formats = map[string]format{
	"html": func(w io.Writer, rep *check.Report, o *options) error {
		return htmlreport.Write(w, rep, htmlreport.Options{Dir: o.Dir})
	},
}

// setFormat is what the flag -format does.
func (o *options) setFormat(name string) error {
	known := map[string]bool{"text": true}
	for k := range formats {
		known[k] = true
	}
	if !known[name] {
		return fmt.Errorf("there is no format %q%s", name, didYouMean(name, known))
	}
	o.format = formats[name]
	return nil
}

// mayFormat says what is wrong with the flags about formats.
func (o *options) mayFormat() error {
	if o.format != nil && (o.json || o.stats || o.diff) {
		return errors.New("-format says all of what is printed: leave out -json, -stats and -diff")
	}
	return nil
}

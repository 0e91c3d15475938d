// Package htmlreport writes a report as one HTML file that needs no network: for reading, on paper too, and for teaching.
//
// Everything taken from the checked code is escaped as text: html/template does that, analyzers.Clean shows its control
// characters, and a content security policy lets the file run only the script and the style that belong to it.
package htmlreport

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"time"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// Options say how a report looks.
type Options struct {
	Dir     string    // file names are relative to it, and its name is the title where there is no module
	Module  string    // path of the module, or ""
	Commit  string    // that is checked out, or ""
	Date    time.Time // of the report; the zero time for none
	Surface *Surface  // nil for none
}

var (
	//go:embed report.html
	layout string
	//go:embed report.css
	style string
	//go:embed report.js
	script string

	parsed = template.Must(template.New("report").Funcs(template.FuncMap{"secure": secure}).Parse(layout))
)

// Write writes a report. The same report gives the same bytes.
func Write(w io.Writer, rep *finding.Report, o Options) error {
	var out bytes.Buffer
	if err := parsed.Execute(&out, newPage(rep, o)); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// policy forbids the file everything but what it brings along.
func policy() string {
	return fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'", hash(style), hash(script))
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// secure passes only links that start with https; the template shows no link otherwise.
func secure(url string) string {
	if !strings.HasPrefix(url, "https://") {
		return ""
	}
	return url
}

package check

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// vendorPackage is a model's client over HTTP, which every module of these tests has: it is what reaches a model.
const vendorPackage = `
-- go.mod --
module example.com/app

go 1.24
-- vendorhttp/client.go --
package vendorhttp

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
)

type wire struct {
	Model    string     ` + "`json:\"model\"`" + `
	Messages []wireText ` + "`json:\"messages\"`" + `
}

type wireText struct {
	Role    string ` + "`json:\"role\"`" + `
	Content string ` + "`json:\"content\"`" + `
}

type reply struct {
	Choices []struct {
		Message wireText ` + "`json:\"message\"`" + `
	} ` + "`json:\"choices\"`" + `
	ID string ` + "`json:\"id\"`" + `
}

func Ask(ctx context.Context, model string, texts ...string) (string, error) {
	w := wire{Model: model}
	for _, t := range texts {
		w.Messages = append(w.Messages, wireText{Role: "user", Content: t})
	}
	body, err := json.Marshal(w)
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://models.example/v1/chat/completions", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil || len(r.Choices) == 0 {
		return "", err
	}
	return r.Choices[0].Message.Content, nil
}
`

// linkCases are modules of several packages. The lines with a want comment are those of the findings of hardcodedprompt.
var linkCases = map[string]string{
	"a port with text parameters": `
-- triage/triage.go --
package triage

import "context"

type Thinker interface {
	Think(ctx context.Context, task, about string) (string, error)
}

type Desk struct{ thinker Thinker }

func New(t Thinker) *Desk { return &Desk{t} }

func (d *Desk) Sort(ctx context.Context, mail string) (string, error) {
	return d.thinker.Think(ctx, "Sort this mail into one of three drawers", mail) // want
}
-- adapter/adapter.go --
package adapter

import (
	"context"

	"example.com/app/vendorhttp"
)

type Remote struct{ Model string }

func (r Remote) Think(ctx context.Context, task, about string) (string, error) {
	return vendorhttp.Ask(ctx, r.Model, task, about)
}
-- main.go --
package main

import (
	"context"

	"example.com/app/adapter"
	"example.com/app/triage"
)

func main() {
	triage.New(adapter.Remote{"m"}).Sort(context.Background(), "Please call me back before noon") // want
}
`,
	"message types of the domain": `
-- domain/domain.go --
package domain

import "context"

type Speaker int

const (
	Host Speaker = iota
	Guest
)

type Line struct {
	By   Speaker
	Said string
	Note string
}

type Order struct{ Lines []*Line }

type Stage interface {
	Play(context.Context, *Order) (*Line, error)
}
-- show/show.go --
package show

import (
	"context"

	"example.com/app/domain"
)

func Run(ctx context.Context, s domain.Stage) (*domain.Line, error) {
	return s.Play(ctx, &domain.Order{Lines: []*domain.Line{
		{By: domain.Host, Said: "Answer as the captain of a ferry would", Note: "this one is never read aloud to anyone"}, // want
	}})
}
-- adapter/adapter.go --
package adapter

import (
	"context"

	"example.com/app/domain"
	"example.com/app/vendorhttp"
)

type theatre struct{ model string }

func New(model string) domain.Stage { return &theatre{model} }

func (t *theatre) Play(ctx context.Context, o *domain.Order) (*domain.Line, error) {
	var said []string
	for _, l := range o.Lines {
		said = append(said, l.Said)
	}
	out, err := vendorhttp.Ask(ctx, t.model, said...)
	return &domain.Line{Said: out}, err
}
`,
	"decorators between, and a caller of the caller": `
-- core/core.go --
package core

import "context"

type Oracle interface {
	Consult(ctx context.Context, what string) (string, error)
}
-- retry/retry.go --
package retry

import (
	"context"

	"example.com/app/core"
)

type again struct{ inner core.Oracle }

func Wrap(o core.Oracle) core.Oracle { return &again{o} }

func (a *again) Consult(ctx context.Context, what string) (string, error) {
	out, err := a.inner.Consult(ctx, what)
	if err != nil {
		out, err = a.inner.Consult(ctx, what)
	}
	return out, err
}
-- logged/logged.go --
package logged

import (
	"context"
	"log"

	"example.com/app/core"
)

type Logged struct{ core.Oracle }

func (l Logged) Consult(ctx context.Context, what string) (string, error) {
	log.Print("consulting now, this may take a while")
	return l.Oracle.Consult(ctx, what)
}
-- adapter/adapter.go --
package adapter

import (
	"context"

	"example.com/app/vendorhttp"
)

type Remote struct{}

func (Remote) Consult(ctx context.Context, what string) (string, error) {
	return vendorhttp.Ask(ctx, "m", what)
}
-- helper/helper.go --
package helper

import (
	"context"

	"example.com/app/core"
)

func Twice(ctx context.Context, o core.Oracle, text string) (string, error) {
	first, err := o.Consult(ctx, text)
	if err != nil {
		return "", err
	}
	return o.Consult(ctx, text+first)
}
-- use/use.go --
package use

import (
	"context"

	"example.com/app/core"
	"example.com/app/helper"
)

func Weather(ctx context.Context, o core.Oracle) (string, error) {
	return helper.Twice(ctx, o, "Tell me what the weather was like") // want
}
`,
	"two adapters and a stand-in beside them": `
-- port/port.go --
package port

import "context"

type Writer interface {
	Draft(ctx context.Context, brief string) (string, error)
}

type FakeWriter struct{ Drafts []string }

func (f *FakeWriter) Draft(ctx context.Context, brief string) (string, error) {
	f.Drafts = append(f.Drafts, brief)
	return "a draft", nil
}

func Letter(ctx context.Context, w Writer) (string, error) {
	return w.Draft(ctx, "Write a letter to the tenants of the house") // want
}
-- one/one.go --
package one

import (
	"context"

	"example.com/app/vendorhttp"
)

type Client struct{}

func (Client) Draft(ctx context.Context, brief string) (string, error) { return vendorhttp.Ask(ctx, "m", brief) }
-- two/two.go --
package two

import (
	"context"

	"example.com/app/vendorhttp"
)

type Client struct{}

func (*Client) Draft(ctx context.Context, brief string) (string, error) { return vendorhttp.Ask(ctx, "n", brief) }
`,
	"stand-ins alone": `
-- port/port.go --
package port

import "context"

type Writer interface {
	Draft(ctx context.Context, brief string) (string, error)
}

func Letter(ctx context.Context, w Writer) (string, error) {
	return w.Draft(ctx, "Write a letter to the tenants of the house")
}
-- fake/fake.go --
package fake

import "context"

type Writer struct{}

func (Writer) Draft(ctx context.Context, brief string) (string, error) { return "a draft", nil }
`,
	"an interface for many things, one of which asks a model": `
-- step/step.go --
package step

import "context"

type Step interface {
	Run(ctx context.Context, input string) (string, error)
}

func All(ctx context.Context, steps []Step) (string, error) {
	out := ""
	for _, s := range steps {
		got, err := s.Run(ctx, "This is the text that all the steps start with")
		if err != nil {
			return "", err
		}
		out += got
	}
	return out, nil
}
-- steps/steps.go --
package steps

import (
	"context"
	"os"
	"strings"

	"example.com/app/vendorhttp"
)

type Upper struct{}

func (Upper) Run(ctx context.Context, input string) (string, error) { return strings.ToUpper(input), nil }

type Trim struct{}

func (Trim) Run(ctx context.Context, input string) (string, error) { return strings.TrimSpace(input), nil }

type Save struct{}

func (Save) Run(ctx context.Context, input string) (string, error) {
	return input, os.WriteFile("out", []byte(input), 0o600)
}

type Load struct{}

func (Load) Run(ctx context.Context, input string) (string, error) {
	data, err := os.ReadFile("out")
	return string(data), err
}

type Model struct{}

func (Model) Run(ctx context.Context, input string) (string, error) { return vendorhttp.Ask(ctx, "m", input) }
`,
	"a generic port": `
-- port/port.go --
package port

import "context"

type Function[In, Out any] interface {
	Apply(ctx context.Context, in In) (Out, error)
}

func Motto(ctx context.Context, f Function[string, string]) (string, error) {
	return f.Apply(ctx, "Find a motto for a club of rowers") // want
}
-- adapter/adapter.go --
package adapter

import (
	"context"

	"example.com/app/vendorhttp"
)

type Remote struct{}

func (Remote) Apply(ctx context.Context, in string) (string, error) { return vendorhttp.Ask(ctx, "m", in) }
`,
	"a field of function type that main sets": `
-- desk/desk.go --
package desk

import "context"

type Desk struct {
	Ask  func(ctx context.Context, text string) (string, error)
	Tell func(text string)
}

func (d *Desk) Open(ctx context.Context) (string, error) {
	d.Tell("The desk is open now, come in everybody")
	return d.Ask(ctx, "Say in one line what the desk is for") // want
}
-- main.go --
package main

import (
	"context"
	"log"

	"example.com/app/desk"
	"example.com/app/vendorhttp"
)

func main() {
	d := &desk.Desk{
		Ask:  func(ctx context.Context, text string) (string, error) { return vendorhttp.Ask(ctx, "m", text) },
		Tell: func(text string) { log.Print(text) },
	}
	d.Open(context.Background())
}
`,
	"a function that a constructor is passed, and passes on": `
-- inner/inner.go --
package inner

import "context"

type AskFunc func(ctx context.Context, system, user string) (string, error)

type Inner struct{ ask AskFunc }

func New(ask AskFunc) *Inner { return &Inner{ask} }

func (i *Inner) Run(ctx context.Context) (string, error) {
	return i.ask(ctx,
		"You sort letters by their stamps", // want
		"Is this stamp a rare one?") // want
}
-- outer/outer.go --
package outer

import "example.com/app/inner"

type Outer struct{ *inner.Inner }

func New(ask inner.AskFunc) *Outer { return &Outer{inner.New(ask)} }
-- adapter/adapter.go --
package adapter

import (
	"context"

	"example.com/app/vendorhttp"
)

type Client struct{ model string }

func (c *Client) Chat(ctx context.Context, system, user string) (string, error) {
	return vendorhttp.Ask(ctx, c.model, system, user)
}
-- main.go --
package main

import (
	"context"

	"example.com/app/adapter"
	"example.com/app/outer"
)

func main() {
	c := &adapter.Client{}
	outer.New(c.Chat).Run(context.Background())
}
`,
	"a table of handlers, most of which ask a model": `
-- table/table.go --
package table

import "context"

type Handler func(ctx context.Context, text string) (string, error)

type Table struct{ handlers map[string]Handler }

func New() *Table { return &Table{map[string]Handler{}} }

func (t *Table) Register(name string, h Handler) { t.handlers[name] = h }

func (t *Table) Warm(ctx context.Context) {
	for _, h := range t.handlers {
		h(ctx, "Say hello to whoever is listening now") // want
	}
}
-- main.go --
package main

import (
	"context"

	"example.com/app/table"
	"example.com/app/vendorhttp"
)

func short(ctx context.Context, text string) (string, error) { return vendorhttp.Ask(ctx, "s", text) }

func main() {
	t := table.New()
	t.Register("short", short)
	t.Register("long", func(ctx context.Context, text string) (string, error) { return vendorhttp.Ask(ctx, "l", text) })
	t.Register("none", func(ctx context.Context, text string) (string, error) { return text, nil })
	t.Warm(context.Background())
}
`,
	"a table of handlers, one of which asks a model": `
-- table/table.go --
package table

import "context"

type Handler func(ctx context.Context, text string) (string, error)

var handlers = map[string]Handler{}

func Register(name string, h Handler) { handlers[name] = h }

func Warm(ctx context.Context) {
	for _, h := range handlers {
		h(ctx, "Say hello to whoever is listening now")
	}
}
-- main.go --
package main

import (
	"context"
	"strings"

	"example.com/app/table"
	"example.com/app/vendorhttp"
)

func main() {
	table.Register("ask", func(ctx context.Context, text string) (string, error) { return vendorhttp.Ask(ctx, "l", text) })
	table.Register("none", func(ctx context.Context, text string) (string, error) { return text, nil })
	table.Register("upper", func(ctx context.Context, text string) (string, error) { return strings.ToUpper(text), nil })
	table.Warm(context.Background())
}
`,
	"a function type that implements a port": `
-- port/port.go --
package port

import "context"

type Asker interface {
	Put(ctx context.Context, text string) (string, error)
}

type AskerFunc func(ctx context.Context, text string) (string, error)

func (f AskerFunc) Put(ctx context.Context, text string) (string, error) { return f(ctx, text) }

func Toast(ctx context.Context, a Asker) (string, error) {
	return a.Put(ctx, "Propose a toast to the oldest guest") // want
}
-- main.go --
package main

import (
	"context"

	"example.com/app/port"
	"example.com/app/vendorhttp"
)

func main() {
	port.Toast(context.Background(), port.AskerFunc(func(ctx context.Context, text string) (string, error) {
		return vendorhttp.Ask(ctx, "m", text)
	}))
}
`,
	"an interface of the standard library": `
-- report/report.go --
package report

import (
	"fmt"
	"io"
)

func Print(w io.Writer) {
	io.WriteString(w, "This report was made by the night shift")
	fmt.Fprintln(w, "and nobody has looked at it until now")
	w.Write([]byte("so please take the figures for what they are"))
}
-- adapter/adapter.go --
package adapter

import (
	"context"

	"example.com/app/vendorhttp"
)

type Sink struct{}

func (Sink) Write(p []byte) (int, error) {
	_, err := vendorhttp.Ask(context.Background(), "m", string(p))
	return len(p), err
}

func (s Sink) WriteString(p string) (int, error) { return s.Write([]byte(p)) }
`,
}

// lines returns the findings of a rule by file and line, and the lines that want one.
func lines(t *testing.T, archive, rule string) (got, want []string) {
	t.Helper()
	dir := write(t, archive)
	rep, err := Run(t.Context(), Options{Dir: dir, Patterns: []string{"./..."}, Rules: rulesNamed(rule)})
	if err != nil {
		t.Fatal(err)
	}
	if len(rep.Failures) > 0 {
		t.Fatal(rep.Failures)
	}
	for _, f := range rep.Findings {
		got = append(got, fmt.Sprintf("%s:%d", relative(dir, f.Pos.Filename), f.Pos.Line))
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		for i, line := range strings.Split(string(f.Data), "\n") {
			if strings.HasSuffix(line, "// want") {
				want = append(want, fmt.Sprintf("%s:%d", filepath.FromSlash(f.Name), i+1))
			}
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	return got, want
}

func rulesNamed(name string) []*analyzers.Rule {
	return slices.DeleteFunc(analyzers.Rules(), func(r *analyzers.Rule) bool { return r.Name != name })
}

func TestTheModuleIsLinked(t *testing.T) {
	for name, archive := range linkCases {
		t.Run(name, func(t *testing.T) {
			got, want := lines(t, vendorPackage+archive, "hardcodedprompt")
			if !slices.Equal(got, want) {
				t.Errorf("findings in %v, want %v", got, want)
			}
		})
	}
}

func TestLinkingDoesNotDependOnOrder(t *testing.T) {
	archive := vendorPackage + linkCases["decorators between, and a caller of the caller"]
	first, _ := lines(t, archive, "hardcodedprompt")
	for _, n := range []int{1, 2, 4} {
		before := runtime.GOMAXPROCS(n)
		got, _ := lines(t, archive, "hardcodedprompt")
		runtime.GOMAXPROCS(before)
		if !slices.Equal(got, first) {
			t.Errorf("with %d processors findings in %v, else %v", n, got, first)
		}
	}
}

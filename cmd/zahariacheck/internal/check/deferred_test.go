package check

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// A prompt is put together by three packages that know of no model: one of them is asked through another. Of a fourth, that
// tells texts too, nothing gets to a model.
const prompts = `
-- go.mod --
module example.com/app

go 1.24
-- words/words.go --
package words

const Role = "You are a careful reviewer of Go code. " + "Answer in one sentence."
-- texts/texts.go --
package texts

import "example.com/app/words"

func Review() string { return words.Role + " Review what follows." }
-- frame/frame.go --
package frame

func Quote(s string) string { return "<<" + s + ">>" }
-- menu/menu.go --
package menu

func Title() string { return "Choose one of the files that you want to open" }
-- app/app.go --
package app

import (
	"context"
	"fmt"

	"example.com/app/frame"
	"example.com/app/menu"
	"example.com/app/texts"
)

type Model interface {
	Complete(ctx context.Context, prompt string) (string, error)
}

func Run(ctx context.Context, m Model) (string, error) {
	fmt.Println(menu.Title())
	return m.Complete(ctx, frame.Quote(texts.Review()))
}
`

// A model's answer is run by a package that two others call; one of them knows of no model, and neither does a third.
const answers = `
-- go.mod --
module example.com/app

go 1.24
-- shell/shell.go --
package shell

import "os/exec"

func Run(command string) error { return exec.Command("sh", "-c", command).Run() }
-- steps/steps.go --
package steps

import "example.com/app/shell"

func Do(step string) error { return shell.Run(step) }
-- clean/clean.go --
package clean

import (
	"os"

	"example.com/app/shell"
)

func All(folder string) error {
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	return shell.Run("sync " + folder)
}
-- app/app.go --
package app

import (
	"context"

	"example.com/app/steps"
)

type Model interface {
	Complete(ctx context.Context, prompt string) (string, error)
}

func Run(ctx context.Context, m Model, task string) error {
	answer, err := m.Complete(ctx, task)
	if err != nil {
		return err
	}
	return steps.Do(answer)
}
`

// checkModule runs a rule on a module, which must have one finding, in a file.
func checkModule(t *testing.T, module, rule, file string) (*Report, *Times) {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(module)).Files {
		name := filepath.Join(dir, f.Name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, f.Data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	var rules []*analyzers.Rule
	settings := analyzers.NewSettings()
	for _, r := range analyzers.Rules() {
		if r.Name == rule {
			rules = append(rules, r)
			settings.Enable(r, true)
		}
	}
	times := new(Times)
	rep, err := Run(t.Context(), Options{Dir: dir, Patterns: []string{"./..."}, Rules: rules, Settings: settings, Times: times})
	if err != nil {
		t.Fatal(err)
	}
	if len(rep.Failures) > 0 {
		t.Fatal(rep.Failures)
	}
	if len(rep.Findings) != 1 || filepath.Base(rep.Findings[0].Pos.Filename) != file {
		t.Fatalf("findings are %v, want one in %s", rep.Findings, file)
	}
	return rep, times
}

func TestFlowsAreFollowedWhenAskedFor(t *testing.T) {
	_, times := checkModule(t, answers, "modelexec", "app.go")
	if n := times.runs[deferredPhase]; n != 2 {
		t.Errorf("%d packages were read again, want steps and shell", n)
	}
}

func TestTextsAreToldWhenAskedFor(t *testing.T) {
	rep, times := checkModule(t, prompts, "hardcodedprompt", "texts.go")
	pieces := ""
	for _, s := range rep.Findings[0].Trace {
		pieces += filepath.Base(s.Pos.Filename) + " "
	}
	if !strings.Contains(pieces, "words.go") || !strings.Contains(pieces, "texts.go") {
		t.Errorf("the pieces lie in %s, want texts.go and words.go among them", pieces)
	}
	if n := times.runs[deferredPhase]; n != 3 {
		t.Errorf("%d packages were read again, want words, texts and frame", n)
	}
}

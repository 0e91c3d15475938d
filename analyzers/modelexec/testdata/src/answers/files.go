package answers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	openai "github.com/sashabaranov/go-openai"
)

var unsafe = regexp.MustCompile(`[^a-z0-9]+`)

func slug(name string) string {
	return strings.Trim(unsafe.ReplaceAllString(strings.ToLower(name), "-"), "-")
}

func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, name)
}

// What is left of the names are letters.
func (s site) folders(ctx context.Context) {
	name := s.name(ctx)
	os.MkdirAll(filepath.Join("notes", slug(name)), 0o700)
	os.MkdirAll(filepath.Join("notes", letters(name)), 0o700)
	os.MkdirAll(filepath.Join("notes", filepath.Base(name)), 0o700)
	os.MkdirAll(filepath.Join("notes", strings.ToLower(name)), 0o700) // want `names a file by os.MkdirAll`
}

type store struct{}

// do is called with the name of what it does.
func (store) do(kind string, args map[string]string) error {
	switch kind {
	case "write":
		return os.WriteFile(args["to"], nil, 0o600) // want `names a file by os.WriteFile`
	case "run":
		return exec.Command("sh", "-c", args["to"]).Run()
	case "say":
		fmt.Println(args["to"])
	}
	return errors.New("unknown")
}

func (s site) say(ctx context.Context) {
	store{}.do("say", map[string]string{"to": s.name(ctx)})
	store{}.do("write", map[string]string{"to": s.name(ctx)})
}

// Who may run any command needs no tool to write a file.
func shell(call openai.ToolCall) error {
	var in struct{ Command, File, Folder string }
	if err := json.Unmarshal([]byte(call.Function.Arguments), &in); err != nil {
		return err
	}
	switch call.Function.Name {
	case "run":
		return exec.Command("sh", "-c", in.Command).Run() // want `a tool argument is executed`
	case "write":
		return os.WriteFile(in.File, nil, 0o600)
	}
	return os.RemoveAll(in.Folder)
}

// A script that a text is filled into is no shell yet.
func script(call openai.ToolCall) error {
	var in struct{ Page, File string }
	if err := json.Unmarshal([]byte(call.Function.Arguments), &in); err != nil {
		return err
	}
	if call.Function.Name == "open" {
		return exec.Command("node", "-e", fmt.Sprintf("open('%s')", in.Page)).Run() // want `a tool argument is executed`
	}
	return os.WriteFile(in.File, nil, 0o600) // want `names a file by os.WriteFile`
}

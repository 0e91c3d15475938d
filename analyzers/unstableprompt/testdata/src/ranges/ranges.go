package ranges

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, c *openai.Client, prompt string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: prompt}},
	})
}

func Concatenated(ctx context.Context, c *openai.Client, files map[string]string) {
	prompt := "Review these files:\n"
	for name, text := range files { // want `prompt text in Concatenated is built in the order of the map files`
		if text != "" {
			prompt += fmt.Sprintf("- %s: %s\n", name, text)
		}
	}
	ask(ctx, c, prompt)
}

func Written(ctx context.Context, c *openai.Client, files map[string]string) {
	var b strings.Builder
	for name := range files { // want `prompt text in Written is built in the order of the map files`
		b.WriteString("- ")
		fmt.Fprintf(&b, "%s\n", name)
	}
	ask(ctx, c, b.String())
}

func Appended(ctx context.Context, c *openai.Client, files map[string]string) {
	var lines []string
	for name := range files { // want `prompt text in Appended`
		lines = append(lines, "- "+name)
	}
	ask(ctx, c, strings.Join(lines, "\n"))
}

func Joined(ctx context.Context, c *openai.Client, files map[string]string) {
	names := make([]string, 0, len(files))
	for name := range files { // want `prompt text in Joined`
		names = append(names, name)
	}
	ask(ctx, c, "Review "+strings.Join(names, ", "))
}

// Names is a list of names and no text: nobody joins them.
func Names(ctx context.Context, c *openai.Client, files map[string]string) {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	for _, name := range names {
		ask(ctx, c, name)
	}
}

func Closure(ctx context.Context, c *openai.Client, files map[string]string) {
	prompt := "Review"
	add := func() {
		for name := range files { // want `prompt text in Closure is`
			prompt += name
		}
	}
	add()
	ask(ctx, c, prompt)
}

func SortedAfter(ctx context.Context, c *openai.Client, files map[string]string) {
	var lines []string
	for name := range files {
		lines = append(lines, "- "+name)
	}
	sort.Strings(lines)
	ask(ctx, c, strings.Join(lines, "\n"))
}

func SortedBefore(ctx context.Context, c *openai.Client, files map[string]string) {
	prompt := "Review"
	for _, name := range slices.Sorted(maps.Keys(files)) {
		prompt += name
	}
	ask(ctx, c, prompt)
}

// Set is asked whether it holds something, and counted.
func Set(ctx context.Context, c *openai.Client, names []string, seen map[string]bool) {
	prompt := "Review"
	for _, name := range names {
		if !seen[name] {
			prompt += name
		}
	}
	for range seen {
		prompt += "."
	}
	ask(ctx, c, prompt)
}

// Printed reaches no model.
func Printed(files map[string]string) {
	out := ""
	for name := range files {
		out += name
	}
	fmt.Println(out)
}

// Each asks once for each entry; no prompt depends on the order.
func Each(ctx context.Context, c *openai.Client, files map[string][]string) {
	for name, lines := range files {
		prompt := "Review " + name
		for _, line := range lines {
			prompt += line
		}
		ask(ctx, c, prompt)
	}
}

package ranges

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/sashabaranov/go-openai"
)

// Sum is the same in every order.
func Sum(ctx context.Context, c *openai.Client, counts map[string]int) {
	total := 0
	for _, n := range counts {
		total += n
	}
	ask(ctx, c, fmt.Sprint("Review ", total))
}

func Capped(ctx context.Context, c *openai.Client, files map[string]string) {
	prompt := "Review"
	for name := range files { // want `prompt text in Capped`
		if len(prompt) > 100 {
			break
		}
		prompt += name
	}
	ask(ctx, c, prompt)
}

// Marks are the same for each entry.
func Marks(ctx context.Context, c *openai.Client, files map[string]string) {
	var lines []string
	for range files {
		lines = append(lines, "- a file")
	}
	var b strings.Builder
	for range files {
		b.WriteString(".")
	}
	ask(ctx, c, strings.Join(lines, "\n")+b.String())
}

// Checked looks at a prompt and adds nothing to it.
func Checked(ctx context.Context, c *openai.Client, files map[string]string, prompt string) (missing int) {
	for name := range files {
		if !strings.Contains(prompt, name) {
			missing++
		}
	}
	ask(ctx, c, prompt)
	return missing
}

func SortedWithSlices(ctx context.Context, c *openai.Client, files map[string]string) {
	var lines []string
	for name := range files {
		lines = append(lines, "- "+name)
	}
	slices.Sort(lines)
	ask(ctx, c, strings.Join(lines, "\n"))
}

// Reversed is no less by chance than before.
func Reversed(ctx context.Context, c *openai.Client, files map[string]string) {
	var lines []string
	for name := range files { // want `prompt text in Reversed`
		lines = append(lines, "- "+name)
	}
	slices.Reverse(lines)
	ask(ctx, c, strings.Join(lines, "\n"))
}

// Counted tells what differs each time.
func Counted(ctx context.Context, c *openai.Client, words []string) {
	counts := map[string]int{}
	for _, w := range words {
		counts[w]++
	}
	prompt := "Words:\n"
	for w, n := range counts {
		prompt += fmt.Sprintf("- %s: %d\n", w, n)
	}
	ask(ctx, c, prompt)
}

// Sized is a map of numbers that are no counts.
func Sized(ctx context.Context, c *openai.Client, files map[string]string) {
	sizes := map[string]int{}
	for name, text := range files {
		sizes[name] = len(text)
	}
	prompt := "Files:\n"
	for name, n := range sizes { // want `prompt text in Sized is built in the order of the map sizes`
		prompt += fmt.Sprintf("- %s: %d\n", name, n)
	}
	ask(ctx, c, prompt)
}

// Listed goes through a list of decoded objects of one entry.
func Listed(ctx context.Context, c *openai.Client, fields []any) {
	prompt := "Select:\n"
	for _, field := range fields {
		if named, ok := field.(map[string]any); ok {
			for alias, expr := range named {
				prompt += fmt.Sprintf("%v as %s\n", expr, alias)
			}
		}
	}
	ask(ctx, c, prompt)
}

// Package engines fills the templates of frameworks.
package engines

import (
	"context"
	_ "embed"
	"fmt"
	"time"

	"github.com/cloudwego/eino/components/prompt"
	"github.com/cloudwego/eino/schema"
	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/tmc/langchaingo/prompts"
)

//go:embed review.txt
var review string

var (
	_ = prompt.FromMessages(schema.FString, schema.SystemMessage("Answer {} if nothing is found."))                   // want `\{\} in this template prints the whole map of values`
	_ = prompt.FromMessages(schema.FString, schema.SystemMessage("Answer as {\"ok\": true} about {diff}."))            // want `is read as a value of this template, so filling it fails`
	_ = prompt.FromMessages(schema.FString, schema.UserMessage(review))                                                // want `"\{"verdict": "yes"\}" is read as a value`
	_ = prompt.FromMessages(schema.FString, schema.UserMessage("Answer as {{\"ok\": true}} about {diff} {user.name} {n:>5}"))
	_ = prompt.FromMessages(schema.FString, &schema.Message{Role: schema.User, Content: "List {0}"})                   // want `\{0\} in this template prints the whole map`
	_ = prompt.FromMessages(schema.Jinja2, schema.UserMessage(`Dear {{ name or "friend" }}`))                          // want `prints True or False in this engine`
	_ = prompt.FromMessages(schema.Jinja2, schema.UserMessage(`Dear {{ "you or I" if a or b else name }}`))
	_ = prompt.FromMessages(schema.Jinja2, schema.UserMessage(`{% for k, v in user.items() %}{{ k }}{% endfor %}`))     // want `calls Python's items\(\), which this engine does not have`
	_ = prompt.FromMessages(schema.Jinja2, schema.UserMessage(`Last: {{ list[-1] }}`))                                  // want `uses \[-1\], which this engine does not read`
	_ = prompt.FromMessages(schema.Jinja2, schema.UserMessage(`{% if a or b %}{{ name|default("x.upper()") }}{% endif %}`))
	_ = prompt.FromMessages(schema.GoTemplate, schema.UserMessage(`{"a": {{.a}}}`))

	_ = prompts.NewPromptTemplate("Translate {text}.", []string{"text"})    // want `\{text\} stays as it is in a Go template`
	_ = prompts.NewPromptTemplate("Translate {{text}}.", []string{"text"})  // want `\{\{text\}\} calls a function in a Go template`
	_ = prompts.NewPromptTemplate("Translate {{.text}}.", []string{"text"})
	_ = prompts.NewPromptTemplate("Set {text} to {{.text}}.", []string{"text"})
	_ = prompts.PromptTemplate{Template: "Translate {text}.", InputVariables: []string{"text"}, TemplateFormat: prompts.TemplateFormatFString}
	_ = prompts.PromptTemplate{Template: `As {"a": 1}`, InputVariables: []string{"text"}, TemplateFormat: prompts.TemplateFormatFString} // want `is read as a value of this template`
	_ = prompts.PromptTemplate{Template: "Translate {{ text }}.", InputVariables: []string{"text"}, TemplateFormat: prompts.TemplateFormatJinja2}
)

type user struct {
	Name  string            `json:"name"`
	Tags  []string          `json:"tags"`
	Extra map[string]string `json:"extra"`
	Since time.Time         `json:"since"`
}

type level string

type ticket struct {
	Title   string   `json:"title"`
	Level   level    `json:"level"`
	Votes   int64    `json:"votes"`
	Count   int      `json:"count"`
	Any     any      `json:"any"`
	Replies []ticket `json:"replies"`
}

func render(u user, counts map[string]int, names []string) {
	prompts.RenderTemplate("For {{ user }}", prompts.TemplateFormatJinja2, map[string]any{"user": u})       // want `\{\{user\}\} prints a struct as Go does`
	prompts.RenderTemplate("Of {{ counts }}", prompts.TemplateFormatJinja2, map[string]any{"counts": counts}) // want `\{\{counts\}\} prints a map as Go does`
	prompts.RenderTemplate("{{ names }} {{ user.Name }} {{ t }}", prompts.TemplateFormatJinja2, map[string]any{"names": names, "user": u, "t": time.Now()})
}

func define(ctx context.Context, g *genkit.Genkit, question string, names []string) {
	genkit.DefinePrompt(g, "a", ai.WithInputType(user{}), ai.WithPrompt("Tags of {{name}}: {{tags}}"))  // want `\{\{tags\}\} prints a list without anything between its elements`
	genkit.DefinePrompt(g, "b", ai.WithInputType(user{}), ai.WithPrompt("More: {{{extra}}}"))           // want `\{\{extra\}\} prints a map as Go does`
	genkit.DefinePrompt(g, "c", ai.WithInputType(user{}), ai.WithPrompt("{{#each tags}}{{this}} {{/each}}{{since}} {{name}}"))
	genkit.DefinePrompt(g, "d", ai.WithInputType(user{}), ai.WithPrompt("{{#each extra}}{{@key}} {{/each}}")) // want `\{\{#each extra\}\} goes through a map in another order each time`
	genkit.DefinePrompt(g, "e", ai.WithInputType(ticket{}), ai.WithPrompt(`{{#ifEquals level "high"}}Now!{{/ifEquals}}`))      // want `is never true, since the types differ: level is a Go engines\.level; pass a string`
	genkit.DefinePrompt(g, "f", ai.WithInputType(ticket{}), ai.WithPrompt(`{{#unlessEquals votes 1}}{{votes}}{{/unlessEquals}}`)) // want `is always true, since the types differ: votes is a Go int64; pass an int`
	genkit.DefinePrompt(g, "g", ai.WithInputType(ticket{}), ai.WithPrompt(`{{#ifEquals count 1}}one{{/ifEquals}}{{#ifEquals title "x"}}{{/ifEquals}}{{#ifEquals any 1}}{{/ifEquals}}`))
	genkit.DefinePrompt(g, "h", ai.WithInputType(ticket{}), ai.WithPrompt(`{{#each replies}}{{#ifEquals votes 1}}one{{/ifEquals}}{{/each}}{{#each replies}}{{title}}{{/each}}`))
	genkit.Generate(ctx, g, ai.WithSystem("Be 100% sure."))                      // want `ai.WithSystem reads the percent sign in "100% s" as a verb`
	genkit.Generate(ctx, g, ai.WithPrompt(question))                             // want `ai.WithPrompt reads this text as a format, so a percent sign in it becomes`
	genkit.Generate(ctx, g, ai.WithPrompt(fmt.Sprintf("About %s", question)))    // want `ai.WithPrompt reads this text as a format`
	genkit.Generate(ctx, g, ai.WithPrompt("Compare %s and %s.", question))       // want `the format of ai.WithPrompt has 2 verbs but 1 values`
	genkit.Generate(ctx, g, ai.WithPrompt("%s", question), ai.WithSystem("Be 100%% sure."))
	plain := "Say hello."
	if len(names) > 1 {
		plain += " Be brief."
	}
	genkit.Generate(ctx, g, ai.WithPrompt(plain))
	args := []any{question}
	genkit.Generate(ctx, g, ai.WithPrompt("About %s", args...))
}

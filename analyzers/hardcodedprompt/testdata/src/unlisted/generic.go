package unlisted

import (
	"context"
	"strings"
	"text/template"

	"example.com/chat"
	"example.com/maybe"
)

// A generic function of another module returns what it is passed.
var digest = maybe.Must(template.New("digest").Parse("Sum up the letter of {{.Name}} in one line.")) // want `prompt hardcoded in digest \(8 words`

func sum(ctx context.Context, c *chat.Client, letter any) {
	var b strings.Builder
	if digest.Execute(&b, letter) == nil {
		ask(ctx, c, b.String())
	}
}

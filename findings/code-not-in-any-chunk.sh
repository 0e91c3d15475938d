#!/usr/bin/env bash
# Of a manual that is split and embedded, the code is in no chunk, and a table begins without its head.
#
# github.com/tmc/langchaingo v0.1.14 (packages textsplitter and embeddings; the newest), Go 1.26, seen on 2026-11-30.
#
# The splitter for Markdown leaves blocks of code out unless it is made with WithCodeBlocks(true): a question about a command finds the
# sentence before it, and the model makes up the command. Of a table, the first row stands in a chunk without the head, together with what
# was before. What is left, code of other documents too, is embedded with a space for each line break, unless the embedder is made with
# WithStripNewLines(false). None of this is an error.
#
# Output seen:
#	chunk "# Setup\nRun this:\n| 1 | old |"
#	chunk "# Setup\n| version | state |\n| --- | --- |\n| 2 | new |"
#	with WithCodeBlocks:
#	chunk "# Setup\nRun this:\n\n```sh\nmake install\n```\n\n| 1 | old |"
#	chunk "# Setup\n| version | state |\n| --- | --- |\n| 2 | new |"
#	embedded "if x:     return y"
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >setup.md <<'MD'
# Setup

Run this:

```sh
make install
```

| version | state |
|---|---|
| 1 | old |
| 2 | new |
MD
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/tmc/langchaingo/embeddings"
	"github.com/tmc/langchaingo/textsplitter"
)

func main() {
	text, err := os.ReadFile("setup.md")
	if err != nil {
		log.Fatal(err)
	}
	split := func(options ...textsplitter.Option) {
		chunks, err := textsplitter.NewMarkdownTextSplitter(options...).SplitText(string(text))
		if err != nil {
			log.Fatal(err)
		}
		for _, chunk := range chunks {
			fmt.Printf("chunk %q\n", chunk)
		}
	}
	split()
	fmt.Println("with WithCodeBlocks:")
	split(textsplitter.WithCodeBlocks(true))

	embedder, err := embeddings.NewEmbedder(client{})
	if err != nil {
		log.Fatal(err)
	}
	if _, err := embedder.EmbedQuery(context.Background(), "if x:\n    return y"); err != nil {
		log.Fatal(err)
	}
}

// A client prints what it is to embed.
type client struct{}

func (client) CreateEmbedding(_ context.Context, texts []string) ([][]float32, error) {
	fmt.Printf("embedded %q\n", texts[0])
	return [][]float32{{1}}, nil
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/tmc/langchaingo@v0.1.14 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
chunk "# Setup\nRun this:\n| 1 | old |"
chunk "# Setup\n| version | state |\n| --- | --- |\n| 2 | new |"
with WithCodeBlocks:
chunk "# Setup\nRun this:\n\n```sh\nmake install\n```\n\n| 1 | old |"
chunk "# Setup\n| version | state |\n| --- | --- |\n| 2 | new |"
embedded "if x:     return y"
WANT

// Package page takes the page of a rule apart, so that a report can show each section where it teaches most.
package page

import "strings"

// The sections that reports show. Every rule's page has them: a test of the rules demands it.
const (
	Why    = "Why it is bad"
	Before = "Example"
	After  = "Use instead"
)

// A Kind says how a block is shown.
type Kind int

const (
	Paragraph Kind = iota
	Item           // of a list
	Code
)

// A Block is a paragraph, an item of a list, or a piece of code.
type Block struct {
	Kind Kind
	Text string // one line, unless it is code; `names` stay in backquotes
	Lang string // of code: "go"
	File string // of code that stands in a file of its own: its name
}

// Section returns the blocks below the heading "## title" of a page in Markdown; none if there is no such heading.
func Section(doc, title string) []Block {
	var blocks []Block
	var code *Block
	inside, joined := false, false // joined: the line goes on with the block above
	for line := range strings.Lines(doc) {
		line = strings.TrimSuffix(line, "\n")
		info, fence := strings.CutPrefix(line, "```")
		switch {
		case !inside:
			inside = line == "## "+title
		case code != nil && fence:
			blocks = append(blocks, *code)
			code, joined = nil, false
		case code != nil:
			code.Text += line + "\n"
		case fence:
			lang, file, _ := strings.Cut(info, " ")
			code = &Block{Kind: Code, Lang: lang, File: file}
		case strings.HasPrefix(line, "#"):
			return blocks
		case line == "":
			joined = false
		case strings.HasPrefix(line, "- "):
			blocks = append(blocks, Block{Kind: Item, Text: line[2:]})
			joined = true
		case joined:
			blocks[len(blocks)-1].Text += " " + strings.TrimSpace(line)
		default:
			blocks = append(blocks, Block{Text: line})
			joined = true
		}
	}
	return blocks
}

package llm

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// minWords is how many words make prose: fewer are labels and glue. The shortest prompt met in real code has four.
const minWords = 4

// lettersPerWord counts words in scripts that are written without spaces: 24 letters are as much as four words.
const lettersPerWord = 6

// placeholder is what a format or a template leaves to be filled, and an address: no words of the author's.
var placeholder = regexp.MustCompile(`[a-zA-Z][a-zA-Z0-9+.-]*://[^\s"'<>()]+|%[-+# 0]*(\[\d+\])?[\d.*]*[a-zA-Z%]|\{\{[^}]*\}\}|\$?\{[A-Za-z_][\w.]*\}|<[/!]?[A-Za-z_][\w.-]*>`)

// countWords counts the words of a text as a reader would: runs of letters, without placeholders. What has no space in
// it, such as a path or the head of encoded data, is one at most.
func countWords(text string) int {
	spaced := strings.ContainsFunc(strings.TrimSpace(text), unicode.IsSpace)
	text = placeholder.ReplaceAllString(text, " ")
	words, dense, in := 0, 0, false
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			dense++
			in = false
		case unicode.IsLetter(r):
			if !in && (spaced || words == 0) {
				words++
			}
			in = true
		case in && (r == '\'' || r == '’' || r == '-' || r == '_' || unicode.IsDigit(r)):
		default:
			in = false
		}
	}
	return words + dense/lettersPerWord
}

// hole is what a format or a template leaves to be filled.
var hole = regexp.MustCompile(`%[-+# 0]*(\[\d+\])?[\d.*]*[a-zA-Z]|\{\{[^}]*\}\}|\$?\{[A-Za-z_][\w.]*\}`)

// wordsPerHole is how many words for each hole are a frame for data, not prose.
const wordsPerHole = 2

// proseWords counts the words of a text. Of a note that stands in brackets as a whole, of headings and labels before data, and of
// a frame with about as many holes as words it counts fewer than make prose: nobody wrote those to instruct a model.
func proseWords(text string) int {
	words := countWords(text)
	if words < minWords {
		return words
	}
	if isBracketed(text) || words <= wordsPerHole*len(hole.FindAllString(text, -1)) || isFrame(text) {
		return minWords - 1
	}
	return words
}

// isBracketed reports whether a text is one note in brackets: "[2 files attached]".
func isBracketed(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" {
		return false
	}
	end := map[byte]string{'[': "]", '(': ")"}[text[0]]
	return end != "" && strings.Index(text, end) == len(text)-1
}

// isFrame reports whether all that a text says is labels: stretches of a line that end in a colon.
func isFrame(text string) bool {
	labels, other := 0, 0
	for line := range strings.Lines(text) {
		for {
			label, rest, ok := strings.Cut(line, ":")
			if !ok || rest != "" && !strings.ContainsAny(rest[:1], " \t\r\n") {
				break // the rest of the line; a colon inside a word ends no label
			}
			if countWords(label) >= minWords {
				return false
			}
			labels++
			line = rest
		}
		other += countWords(line)
	}
	return labels >= 2 && other == 0
}

// literals returns the literals that a constant expression is made of, those of named constants included. Constants of
// another package are one piece: where they are declared.
func (b *builder) literals(e ast.Expr) []Literal {
	var out []Literal
	for _, part := range operands(e) {
		out = append(out, b.literalsOf(part, "", 0)...)
	}
	return out
}

// operands lists what an expression joins by +, from left to right. Long texts are thousands deep to the left.
func operands(e ast.Expr) []ast.Expr {
	var parts []ast.Expr
	for {
		b, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if !ok {
			parts = append(parts, e)
			slices.Reverse(parts)
			return parts
		}
		parts = append(parts, b.Y)
		e = b.X
	}
}

// constantDepth bounds how many constants are looked through, each made of the next.
const constantDepth = 20

func (b *builder) literalsOf(e ast.Expr, name string, depth int) []Literal {
	if depth > constantDepth {
		return nil
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		var out []Literal
		for _, part := range operands(e) {
			out = append(out, b.literalsOf(part, name, depth+1)...)
		}
		return out
	case *ast.CallExpr: // a conversion
		if len(e.Args) == 1 {
			return b.literalsOf(e.Args[0], name, depth+1)
		}
	case *ast.BasicLit:
		if text, ok := b.flow.ConstantString(e); ok {
			return []Literal{b.literalAt(e.Pos(), proseWords(text), name)}
		}
		return []Literal{b.literalAt(e.Pos(), len(e.Value)/8, name)} // too long to read
	}
	if obj := b.constant(e); obj != nil {
		if decl := b.flow.ConstDecl(obj); decl != nil {
			return b.literalsOf(decl, obj.Name(), depth+1)
		}
		text, ok := b.flow.ConstantString(e)
		words := proseWords(text)
		if !ok || words >= minWords { // else no literal of it can be prose, which is all that others tell of
			if pieces := b.in.globalLiterals(obj); pieces != nil {
				return pieces
			}
		}
		if ok && b.InModule(obj.Pkg()) {
			p := b.literalAt(obj.Pos(), words, obj.Name())
			p.at = token.NoPos
			return []Literal{p}
		}
	}
	return nil
}

// constant returns the constant that an identifier or a qualified one names.
func (b *builder) constant(e ast.Expr) *types.Const {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	default:
		return nil
	}
	c, _ := b.pass.TypesInfo.Uses[id].(*types.Const)
	return c
}

func (b *builder) literalAt(pos token.Pos, words int, name string) Literal {
	p := b.pass.Fset.PositionFor(pos, false)
	return Literal{p.Filename, p.Line, p.Column, words, name, pos}
}

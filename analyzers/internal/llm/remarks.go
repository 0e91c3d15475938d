package llm

import (
	"go/token"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"
)

// shortRequest is the number of words up to which a user message beside a system prompt only hands over the data: "Here is the diff:".
// Of such texts on the panels the reviewers kept none.
const shortRequest = 9

// isRemark reports whether a prompt is only a short user message beside the instructions, which stand in a system prompt of the same
// functions: one that is much longer, or that is no literal.
func (b *builder) isRemark(p *Prompt) bool {
	if p.Role != "user" || p.Words > shortRequest || p.Form != LiteralForm && p.Form != ConstantForm {
		return false
	}
	for _, fn := range p.in {
		if !b.instructs(fn) {
			return false
		}
		longest := 0
		for _, q := range b.prompts {
			if isInstruction(q.Role) && slices.Contains(q.in, fn) {
				longest = max(longest, wordsOf(q.literals))
			}
		}
		if 0 < longest && longest < partShare*p.Words {
			return false
		}
	}
	return true
}

// instructs reports whether a function sends a model a system prompt or a message with that role, wherever its text comes from.
func (b *builder) instructs(fn *ssa.Function) bool {
	if fn == nil {
		return false
	}
	if b.instructing == nil {
		b.instructing = map[*ssa.Function]bool{}
		for _, s := range b.promptSinks {
			if isInstruction(s.role) && s.instr != nil && s.loc.Value != nil && s.loc.Path == nil && isText(s.loc.Value.Type()) {
				b.instructing[s.instr.Parent()] = true
			}
		}
		b.instructions(func(in ssa.Instruction) {
			switch in := in.(type) {
			case *ssa.Store:
				if f := storedField(in); f != nil && slices.Contains(authorFields, fieldVar(f).Name()) && isInstruction(b.constantIn(in.Val)) {
					b.instructing[in.Parent()] = true
				}
			case *ssa.MapUpdate:
				if key, _ := b.flow.String(in.Key); key == "role" && isInstruction(b.constantIn(in.Value)) {
					b.instructing[in.Parent()] = true
				}
			}
		})
	}
	return b.instructing[fn]
}

// isInstruction reports whether a role is that of instructions.
func isInstruction(role string) bool { return role == "system" || role == "developer" }

// sampleNames are words of the names of functions and variables that hold data to try a program with.
var sampleNames = []string{"sample", "samples", "mock", "mocks", "dummy", "fixture", "fixtures"}

// isSample reports whether a place lies in a function or variable that holds such data, by its name.
func (b *builder) isSample(pos token.Pos) bool {
	words := strings.FieldsFunc(splitCamel(b.enclosing(pos).decl), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(sampleNames, strings.ToLower(word)) })
}

// splitCamel puts a space before each word of a name: a capital letter after another letter or before a small one.
func splitCamel(name string) string {
	var out strings.Builder
	letters := []rune(name)
	for i, r := range letters {
		if unicode.IsUpper(r) && (i > 0 && unicode.IsLower(letters[i-1]) || i+1 < len(letters) && unicode.IsLower(letters[i+1])) {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return out.String()
}

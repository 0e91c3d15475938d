package surface

import "regexp"

// split is how the tokenizer o200k_base cuts a text before it merges bytes, which it never does over a cut: so each piece is
// at least one token. The pattern is that of OpenAI's tiktoken; where that looks ahead ("\s+(?!\S)"), which Go's regexp cannot,
// "\s+" alone gives as many pieces or fewer.
var split = regexp.MustCompile(`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?` +
	`|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?` +
	`|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+`)

// pieceCount is the number of pieces of a text, a lower bound of its tokens.
func pieceCount(text string) int { return len(split.FindAllStringIndex(text, -1)) }

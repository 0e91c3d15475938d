package rule

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

const (
	maxMessage = 1024 // bytes of a message before its citation
	maxStep    = 300  // bytes of one step of a trace
	maxQuoted  = 40   // runes of a literal that a message shows
)

// secrets are shapes of keys that vendors document; what matches never leaves the process.
var secrets = regexp.MustCompile(`(?:sk|pk|rk)-[A-Za-z0-9_-]{16,}|(?:ghp|gho|ghs|ghu|github_pat)_[A-Za-z0-9_]{16,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{30,}|xox[abprs]-[A-Za-z0-9-]{10,}|hf_[A-Za-z0-9]{20,}|gsk_[A-Za-z0-9]{20,}|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}`)

// Clean makes text from the code under check safe to show: keys are redacted, control, bidirectional and invalid
// characters become visible escapes, and text longer than max bytes is cut. All output passes through it.
func Clean(text string, max int) string {
	text = secrets.ReplaceAllString(text, "[redacted]")
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		piece := text[i : i+n]
		switch {
		case r == utf8.RuneError && n == 1:
			piece = fmt.Sprintf(`\x%02x`, text[i])
		case r == '\n':
			piece = `\n`
		case r == '\t':
			piece = `\t`
		case r == '\r':
			piece = `\r`
		case r < 0x20 || r >= 0x7f && r < 0xa0:
			piece = fmt.Sprintf(`\x%02x`, r)
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x2028, r == 0x2029, r == 0xfeff:
			piece = fmt.Sprintf(`\u%04x`, r)
		case r == '[' && (strings.HasSuffix(text[:i], "##") || strings.HasSuffix(text[:i], "##vso")):
			piece = `\x5b` // runners of GitHub and Azure take what follows for a command, anywhere in a line
		}
		if b.Len()+len(piece) > max-len("…") {
			b.WriteString("…")
			break
		}
		b.WriteString(piece)
		i += n
	}
	return secrets.ReplaceAllString(b.String(), "[redacted]") // an escape before it can make a key of what is none
}

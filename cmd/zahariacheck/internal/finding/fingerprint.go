package finding

import (
	"fmt"
	"os"
	"unicode/utf16"
)

// Fingerprints returns for each finding a hash of the code from the start of its line on: what GitHub's code scanning
// calls primaryLocationLineHash. It stays when lines are inserted above, and is "" where the file cannot be read.
// Findings on one line share it.
func Fingerprints(all []Finding) []string {
	files := map[string][]string{}
	prints := make([]string, len(all))
	for i, f := range all {
		lines, ok := files[f.Pos.Filename]
		if !ok {
			data, err := os.ReadFile(f.Pos.Filename)
			if err == nil {
				lines = lineHashes(string(data))
			}
			files[f.Pos.Filename] = lines
		}
		if n := f.Pos.Line; 0 < n && n <= len(lines) {
			prints[i] = lines[n-1]
		}
	}
	return prints
}

const (
	blockSize = 100 // characters that a hash is of
	base      = 37
	endOfFile = 65535
)

// lineHashes returns a hash for each line of a text, by the algorithm of github/codeql-action, src/fingerprints.ts, so
// that what we write and what its upload action computes agree: a rolling hash in 64 bits of the hundred UTF-16 code
// units from the start of the line on, without spaces and tabs; then a colon and how many lines so far have that hash.
func lineHashes(text string) []string {
	var (
		hashes  []string
		seen    = map[uint64]int{}
		window  [blockSize]uint16
		starts  [blockSize]bool // the character in the window starts a line
		hash    uint64
		at      int // in the window
		leading = uint64(1)
	)
	for range blockSize {
		leading *= base
	}
	roll := func(c uint16, start bool) {
		if starts[at] {
			seen[hash]++
			hashes = append(hashes, fmt.Sprintf("%x:%d", hash, seen[hash]))
		}
		hash = base*hash + uint64(c) - leading*uint64(window[at])
		window[at], starts[at] = c, start
		at = (at + 1) % blockSize
	}
	start, afterCR := true, false
	for _, c := range append(utf16.Encode([]rune(text)), endOfFile) {
		if c == ' ' || c == '\t' || c == '\n' && afterCR {
			afterCR = false
			continue
		}
		if afterCR = c == '\r'; afterCR {
			c = '\n'
		}
		roll(c, start)
		start = c == '\n'
	}
	for range blockSize {
		roll(0, false)
	}
	return hashes
}

package filter

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/safefile"
)

// BaselineName is the name of the baseline of a module, at its root.
const BaselineName = ".zahariacheck.baseline.jsonl"

const (
	maxBaseline = 16 << 20 // bytes
	maxCount    = 1 << 20  // of one entry; more are no findings but a mistake, and might not add up
)

// A Baseline lists the findings that existed when it was written. Each is identified by its rule and a hash of its message and of the
// marked code, not by its position: it stays the same when lines are inserted above, when gofmt runs, when its file is renamed and
// when its function moves. Equal findings are counted.
type Baseline map[entry]tally

// An entry holds no text of the code: that could hold a secret, and a baseline is committed.
type entry struct {
	Rule string `json:"rule"`
	Hash string `json:"hash"`
}

// A tally is how often a finding occurs, and in which runs only, in words of [finding.Finding.When].
type tally struct {
	Count int    `json:"count"`
	When  string `json:"when,omitempty"`
}

func (t tally) add(count int, when string) tally { return tally{t.Count + count, max(t.When, when)} }

type line struct {
	entry
	tally
}

// ReadBaseline reads a baseline. Errors name the offending line.
func ReadBaseline(file string) (Baseline, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxBaseline {
		return nil, fmt.Errorf("baseline %s is not a regular file of at most %d MB", file, maxBaseline>>20)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	b, n := Baseline{}, 0
	for text := range bytes.Lines(data) {
		n++
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		var l line
		if err := json.Unmarshal(text, &l); err != nil || l.Rule == "" || l.Hash == "" || l.Count < 1 || l.Count > maxCount {
			return nil, fmt.Errorf(`%s:%d: want {"rule":RULE,"hash":HASH,"count":NUMBER}; write the baseline again`, file, n)
		}
		b[l.entry] = b[l.entry].add(l.Count, l.When)
	}
	return b, nil
}

// NewBaseline returns the baseline of findings.
func NewBaseline(all []finding.Finding) Baseline {
	b := Baseline{}
	for _, f := range all {
		b[entryOf(f)] = b[entryOf(f)].add(1, f.When)
	}
	return b
}

// Split separates findings that are not in the baseline from those that are.
func (b Baseline) Split(all []finding.Finding) (fresh, known []finding.Finding) {
	left := maps.Clone(b)
	for _, f := range all {
		if e := entryOf(f); left[e].Count > 0 {
			left[e] = left[e].add(-1, "")
			known = append(known, f)
		} else {
			fresh = append(fresh, f)
		}
	}
	return fresh, known
}

// CarryOver copies from an older baseline the findings that a run with the words when could not have found: those of other platforms,
// or of tests that it did not check.
func (b Baseline) CarryOver(old Baseline, when string) {
	for e, t := range old {
		for word := range strings.FieldsSeq(t.When) {
			if !slices.Contains(strings.Fields(when), word) {
				b[e] = t
			}
		}
	}
}

// Total is the number of findings.
func (b Baseline) Total() (n int) {
	for _, t := range b {
		n += t.Count
	}
	return n
}

// Write writes the baseline, sorted so that merges are easy, to a file below the folder root.
func (b Baseline) Write(root, file string) error {
	var out bytes.Buffer
	for _, e := range slices.SortedFunc(maps.Keys(b), func(x, y entry) int {
		return cmp.Or(strings.Compare(x.Rule, y.Rule), strings.Compare(x.Hash, y.Hash))
	}) {
		data, err := json.Marshal(line{e, b[e]})
		if err != nil {
			return err
		}
		out.Write(append(data, '\n'))
	}
	return safefile.Write(root, file, out.Bytes(), 0o644)
}

var (
	numbers = regexp.MustCompile(`[0-9]+`)
	blanks  = regexp.MustCompile(`\s+`)
)

// entryOf hashes the message without numbers, since "is a package of 91 functions" is no new finding at 92, and the marked code
// without blanks, which gofmt may change.
func entryOf(f finding.Finding) entry {
	sum := sha256.Sum256([]byte(f.Rule + "\x00" + numbers.ReplaceAllString(f.Message, "#") + "\x00" + blanks.ReplaceAllString(markedCode(f), "")))
	return entry{f.Rule, fmt.Sprintf("%x", sum[:12])}
}

// markedCode returns the code that a finding marks, or the rest of its line where it marks a point; "" if it cannot be read.
func markedCode(f finding.Finding) string {
	file, err := os.Open(f.Pos.Filename)
	if err != nil {
		return ""
	}
	defer file.Close()
	length := f.End.Offset - f.Pos.Offset
	code, _ := io.ReadAll(io.NewSectionReader(file, int64(f.Pos.Offset), int64(max(length, 200))))
	if length > 0 {
		return string(code[:min(length, len(code))])
	}
	rest, _, _ := strings.Cut(string(code), "\n")
	return rest
}

package filter

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// newLinesOf returns the new lines of a file: all lines of a file that this repository does not track, such as one in a nested
// repository or another module; no lines of a file that git ignores.
func (l *Lines) newLinesOf(file string) (newLines, error) {
	if n, ok := l.known[file]; ok {
		return n, nil
	}
	n, err := l.compare(file)
	if err == nil {
		l.known[file] = n
	}
	return n, err
}

// moduleCacheFile matches the name of a file in the module cache, which is not under check.
var moduleCacheFile = regexp.MustCompile(`@v\d+\.\d+\.\d+[^/]*/`)

func (l *Lines) compare(file string) (newLines, error) {
	rel, err := filepath.Rel(l.dir, file)
	if err != nil || !filepath.IsLocal(rel) {
		return newLines{all: !moduleCacheFile.MatchString(filepath.ToSlash(file))}, nil
	}
	if l.isNested(rel) {
		return newLines{all: true}, nil
	}
	name := filepath.ToSlash(rel)
	now, err := os.ReadFile(file)
	if err != nil {
		return newLines{}, err
	}
	old := l.blobs[name]
	if old == "" && !l.tracked[name] {
		switch out, err := l.isIgnored(name); {
		case err != nil:
			return newLines{}, err
		case out:
			return newLines{}, nil
		}
	}
	if old != "" {
		text, err := l.repo.Texts([]string{old})
		if err != nil {
			return newLines{}, err
		}
		return addedLines(text[old], string(now)), nil
	}
	return l.compareRenamed(string(now), name)
}

// isNested reports whether a file is in a nested repository, whose lines have another history.
func (l *Lines) isNested(rel string) bool {
	for dir := filepath.Dir(rel); dir != "."; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(l.dir, dir, ".git")); err == nil {
			return true
		}
	}
	return false
}

// isIgnored reports whether git ignores an untracked file.
func (l *Lines) isIgnored(name string) (bool, error) {
	out, err := l.repo.Run("ls-files", "-z", "--others", "--exclude-standard", "--", ":(top,literal)"+name)
	return out == "", err
}

const (
	maxRenames = 200 // how many files that are gone are compared with one that is new
	similar    = 0.5 // the part of a file that another must share with it to be taken for it, as in git
)

// compareRenamed compares a file that the revision does not have with the most similar one that has gone since.
func (l *Lines) compareRenamed(now, name string) (newLines, error) {
	all := newLines{all: true}
	var gone []string
	for old := range l.blobs {
		if _, err := os.Lstat(filepath.Join(l.dir, filepath.FromSlash(old))); path.Ext(old) == ".go" && errors.Is(err, fs.ErrNotExist) {
			gone = append(gone, old)
		}
	}
	slices.SortFunc(gone, func(a, b string) int { // those of the same name, or in the same folder, first
		return similarity(b, name) - similarity(a, name)
	})
	gone = gone[:min(len(gone), maxRenames)]
	var ids []string
	for _, old := range gone {
		ids = append(ids, l.blobs[old])
	}
	texts, err := l.repo.Texts(ids)
	if err != nil {
		return all, err
	}
	best, most := all, similar
	lines := strings.Count(now, "\n") + 1
	for _, id := range ids {
		n := addedLines(texts[id], now)
		fresh := 0
		for _, s := range n.lines {
			fresh += s.last - s.first + 1
		}
		longest := max(lines, strings.Count(texts[id], "\n")+1)
		if shared := float64(lines-fresh) / float64(longest); shared >= most && !n.all {
			best, most = n, shared
		}
	}
	return best, nil
}

func similarity(a, b string) (n int) {
	if path.Base(a) == path.Base(b) {
		n += 2
	}
	if path.Dir(a) == path.Dir(b) {
		n++
	}
	return n
}

// addedLines returns the lines of a text that are not in another. Line endings do not count: git may convert them.
func addedLines(old, now string) (n newLines) {
	old, now = strings.ReplaceAll(old, "\r\n", "\n"), strings.ReplaceAll(now, "\r\n", "\n")
	old, now = strings.TrimSuffix(old, "\n")+"\n", strings.TrimSuffix(now, "\n")+"\n"
	line, at := 1, 0
	for _, e := range udiff.Lines(old, now) {
		line += strings.Count(old[at:e.Start], "\n")
		if added := strings.Count(e.New, "\n"); added > 0 {
			n.lines = append(n.lines, span{line, line + added - 1})
			line += added
		}
		at = e.End
	}
	return n
}

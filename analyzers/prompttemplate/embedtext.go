package prompttemplate

import (
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// embeddedText returns the text of the one file that is embedded into a variable of this package.
func (c *checker) embeddedText(obj types.Object) (string, bool) {
	v, ok := obj.(*types.Var)
	if !ok || v.Pkg() != c.pass.Pkg {
		return "", false
	}
	from, ok := c.files[v]
	if !ok || len(from.patterns) != 1 || strings.ContainsAny(from.patterns[0], `*?[\`) {
		return "", false
	}
	if _, ok := v.Type().Underlying().(*types.Struct); ok { // embed.FS
		return "", false
	}
	name := filepath.Join(filepath.Dir(c.pass.Fset.Position(v.Pos()).Filename), filepath.FromSlash(strings.TrimPrefix(from.patterns[0], "all:")))
	data, err := os.ReadFile(name) // pass.ReadFile refuses what is no source; the caches of go vet and the command know embedded files
	return string(data), err == nil
}

// readFiles returns the files beside the source of a position whose names match one of the patterns, in the order of ParseFS.
func (c *checker) readFiles(at token.Pos, patterns []string) (files []file) {
	dir := filepath.Dir(c.pass.Fset.Position(at).Filename)
	for _, p := range patterns {
		names, err := fs.Glob(os.DirFS(dir), p)
		if err != nil {
			return nil
		}
		for _, name := range names {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))) // as above
			if err != nil {
				return nil
			}
			files = append(files, file{name, source{string(data), at}})
		}
	}
	return files
}

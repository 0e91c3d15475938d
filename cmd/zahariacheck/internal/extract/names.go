package extract

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strings"
)

// freeName is the name of the variable: that of the constant, or one made of the function's, with a number if it is taken.
func (f *folder) freeName(t *target) string {
	if t.keeps {
		return t.name
	}
	base := t.name
	for i := 2; f.taken[base] || token.IsKeyword(base) || slices.Contains(predeclared, base) || f.used(base); i++ {
		base = fmt.Sprintf("%s%d", t.name, i)
	}
	return base
}

// predeclared are the names that a package variable of such a name would hide, as far as prompts may be called so.
var predeclared = []string{"string", "error", "any", "new", "make", "len", "init", "main", "true", "false", "nil"}

// used reports whether some identifier of the folder has that name: a local variable would hide the new one.
func (f *folder) used(name string) bool {
	for _, src := range f.files {
		if src.names[name] {
			return true
		}
	}
	return false
}

// freeFile is the name of the file of a text. Names that differ in case only would be one on some systems.
func (f *folder) freeFile(variable string, t *target) string {
	base := fileName(variable)
	ext := ".txt"
	if t.template {
		ext = ".tmpl"
	}
	name := base + ext
	for i := 2; f.texts[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s%d%s", base, i, ext)
	}
	return name
}

// fileName is the name of a variable in lower case with underscores, which is legal on every system: a name that Windows keeps
// for a device gets a suffix.
func fileName(variable string) string {
	var b strings.Builder
	for i, r := range variable {
		switch {
		case r >= 'A' && r <= 'Z':
			if i > 0 && b.Len() > 0 && !strings.HasSuffix(b.String(), "_") && !(variable[i-1] >= 'A' && variable[i-1] <= 'Z') {
				b.WriteByte('_')
			}
			b.WriteRune(r + 'a' - 'A')
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '_':
			b.WriteRune(r)
		}
	}
	name := cmp.Or(strings.Trim(b.String(), "_"), "prompt")
	if slices.Contains([]string{"con", "prn", "aux", "nul", "com1", "lpt1"}, name) {
		name += "_prompt"
	}
	return name
}

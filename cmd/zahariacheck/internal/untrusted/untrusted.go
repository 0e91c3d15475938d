// Package untrusted has the rules for checking untrusted code: where that code ends, and what other programs see, so that
// none of it is run.
package untrusted

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Tree returns the folder, as symbolic links resolve it, of which all may be strangers' work: the root of the repository
// around dir, or else of the workspace, or else of the module. No repository can hold a file or folder called .git.
func Tree(dir string) (string, error) {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return "", err
	}
	return FindAbove(dir, ".git", "go.work", "go.mod"), nil
}

// FindAbove returns the nearest folder, from dir upwards, that holds the first of some names, or else the next of them; or dir, if there
// is none of them.
func FindAbove(dir string, names ...string) string {
	for _, name := range names {
		for at := dir; ; at = filepath.Dir(at) {
			if _, err := os.Lstat(filepath.Join(at, name)); err == nil {
				return at
			}
			if at == filepath.Dir(at) {
				break
			}
		}
	}
	return dir
}

// Within reports whether a file or folder lies in a tree, by its name or by where links lead.
func Within(tree, name string) bool {
	real, err := filepath.EvalSymlinks(name)
	return below(tree, name) || err == nil && below(tree, real)
}

func below(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}

// Escapes reports whether the folder of a file lies in a tree by its name, and elsewhere by where links lead.
func Escapes(tree, file string) bool {
	dir := filepath.Dir(file)
	real, err := filepath.EvalSymlinks(dir)
	return err == nil && Within(tree, dir) && !below(tree, real)
}

// passedVariables are the variables that the go command and git get: what they need to find their caches and the network,
// and for which platform to build. Others may name programs or hold secrets.
var passedVariables = []string{
	"PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
	"APPDATA", "LOCALAPPDATA", "PATHEXT", "SYSTEMROOT", "TEMP", "TMP", "USERPROFILE",
	"GOCACHE", "GOMODCACHE", "GOPATH", "GOROOT", "GOTMPDIR", "GOWORK",
	"GOOS", "GOARCH", "GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM",
	"GOPROXY", "GONOPROXY", "GOPRIVATE", "GOSUMDB", "GONOSUMDB",
	"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_DIR", "SSL_CERT_FILE",
}

// fixedVariables are variables with fixed values, regardless of the environment.
var fixedVariables = []string{
	"CGO_ENABLED=0",        // a C compiler is told what to do by the code
	"GOENV=off",            // no settings of go env -w, such as GOFLAGS=-toolexec=…
	"GOPACKAGESDRIVER=off", // for whatever may ask for it
	"GOTOOLCHAIN=local",    // go.mod names a toolchain, and go looks for it in PATH, or downloads it
	"GOVCS=*:off",          // modules come from proxies: no git at an address of the code's choice
	"GIT_TERMINAL_PROMPT=0",
}

// Environ reduces an environment to what programs may know that work on strangers' code. What leads into the tree is left
// out.
func Environ(env []string, tree string) []string {
	var kept []string
	proxied := false
	for _, v := range env {
		name, value, _ := strings.Cut(v, "=")
		switch {
		case !slices.Contains(passedVariables, strings.ToUpper(name)):
		case name == "PATH":
			kept = append(kept, "PATH="+Path(value, tree))
		case name == "GOPROXY":
			proxied = true
			kept = append(kept, "GOPROXY="+proxies(value))
		case !filepath.IsAbs(value) || !Within(tree, value):
			kept = append(kept, v)
		}
	}
	if !proxied {
		kept = append(kept, "GOPROXY=https://proxy.golang.org") // as in the go command, without its fallback, direct
	}
	return append(kept, fixedVariables...)
}

// proxies cuts from a list of module proxies the word with which the go command asks the address that a module is named by: that
// address is of the code's choice. Where nothing is left, nothing is asked.
func proxies(list string) string {
	var kept strings.Builder
	separator := ""
	for len(list) > 0 {
		word, next := list, ""
		if i := strings.IndexAny(list, ",|"); i >= 0 {
			word, next = list[:i], list[i:i+1]
		}
		list = list[len(word)+len(next):]
		if name := strings.TrimSpace(word); name != "direct" && name != "" {
			kept.WriteString(separator + name)
			separator = next
		}
	}
	if kept.Len() == 0 {
		return "off"
	}
	return kept.String()
}

// Path leaves out of a list of folders with programs those that lead into the tree, or that depend on the working folder.
func Path(list, tree string) string {
	return strings.Join(slices.DeleteFunc(filepath.SplitList(list), func(dir string) bool {
		return !filepath.IsAbs(dir) || Within(tree, dir)
	}), string(filepath.ListSeparator))
}

package check

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A platform is what the go command builds for.
type platform struct {
	goos, goarch string
	cgo          bool
}

// A setting is the environment of the go command.
type setting struct {
	platform
	version string // of Go
	unbuilt bool   // its build cache is empty
}

// settingOf reads the setting from the go command, which includes changes by go env -w.
func settingOf(ctx context.Context, o *Options) (p setting, err error) {
	out, err := goOutput(ctx, *o, "env", "GOOS", "GOARCH", "CGO_ENABLED", "GOVERSION", "GOCACHEPROG", "GOCACHE", "GOFLAGS")
	if err != nil {
		return p, err
	}
	values := append(strings.Split(out, "\n"), "", "", "") // those at the end that are empty were cut off
	if len(values) < 7 {
		return p, fmt.Errorf("go env: unexpected output %q", out)
	}
	for _, flag := range strings.Fields(values[6]) {
		if strings.HasPrefix(strings.TrimLeft(flag, "-'\""), "overlay") {
			return p, errors.New("GOFLAGS has -overlay, so the checked code would differ from the built code; remove it")
		}
	}
	p.platform = platform{values[0], values[1], values[2] == "1"}
	p.version = values[3]
	p.unbuilt = values[4] == "" && unbuilt(values[5])
	if pair := p.goos + "/" + p.goarch; !slices.Contains(platforms, pair) {
		if known, err := goOutput(ctx, *o, "tool", "dist", "list"); err != nil || !slices.Contains(strings.Fields(known), pair) {
			return p, fmt.Errorf("Go does not build for %s, which GOOS and GOARCH name", pair)
		}
	}
	return p, nil
}

// unbuilt reports whether a build cache is empty, by a sample of its folders, over which entries are spread by hash.
func unbuilt(cache string) bool {
	if !filepath.IsAbs(cache) {
		return false
	}
	for i := range 16 {
		if entries, err := os.ReadDir(filepath.Join(cache, fmt.Sprintf("%02x", i))); len(entries) > 0 || err != nil && !os.IsNotExist(err) {
			return false
		}
	}
	return true
}

// platforms are those of go tool dist list in Go 1.26, the most common ones first.
var platforms = strings.Fields(`linux/amd64 windows/amd64 darwin/arm64 linux/arm64 freebsd/amd64 js/wasm linux/386 windows/arm64 darwin/amd64
	linux/arm wasip1/wasm netbsd/amd64 openbsd/amd64 dragonfly/amd64 solaris/amd64 illumos/amd64 plan9/amd64 aix/ppc64 android/arm64 ios/arm64
	windows/386 freebsd/386 freebsd/arm freebsd/arm64 linux/loong64 linux/mips linux/mips64 linux/mips64le linux/mipsle linux/ppc64 linux/ppc64le
	linux/riscv64 linux/s390x plan9/386 plan9/arm android/386 android/amd64 android/arm netbsd/arm64 openbsd/arm64`)

package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/identity"
)

// storeDir is the folder in which the reports of runs are kept: beside that of the go command, in the user's folder of caches. It is
// "" where there can be none, or where the go command was told to keep nothing.
func storeDir() string {
	if os.Getenv("GOCACHE") == "off" {
		return ""
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "zahariacheck")
}

// openStore opens the store of reports, or returns nil where there can be none: all is checked then.
func openStore(c *config.Config, dir string) *check.Store {
	id, err := identity.Of(c, cmp.Or(config.Module(dir), dir))
	if err != nil || storeDir() == "" {
		return nil
	}
	store, err := check.OpenStore(storeDir(), id)
	if err != nil {
		return nil
	}
	return store
}

// manageStore implements the verb cache: it prints where reports are stored, or removes them.
func manageStore(args []string, out, _ io.Writer) (int, error) {
	dir := storeDir()
	switch {
	case len(args) != 1 || args[0] != "path" && args[0] != "clean":
		return Failed, errors.New("cache takes path or clean")
	case dir == "":
		return Failed, errors.New("nothing is cached: GOCACHE is off, or there is no cache folder")
	case args[0] == "path":
		_, err := fmt.Fprintln(out, dir)
		return Clean, err
	}
	if err := os.RemoveAll(dir); err != nil {
		return Failed, err
	}
	return Clean, nil
}

package check

// Dependencies tells of the packages that the go command listed.
type Dependencies struct {
	byID map[string]*pkgMeta
}

// Module returns the module that a package belongs to, with its version, or "" twice if it has none. A replaced module has the
// version of what replaces it.
func (d Dependencies) Module(path string) (module, version string) {
	p := d.byID[path]
	if p == nil || p.Module == nil {
		return "", ""
	}
	return p.Module.Path, p.Module.Version
}

// Dir returns the folder of a package by its ID, or "" if the go command did not list it.
func (d Dependencies) Dir(id string) string {
	if p := d.byID[id]; p != nil {
		return p.Dir
	}
	return ""
}

// Imports returns the import paths that a package imports, or nil if the go command did not list it.
func (d Dependencies) Imports(path string) []string {
	p := d.byID[path]
	if p == nil {
		return nil
	}
	if p.Imports == nil {
		return []string{}
	}
	return p.Imports
}

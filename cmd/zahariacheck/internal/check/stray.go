package check

// IgnoredConfiguration is why a package is not checked that has a configuration of its own.
func IgnoredConfiguration(configuration string) string {
	return configuration + " is not obeyed: move it to the root of the module, or, where it is there, run this in that module"
}

// stray says, by package, which configurations are not obeyed: a run obeys one.
func (o *Options) stray(pkgs []*pkgMeta) map[string]string {
	all := map[string]string{}
	for _, p := range pkgs {
		if o.Stray == nil || p.DepOnly || !p.local() || p.Dir == "" {
			continue
		}
		if file := o.Stray(p.Dir); file != "" {
			all[p.path()] = IgnoredConfiguration(relative(o.Dir, file))
		}
	}
	return all
}

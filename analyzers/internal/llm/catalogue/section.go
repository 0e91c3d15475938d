package catalogue

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/mod/module"
)

var classes = []string{"cloud", "framework", library, "model", "protocol", "vectorstore"}

// header reads "sdk NAME vendor=VENDOR class=CLASS [binding=SDK]".
func (p *parser) header(args []string, attrs map[string]string) error {
	if len(args) != 1 {
		return errors.New("want: sdk NAME vendor=VENDOR class=CLASS")
	}
	if err := known(attrs, "vendor", "class", "binding", "note"); err != nil {
		return err
	}
	name := args[0]
	if i := slices.IndexFunc(p.sdks, func(s *SDK) bool { return s.Name == name }); i >= 0 {
		p.sdk = p.sdks[i]
		return nil
	}
	p.sdk = &SDK{Name: name}
	if old := p.c.sdks[name]; old != nil {
		*p.sdk = *old
		p.sdk.Modules, p.sdk.defaults = slices.Clone(old.Modules), slices.Clone(old.defaults)
	} else if attrs["vendor"] == "" || attrs["class"] == "" {
		return fmt.Errorf("new sdk %s needs vendor=VENDOR and class=CLASS%s", name, didYouMean(name, slices.Collect(maps.Keys(p.c.sdks))))
	}
	for key, field := range map[string]*string{"vendor": &p.sdk.Vendor, "class": &p.sdk.Class, "binding": &p.sdk.Binding} {
		if v := attrs[key]; v != "" {
			*field = v
		}
	}
	if !slices.Contains(classes, p.sdk.Class) {
		return fmt.Errorf("unknown class %q%s; want one of %s", p.sdk.Class, didYouMean(p.sdk.Class, classes), list(classes))
	}
	p.sdks = append(p.sdks, p.sdk)
	return nil
}

// module reads "module PATH VERSION [as=NAME] [apart=yes] [unavailable=REASON]", or "package PATH [as=NAME] …".
func (p *parser) module(verb string, args []string, attrs map[string]string) error {
	if p.sdk == nil {
		return fmt.Errorf("%s before the first sdk line", verb)
	}
	if err := known(attrs, "as", "apart", "unavailable", "note"); err != nil {
		return err
	}
	if verb == "module" && len(args) != 2 {
		return errors.New("want: module PATH VERSION")
	}
	if verb == "package" && len(args) != 1 {
		return errors.New("want: package PATH")
	}
	if err := module.CheckImportPath(args[0]); err != nil {
		return err
	}
	m := Module{Path: args[0], Name: attrs["as"], Apart: attrs["apart"] == "yes", Unavailable: attrs["unavailable"]}
	if verb == "module" {
		m.Version = args[1]
	} else if host, ok := p.hostOf(m.Path); ok {
		m.Version, m.Apart = host.Version, host.Apart
		m.Unavailable = cmp.Or(m.Unavailable, host.Unavailable)
	} else {
		return fmt.Errorf("package %s is in no module of binding=%s", m.Path, p.sdk.Binding)
	}
	for _, s := range append(p.sdks, p.c.modules[m.Path]) {
		if s != nil && s.Name != p.sdk.Name && slices.ContainsFunc(s.Modules, func(o Module) bool { return o.Path == m.Path }) {
			return fmt.Errorf("%s belongs to sdk %s", m.Path, s.Name)
		}
	}
	p.sdk.Modules = append(p.sdk.Modules, m)
	return nil
}

// hostOf returns the module, of the framework that the section's SDK belongs to, in which a package stands.
func (p *parser) hostOf(path string) (host Module, ok bool) {
	framework := p.c.sdks[p.sdk.Binding]
	for _, s := range p.sdks {
		if s.Name == p.sdk.Binding {
			framework = s
		}
	}
	if framework == nil {
		return host, false
	}
	for _, m := range framework.Modules {
		if within(path, m.Path) && len(m.Path) > len(host.Path) {
			host, ok = m, true
		}
	}
	return host, ok
}

// defaultValue reads "default WHAT VALUE [in=NAMES]".
func (p *parser) defaultValue(args []string, attrs map[string]string) error {
	if len(args) != 2 {
		return errors.New("want: default WHAT VALUE")
	}
	if err := known(attrs, "in", "note"); err != nil {
		return err
	}
	in, err := p.in(attrs["in"])
	if err != nil {
		return err
	}
	p.sdk.defaults = append(p.sdk.defaults, defaultValue{args[0], args[1], in})
	return nil
}

// in returns the modules that a line is about, given its in= word.
func (p *parser) in(names string) ([]Module, error) {
	if p.sdk == nil {
		return nil, errors.New("this line needs an sdk line above it")
	}
	if len(p.sdk.Modules) == 0 {
		return nil, fmt.Errorf("sdk %s needs a line \"module PATH VERSION\" before this", p.sdk.Name)
	}
	var in []Module
	if names == "" {
		for _, m := range p.sdk.Modules {
			if !m.Apart {
				in = append(in, m)
			}
		}
		return in, nil
	}
	for name := range strings.SplitSeq(names, ",") {
		i := slices.IndexFunc(p.sdk.Modules, func(m Module) bool { return m.Name == name })
		if i < 0 {
			var all []string
			for _, m := range p.sdk.Modules {
				if m.Name != "" {
					all = append(all, m.Name)
				}
			}
			return nil, fmt.Errorf("in=%s: sdk %s has no module as=%s%s", names, p.sdk.Name, name, didYouMean(name, all))
		}
		in = append(in, p.sdk.Modules[i])
	}
	return in, nil
}

package catalogue

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// An Endpoint is what an HTTP path says of the service behind it.
type Endpoint struct {
	Vendor   string // openai-compatible, anthropic …
	Modality string // chat, completion, embed, image …
	Strength string // strong: the path alone tells; medium; weak: needs a second sign, such as a host or the request's shape
}

type endpoint struct {
	path *regexp.Regexp
	Endpoint
}

// endpoint reads "endpoint REGEXP vendor=V modality=M strength=S".
func (p *parser) endpoint(args []string, attrs map[string]string) error {
	if len(args) != 1 || attrs["vendor"] == "" || attrs["modality"] == "" {
		return errors.New("want: endpoint REGEXP vendor=VENDOR modality=MODALITY strength=STRENGTH")
	}
	if err := known(attrs, "vendor", "modality", "strength", "note"); err != nil {
		return err
	}
	strengths := []string{"strong", "medium", "weak"}
	if s := attrs["strength"]; !slices.Contains(strengths, s) {
		return fmt.Errorf("unknown strength %q%s; want one of %s", s, didYouMean(s, strengths), list(strengths))
	}
	re, err := regexp.Compile(args[0])
	if err != nil {
		return err
	}
	p.endpoints = append(p.endpoints, endpoint{re, Endpoint{attrs["vendor"], attrs["modality"], attrs["strength"]}})
	return nil
}

// Endpoint returns what the path of a request says of the service, by the first endpoint line that matches.
func (c *Catalogue) Endpoint(path string) (Endpoint, bool) {
	for _, e := range c.endpoints {
		if e.path.MatchString(path) {
			return e.Endpoint, true
		}
	}
	return Endpoint{}, false
}

// Host reports whether s, a host name with or without port, is one of a model service.
// A "*" in a host line stands for one or more letters without a dot.
func (c *Catalogue) Host(s string) bool {
	s = strings.ToLower(s)
	bare, _, _ := strings.Cut(s, ":")
	for _, h := range c.hosts {
		if matchHost(h, s) || matchHost(h, bare) {
			return true
		}
	}
	return false
}

func matchHost(pattern, host string) bool {
	before, after, wild := strings.Cut(pattern, "*")
	if !wild {
		return pattern == host
	}
	if len(host) <= len(before)+len(after) || !strings.HasPrefix(host, before) || !strings.HasSuffix(host, after) {
		return false
	}
	return !strings.Contains(host[len(before):len(host)-len(after)], ".")
}

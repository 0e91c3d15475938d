package surface

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// bomVersion is the version of the CycloneDX specification. It is set by hand, since the default of the library moves with its
// releases (1.7 in v0.12.0); versions under 1.5 have no model cards, and the library drops these without an error.
const bomVersion = cdx.SpecVersion1_6

// WriteCycloneDX writes a surface as an ML-BOM in JSON. Prompts, tools and loops, for which the specification has no place,
// are properties of the main component. version is that of zahariacheck.
func (d *Document) WriteCycloneDX(w io.Writer, version string) error {
	bom := cdx.NewBOM()
	bom.SpecVersion = bomVersion
	bom.Metadata = &cdx.Metadata{
		Tools:     &cdx.ToolsChoice{Components: &[]cdx.Component{{Type: cdx.ComponentTypeApplication, Name: "zahariacheck", Version: version}}},
		Component: &cdx.Component{BOMRef: "code", Type: cdx.ComponentTypeApplication, Name: d.subject(), Properties: d.properties()},
	}
	bom.Components = d.components()
	bom.Services = d.modelServices()
	enc := cdx.NewBOMEncoder(w, cdx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false)
	return enc.EncodeVersion(bom, bomVersion)
}

// subject names the code: the shortest import path of a package with an entry.
func (d *Document) subject() string {
	var paths []string
	for _, s := range d.Services {
		paths = append(paths, s.Packages...)
	}
	for _, p := range d.Prompts {
		paths = append(paths, p.Package)
	}
	for _, t := range d.Tools {
		paths = append(paths, t.Package)
	}
	if len(paths) == 0 {
		return "code"
	}
	return slices.MinFunc(paths, func(a, b string) int {
		if n := len(a) - len(b); n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
}

// properties hold what the specification has no place for.
func (d *Document) properties() *[]cdx.Property {
	var out []cdx.Property
	add := func(name, value string) { out = append(out, cdx.Property{Name: "zahariacheck:" + name, Value: value}) }
	for _, p := range d.Prompts {
		add("prompt", fmt.Sprintf("%s: %s, %d words, passed to %s (%s)", p.Role, p.Name, p.Words, p.Sink, p.Place))
	}
	for _, t := range d.Tools {
		add("tool", fmt.Sprintf("%s (%s)", t.Name, t.Place))
		for _, c := range t.Capabilities {
			add("tool:"+t.Name+":"+c.Name, chain(c.Chain))
		}
	}
	for _, l := range d.Loops {
		add("loop", fmt.Sprintf("%s calls %s each turn, bound by %s (%s)", l.Name(), l.Calls, l.BoundName(), l.Place))
	}
	if out == nil {
		return nil
	}
	return &out
}

// components are the models and the SDKs.
func (d *Document) components() *[]cdx.Component {
	out := []cdx.Component{}
	for i := 0; i < len(d.Models); {
		id := d.Models[i].ID
		var places []cdx.EvidenceOccurrence
		roles := []string{}
		for ; i < len(d.Models) && d.Models[i].ID == id; i++ {
			m := d.Models[i]
			o := cdx.EvidenceOccurrence{Location: m.Place.File, AdditionalContext: "passed to " + m.Sink}
			if m.Place.Line > 0 {
				o.Line = &m.Place.Line
			}
			places = append(places, o)
			if !slices.Contains(roles, m.Role) {
				roles = append(roles, m.Role)
			}
		}
		out = append(out, cdx.Component{
			BOMRef: "model:" + strconv.Itoa(len(out)+1), Type: cdx.ComponentTypeMachineLearningModel, Name: id,
			ModelCard: &cdx.MLModelCard{ModelParameters: &cdx.MLModelParameters{Task: strings.Join(roles, ", ")}},
			Evidence:  &cdx.Evidence{Occurrences: &places},
		})
	}
	seen := map[string]bool{}
	for _, s := range d.Services {
		ref := "pkg:golang/" + s.Module
		if s.Version != "" {
			ref += "@" + s.Version
		}
		if !seen[ref] {
			seen[ref] = true
			out = append(out, cdx.Component{BOMRef: ref, Type: cdx.ComponentTypeLibrary, Name: s.Module, Version: s.Version, PackageURL: ref})
		}
	}
	return &out
}

// modelServices are the vendors to which prompts go.
func (d *Document) modelServices() *[]cdx.Service {
	out := []cdx.Service{}
	for _, s := range d.Services {
		if s.Class != "model" && s.Class != "cloud" || slices.ContainsFunc(out, func(o cdx.Service) bool { return o.Name == s.Vendor }) {
			continue
		}
		out = append(out, cdx.Service{BOMRef: "service:" + s.Vendor, Name: s.Vendor,
			Data: &[]cdx.DataClassification{{Flow: cdx.DataFlowBidirectional, Classification: "prompts and answers"}}})
	}
	return &out
}

// Package surface makes the document that says what a model may read, call and cost in a module: it is shown, kept in a
// lock file beside the code, and compared between two states of it.
package surface

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// File is the name of the lock file, at the root of a module.
const File = ".zahariacheck.surface.json"

// FormatVersion is the version of the lock file's form.
const FormatVersion = 1

// A Document is the surface of the packages that were looked at. Lists are sorted, and no entry depends on the machine, the time or
// the order of the packages, so that two runs on the same code give the same bytes.
type Document struct {
	Version  int       `json:"version"`
	Tools    []Tool    `json:"tools"`
	Prompts  []Prompt  `json:"prompts"`
	Models   []Model   `json:"models"`
	Services []Service `json:"services"`
	Loops    []Loop    `json:"loops"`
}

// A Place says where an entry stands. Lines are shown, not kept: in a lock file each edit above would change them.
type Place struct {
	File string `json:"file"` // relative to the root, with slashes
	Line int    `json:"line,omitempty"`
}

// A Tool is a function that a model may call.
type Tool struct {
	Name         string          `json:"name"`
	Package      string          `json:"package"`
	Place        Place           `json:"place"`
	Description  string          `json:"description,omitempty"`
	DeclaredBy   string          `json:"declaredBy"`
	Handler      string          `json:"handler,omitempty"`
	Annotations  map[string]bool `json:"annotations,omitempty"`
	Schema       json.RawMessage `json:"schema,omitempty"`
	SchemaBy     string          `json:"schemaBy,omitempty"` // the reflector, "literal", or why there is no schema
	Capabilities []Capability    `json:"capabilities,omitempty"`
}

// A Capability is what the handler of a tool can do, with the functions that lead there, the handler first.
type Capability struct {
	Name  string   `json:"name"`
	Chain []string `json:"chain"`
}

// A Prompt is a text that a model reads.
type Prompt struct {
	ID      string   `json:"id"` // package, declaration and role, with a number where several have the same
	Role    string   `json:"role"`
	Package string   `json:"package"`
	Place   Place    `json:"place"`
	Name    string   `json:"name"`
	Sink    string   `json:"sink"`
	Words   int      `json:"words"`
	Tokens  int      `json:"tokensAtLeast"`    // of the tokenizer o200k_base: each piece of its first split is one token or more
	Text    []string `json:"text,omitempty"`   // by lines; Hole stands between pieces that are joined at run time
	Length  int      `json:"length,omitempty"` // in bytes, where the text is left out
	SHA256  string   `json:"sha256,omitempty"` // of the text, where it is left out
}

// Hole stands in a prompt's text for what is only known at run time.
const Hole = "{…}"

// A Model is the ID of a model in the code.
type Model struct {
	ID      string `json:"id"`
	Role    string `json:"role"`
	Package string `json:"package"`
	Place   Place  `json:"place"`
	Sink    string `json:"sink"`
}

// A Service is an SDK by which the code reaches a model or what stands beside one.
type Service struct {
	SDK      string   `json:"sdk"`
	Vendor   string   `json:"vendor"`
	Class    string   `json:"class"`
	Module   string   `json:"module"`
	Version  string   `json:"version,omitempty"`
	Packages []string `json:"packages"` // of the code that import it
}

// A Loop calls a model each turn, and the model's answer can end it.
type Loop struct {
	Function string `json:"function"`
	Package  string `json:"package"`
	Place    Place  `json:"place"`
	Calls    string `json:"calls"`
	Bound    string `json:"bound"` // what else ends it: deadline, limit, input, queue or unbounded
}

// sort puts all lists in order and numbers prompts that would have the same ID.
func (d *Document) sort() {
	slices.SortFunc(d.Tools, func(a, b Tool) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Package, b.Package), comparePlaces(a.Place, b.Place))
	})
	slices.SortFunc(d.Prompts, func(a, b Prompt) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), comparePlaces(a.Place, b.Place), slices.Compare(a.Text, b.Text))
	})
	number(d.Prompts)
	slices.SortFunc(d.Models, func(a, b Model) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Package, b.Package), comparePlaces(a.Place, b.Place), strings.Compare(a.Sink, b.Sink))
	})
	slices.SortFunc(d.Loops, func(a, b Loop) int {
		return cmp.Or(strings.Compare(a.Function, b.Function), comparePlaces(a.Place, b.Place))
	})
	slices.SortFunc(d.Services, func(a, b Service) int {
		return cmp.Or(strings.Compare(a.SDK, b.SDK), strings.Compare(a.Module, b.Module))
	})
}

func comparePlaces(a, b Place) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
}

// encode writes a document as the lock file holds it: indented, each entry a block, without HTML escapes.
func (d *Document) encode() ([]byte, error) { return d.indented("  ") }

// Encode writes a document, with lines and in no form that anyone reads, for Decode.
func (d *Document) Encode() []byte {
	data, err := d.indented("")
	if err != nil {
		return nil
	}
	return data
}

func (d *Document) indented(by string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", by)
	err := enc.Encode(d)
	return b.Bytes(), err
}

// Decode reads what Encode wrote. It returns nil for anything else.
func Decode(data []byte) *Document {
	d := new(Document)
	if json.Unmarshal(data, d) != nil || d.Version != FormatVersion {
		return nil
	}
	return d
}

// withoutLines is a copy of a document without line numbers.
func (d *Document) withoutLines() *Document {
	c := *d
	c.Tools, c.Prompts, c.Models, c.Loops = slices.Clone(d.Tools), slices.Clone(d.Prompts), slices.Clone(d.Models), slices.Clone(d.Loops)
	for i := range c.Loops {
		c.Loops[i].Place.Line = 0
	}
	for i := range c.Tools {
		c.Tools[i].Place.Line = 0
	}
	for i := range c.Prompts {
		c.Prompts[i].Place.Line = 0
	}
	for i := range c.Models {
		c.Models[i].Place.Line = 0
	}
	// A model named twice in a file is one entry without its lines.
	c.Models = slices.CompactFunc(c.Models, func(a, b Model) bool { return a == b })
	return &c
}

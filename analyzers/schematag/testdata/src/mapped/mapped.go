// Package mapped gives the reflector schemas of types that it does not know.
package mapped

import (
	"net/netip"
	"reflect"

	"github.com/invopop/jsonschema"
)

type host struct {
	Addr netip.Addr `json:"addr"`
}

func schema() *jsonschema.Schema {
	r := jsonschema.Reflector{Mapper: func(reflect.Type) *jsonschema.Schema { return &jsonschema.Schema{Type: "string"} }}
	return r.Reflect(host{})
}

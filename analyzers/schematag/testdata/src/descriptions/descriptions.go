// Package descriptions describes fields to a model.
package descriptions

import "github.com/invopop/jsonschema"

type query struct {
	CityName string `json:"city_name" jsonschema:"description=City name"`    // want `the tag of CityName describes the field by its name only`
	From     string `json:"from" jsonschema_description:"A day, YYYY-MM-DD"`
	Until    string `json:"until" jsonschema_description:"A day, YYYY-MM-DD"` // want `the tag of Until has the description of From, "A day, YYYY-MM-DD"`
	Unit     string `json:"unit" jsonschema:"description=Unit of the answer"`
	Page     int    `json:"page"`
	Size     int    `json:"size"`
}

var _ = jsonschema.Reflect(query{})

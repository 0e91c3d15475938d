// Package exposed has tags that another package may read in another dialect: what is wrong here may be right there.
package exposed

import (
	"encoding/json"

	"example.com/describe"
	google "github.com/google/jsonschema-go/jsonschema"
	"github.com/invopop/jsonschema"
)

// No fix: another package can read it.
type Query struct {
	Text  string `json:"text" jsonschema:"description=The words"`                // want `the tag of Text is rejected with an error`
	Place string `json:"place" jsonschema_description:"Where, as people say it"` // want `the tag of Place is ignored`
	Inner inner  `json:"inner"`
}

type inner struct {
	Limit int `json:"limit" jsonschema:"description=How many"` // want `the tag of Limit is rejected with an error`
}

type returned struct {
	Text string `json:"text" jsonschema:"description=The words"` // want `the tag of Text is rejected with an error`
}

func New() (r *returned, err error) { return nil, nil }

type service struct{}

var Service service

type taken struct {
	Text string `json:"text" jsonschema:"description=The words"` // want `the tag of Text is rejected with an error`
}

func (*service) Take([]taken) {}

type passed struct {
	Text string `json:"text" jsonschema:"description=The words"` // want `the tag of Text is rejected with an error`
}

type argument struct {
	Text string `json:"text" jsonschema:"description=The words"` // want `the tag of Text is rejected with an error`
}

// No other package sees it.
type hidden struct {
	Text string `json:"text" jsonschema:"description=The words"` // want `the tag of Text is rejected with an error`
}

// A tag that is wrong in each dialect, and no worse afterwards.
type Shared struct {
	Text string `json:"text" jsonschema:"description=One, two"` // want `the tag of Text is cut at a comma`
}

func schemas() {
	google.For[Query](nil)
	google.For[returned](nil)
	google.For[taken](nil)
	google.For[passed](nil)
	google.For[argument](nil)
	google.For[hidden](nil)
	jsonschema.Reflect(Shared{})
	describe.Value(&passed{})
	describe.Type[argument]()
	json.Marshal(&hidden{})
}

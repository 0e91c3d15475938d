package keywords

import (
	"context"
	"reflect"
	"types"

	"github.com/cloudwego/eino/components/tool/utils"
	"github.com/invopop/jsonschema"
)

type Weather struct {
	City    string   `json:"city" jsonschema:"description=The city and state, e.g. Palo Alto, CA"`                      // want `the tag of City is cut at a comma, so the model never sees "e\.g\. Palo Alto" \(utils\.InferTool\)`
	Unit    string   `json:"unit" jsonschema:"enum=celsius,fahrenheit,description=The unit"`                            // want `the tag of Unit is cut at a comma, so the model never sees "fahrenheit" \(utils\.InferTool\)`
	Zip     string   `json:"zip" jsonschema:"pattern=^[0-9]{5,9}$,required"`                                            // want `the tag of Zip is cut at a comma, so the model never sees "9\}\$" \(utils\.InferTool\)`
	Days    int      `json:"days" jsonschema:"description=How many days, minimum=1"`                                    // want `the tag of Days is cut at a comma, so the model never sees "minimum=1" \(utils\.InferTool\)`
	Note    string   `json:"note" jsonschema:"what the user said about it, in his own words"`                           // want `the tag of Note has no keyword, so the model sees no description \(utils\.InferTool\)`
	Genre   string   `json:"genre" jsonschema_description:"A genre,enum=novel,enum=poem"`                               // want `the tag of Genre puts "enum=novel" into the description, where it constrains nothing \(utils\.InferTool\)`
	Quoted  string   "json:\"quoted\" jsonschema:\"description=One, two\""                                              // want `the tag of Quoted is cut at a comma, so the model never sees "two" \(utils\.InferTool\)`
	Other   string   `json:"other" x-jsonschema:"description=keep, this" jsonschema:"description=Another, two"`             // want `the tag of Other is cut at a comma, so the model never sees "two" \(utils\.InferTool\)`
	Twice   string   `json:"twice" jsonschema:"description=Third, two" jsonschema:"description=never, read"`              // want `the tag of Twice is cut at a comma, so the model never sees "two" \(utils\.InferTool\)`
	Escaped string   `x:"jsonschema:\"description=a, b\"" jsonschema:"description=The \"best\", or so" y:"jsonschema:"` // want `the tag of Escaped is cut at a comma, so the model never sees "or so" \(utils\.InferTool\)`
	Broken  string   `json:"broken" jsonschema: "description=One, two"`
	Nested  []*Place `json:"nested"`
	Good    string   `json:"good" jsonschema:"required,title=Good,description=Fourth\\, two,enum=a,enum=b"`
	Flags   string   `json:"flags" jsonschema:"description=One,optional"`
	Plain   string   `json:"plain" jsonschema_description:"One, two, three"`
	Unknown string   `json:"unknown" jsonschema:"description=Two,unit=days"`
	Skipped string   `json:"-" jsonschema:"description=One, two"`
	hidden  string   `jsonschema:"description=One, two"`
	Own     Own      `json:"own"`
}

// note is read here only.
type note struct {
	Text string `json:"text" jsonschema:"what the user said, in his own words"` // want `the tag of Text has no keyword, so the model sees no description`
}

type Place struct {
	Name string `json:"name" jsonschema:"description=Street, number"` // want `the tag of Name is cut at a comma, so the model never sees "number" \(utils\.InferTool\)`
}

// Own says itself what its schema is.
type Own struct {
	Name string `json:"name" jsonschema:"description=Street, number"`
}

func (Own) JSONSchema() *jsonschema.Schema { return nil }

func Tool() {
	utils.InferTool("weather", "Tell the weather", func(ctx context.Context, in *Weather) (string, error) { return "", nil })
}

type Answer struct {
	Text string `json:"text" jsonschema:"description=The answer, short"` // want `the tag of Text is cut at a comma, so the model never sees "short" \(jsonschema\.Reflect\)`
}

type ByType struct {
	Text string `json:"text" jsonschema:"description=The answer, short"` // want `the tag of Text is cut at a comma, so the model never sees "short" \(jsonschema\.ReflectFromType\)`
}

type ByValue struct {
	Text string `json:"text" jsonschema:"description=The answer, short"` // want `the tag of Text is cut at a comma, so the model never sees "short" \(jsonschema\.Reflect\)`
}

// schema is a reflector, because it hands its type parameter to one.
func schema[T any]() any {
	var r jsonschema.Reflector
	var v T
	return r.Reflect(v)
}

// describe is one, because it hands its parameter on.
func describe(v any) any { return schemaOf(v) }

func schemaOf(v any) any { return jsonschema.Reflect(v) }

func Schemas() []any {
	return []any{
		schema[Answer](),
		schema[note](),
		describe(&ByValue{}),
		jsonschema.ReflectFromType(reflect.TypeFor[ByType]()),
		jsonschema.Reflect(types.Shared{}), // want `the tag of City is cut at a comma, so the model never sees "as people call it" \(jsonschema\.Reflect\)`
	}
}

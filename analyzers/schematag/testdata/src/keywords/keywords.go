package keywords

import (
	"context"
	"reflect"
	"types"

	"github.com/cloudwego/eino/components/tool/utils"
	"github.com/invopop/jsonschema"
)

type Weather struct {
	City    string   `json:"city" jsonschema:"description=The city and state, e.g. Palo Alto, CA"`                      // want `read by utils.InferTool, the tag of City loses what stands behind a comma, "e.g. Palo Alto": write`
	Unit    string   `json:"unit" jsonschema:"enum=celsius,fahrenheit,description=The unit"`                            // want `the tag of Unit loses .*"fahrenheit": repeat enum= for each value`
	Zip     string   `json:"zip" jsonschema:"pattern=^[0-9]{5,9}$,required"`                                            // want `the tag of Zip loses .*"9}\$": write`
	Days    int      `json:"days" jsonschema:"description=How many days, minimum=1"`                                    // want `the tag of Days loses .* "minimum=1": take out the space`
	Note    string   `json:"note" jsonschema:"what the user said about it, in his own words"`                           // want `the tag of Note gives the model no description`
	Genre   string   `json:"genre" jsonschema_description:"A genre,enum=novel,enum=poem"`                               // want `the tag of Genre makes "enum=novel" a part of the description and no constraint`
	Quoted  string   "json:\"quoted\" jsonschema:\"description=One, two\""                                              // want `the tag of Quoted loses`
	Other   string   `json:"other" x-jsonschema:"description=keep, this" jsonschema:"description=One, two"`             // want `the tag of Other loses`
	Twice   string   `json:"twice" jsonschema:"description=One, two" jsonschema:"description=never, read"`              // want `the tag of Twice loses`
	Escaped string   `x:"jsonschema:\"description=a, b\"" jsonschema:"description=The \"best\", or so" y:"jsonschema:"` // want `the tag of Escaped loses`
	Broken  string   `json:"broken" jsonschema: "description=One, two"`
	Nested  []*Place `json:"nested"`
	Good    string   `json:"good" jsonschema:"required,title=Good,description=One\\, two,enum=a,enum=b"`
	Flags   string   `json:"flags" jsonschema:"description=One,optional"`
	Plain   string   `json:"plain" jsonschema_description:"One, two, three"`
	Unknown string   `json:"unknown" jsonschema:"description=One,unit=days"`
	Skipped string   `json:"-" jsonschema:"description=One, two"`
	hidden  string   `jsonschema:"description=One, two"`
	Own     Own      `json:"own"`
}

type Place struct {
	Name string `json:"name" jsonschema:"description=Street, number"` // want `the tag of Name loses`
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
	Text string `json:"text" jsonschema:"description=The answer, short"` // want `read by jsonschema.Reflect, the tag of Text`
}

type ByType struct {
	Text string `json:"text" jsonschema:"description=The answer, short"` // want `read by jsonschema.ReflectFromType, the tag of Text`
}

type ByValue struct {
	Text string `json:"text" jsonschema:"description=The answer, short"` // want `read by jsonschema.Reflect, the tag of Text`
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
		describe(&ByValue{}),
		jsonschema.ReflectFromType(reflect.TypeFor[ByType]()),
		jsonschema.Reflect(types.Shared{}), // want `the tag of City loses`
	}
}

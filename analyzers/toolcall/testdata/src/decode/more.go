package decode

import (
	"encoding/json"
	"strconv"

	"example.com/plain"
	"example.com/search"
	"example.com/strict"
	openai "github.com/sashabaranov/go-openai"
)

// What is done with a value that may be empty.
func ways(call openai.ToolCall, kept map[string]params, seen map[string]bool) {
	var p params
	json.Unmarshal([]byte(call.Function.Arguments), &p) // want `decoding error of tool arguments from Unmarshal is discarded`
	kept["last"] = p

	var q params
	json.Unmarshal([]byte(call.Function.Arguments), &q) // want `decoding error of tool arguments from Unmarshal is discarded`
	search.Run(q.Query)

	var r params
	json.Unmarshal([]byte(call.Function.Arguments), &r)
	search.Show(r.Query)
	search.Count(r.Query)
	strconv.Atoi(r.Query)
	seen[r.Query] = true
}

func appended(calls []openai.ToolCall) (all []params) {
	for _, call := range calls {
		var p params
		json.Unmarshal([]byte(call.Function.Arguments), &p) // want `decoding error of tool arguments from Unmarshal is discarded`
		all = append(all, p)
	}
	return all
}

func fast(call openai.ToolCall) params {
	var p params
	search.UnmarshalString(call.Function.Arguments, &p) // want `decoding error of tool arguments from UnmarshalString is discarded`
	return p
}

// None of these is known to decode.
func others(call openai.ToolCall) (p, q, r search.Params) {
	plain.Unmarshal([]byte(call.Function.Arguments), &p)
	strict.Unmarshal([]byte(call.Function.Arguments), &q, true)
	search.Strict{}.Unmarshal([]byte(call.Function.Arguments), &r)
	return p, q, r
}

func parsed(call toolCall) (map[string]any, error) {
	args, err := parse(call.Input)
	if err != nil {
		return nil, err
	}
	return args, nil
}

// A write before is to a map that is there.
func before(call toolCall) (map[string]any, error) {
	args := map[string]any{}
	args["session"] = "one"
	err := json.Unmarshal([]byte(call.Input), &args)
	return args, err
}

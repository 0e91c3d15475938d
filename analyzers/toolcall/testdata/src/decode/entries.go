package decode

import "encoding/json"

// A map in which an entry was found is not nil.
func found(call toolCall) (map[string]any, error) {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		return nil, err
	}
	if limit, ok := args["limit"].(float64); ok && limit > 50 {
		args["limit"] = limit / 2
	}
	if _, ok := args["page"]; ok {
		args["page"] = 1
	}
	if args["order"] != nil {
		args["order"] = "date"
	}
	for k := range args {
		args[k] = true
	}
	return args, nil
}

func asserted(call toolCall) (map[string]any, error) {
	args, err := parse(call.Input)
	if err != nil {
		return nil, err
	}
	text := args["text"].(string) // want `args\["text"\].\(string\) panics if the model sends another type`
	args["text"] = text + "."
	return args, nil
}

func notFound(call toolCall) (map[string]any, error) {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		return nil, err
	}
	if _, ok := args["page"]; !ok {
		args["page"] = 1 // want `this write panics if the tool arguments are null`
	}
	return args, nil
}

func foundInOther(call toolCall, defaults map[string]any) (map[string]any, error) {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		return nil, err
	}
	if page, ok := defaults["page"]; ok {
		args["page"] = page // want `this write panics if the tool arguments are null`
	}
	return args, nil
}

func foundBefore(call toolCall, args map[string]any) (map[string]any, error) {
	_, ok := args["page"]
	args = nil
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		return nil, err
	}
	if ok {
		args["page"] = 1 // want `this write panics if the tool arguments are null`
	}
	return args, nil
}

// Null is no error, so a map that was made before is still there after one.
func keptOnFailure(call toolCall) map[string]any {
	args := map[string]any{}
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		args["error"] = err.Error()
	}
	return args
}

func nilOnFailure(call toolCall) map[string]any {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		args["error"] = err.Error() // want `this write panics if the tool arguments are null`
	}
	return args
}

func nilOnNull(call toolCall) (map[string]any, error) {
	args := map[string]any{}
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		return nil, err
	}
	args["checked"] = true // want `this write panics if the tool arguments are null`
	return args, nil
}

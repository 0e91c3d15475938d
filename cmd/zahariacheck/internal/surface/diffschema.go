package surface

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

func decode(data json.RawMessage) map[string]any {
	var m map[string]any
	if len(data) > 0 {
		_ = json.Unmarshal(data, &m) // a schema that is no object has no properties
	}
	return m
}

// schema tells what changed in the arguments of a tool.
func (c *comparison) schema(t Tool, old, new map[string]any) {
	n := len(c.out)
	before, after := properties(old), properties(new)
	needed := required(new)
	for _, name := range slices.Sorted(maps.Keys(after)) {
		was, there := before[name]
		switch {
		case !there && needed[name]:
			c.add(Breaking, "argument", t.Name, "new required argument "+name, t.Place)
		case !there:
			c.add(Additive, "argument", t.Name, "new optional argument "+name, t.Place)
		case needed[name] && !required(old)[name]:
			c.add(Breaking, "argument", t.Name, "argument "+name+" is now required", t.Place)
		case !needed[name] && required(old)[name]:
			c.add(Additive, "argument", t.Name, "argument "+name+" is now optional", t.Place)
		}
		if there {
			c.argument(t, name, was, after[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if _, there := after[name]; !there {
			c.add(Breaking, "argument", t.Name, "argument "+name+" is gone", t.Place)
		}
	}
	if len(c.out) == n {
		c.add(Risky, "argument", t.Name, "the schema of the arguments changed", t.Place)
	}
}

// argument tells what changed in one argument.
func (c *comparison) argument(t Tool, name string, old, new any) {
	a, _ := old.(map[string]any)
	b, _ := new.(map[string]any)
	was, _ := a["description"].(string)
	is, _ := b["description"].(string)
	if was != is {
		c.add(Risky, "description", t.Name, "the description of argument "+name+" changed", t.Place).Words = Words(was, is)
	}
	x, y := maps.Clone(a), maps.Clone(b)
	delete(x, "description")
	delete(y, "description")
	if from, to := fmt.Sprint(x["type"]), fmt.Sprint(y["type"]); from != to {
		c.add(Breaking, "argument", t.Name, fmt.Sprintf("the type of argument %s is %s, was %s", name, to, from), t.Place)
	} else if left, right := encodeValue(x), encodeValue(y); left != right {
		c.add(Risky, "argument", t.Name, "the schema of argument "+name+" changed", t.Place)
	}
}

func encodeValue(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(data)
}

func properties(schema map[string]any) map[string]any {
	p, _ := schema["properties"].(map[string]any)
	return p
}

func required(schema map[string]any) map[string]bool {
	out := map[string]bool{}
	list, _ := schema["required"].([]any)
	for _, v := range list {
		if name, ok := v.(string); ok {
			out[name] = true
		}
	}
	return out
}

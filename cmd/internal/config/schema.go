package config

import (
	"encoding/json"
	"flag"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// object is a node of a JSON schema.
type object = map[string]any

// Schema returns the JSON schema (draft 2020-12) of the configuration file, with the rules and options of the registry.
func Schema() ([]byte, error) {
	rules := object{}
	for _, r := range analyzers.Rules() {
		rules[r.Name] = ruleSchema(r)
	}
	groups := object{}
	for _, name := range groupNames() {
		groups[name] = object{"enum": levelWords()}
	}
	text := object{"type": "string", "minLength": 1}
	why := object{"type": "string", "pattern": `\S`, "description": "why this is right, for readers of the file"}
	return json.MarshalIndent(object{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                Name,
		"type":                 []string{"object", "null"},
		"additionalProperties": false,
		"properties": object{
			"preset":    object{"enum": presets, "description": "what holds before the rules below: core, the stable rules; strict, each of these an error; preview, the preview rules too"},
			"groups":    closed("what holds for all rules of a group, above the preset", groups),
			"rules":     closed("rules by name", rules),
			"vendors":   list("vendors, SDK names or import paths that an API may expose", closed("", object{"accept": text, "why": why}, acceptFlag, "why")),
			"paths":     list("where rules are silent", closed("", object{"glob": text, "off": list("the rules that are silent; all if left out", object{"enum": ruleNames()}), "why": why}, "glob", "why")),
			"catalogue": list("files that say what SDKs mean, in the grammar of the built-in catalogue", text),
			"baseline":  object{"type": "string", "minLength": 1, "description": "file that lists known findings"},
		},
	}, "", "  ")
}

// ruleSchema is one word, or the severity and the options. An option can always be a string, as on the command line.
func ruleSchema(r *analyzers.Rule) object {
	options := object{severity: object{"enum": severities}}
	analyzers.NewSettings().Flags(r).VisitAll(func(f *flag.Flag) {
		if r.Name != acceptRule || f.Name != acceptFlag {
			options[f.Name] = object{"type": []string{"string", "boolean", "number"}, "description": f.Usage}
		}
	})
	return object{"description": r.Summary(), "anyOf": []any{object{"enum": levelWords()}, closed("", options)}}
}

// levelWords are the words that switch a rule on or off, or weigh it, with those that YAML reads as booleans.
func levelWords() []any {
	words := []any{true, false}
	for _, word := range levels {
		words = append(words, word)
	}
	return words
}

// closed is a mapping of known keys, some of which must be there.
func closed(description string, keys object, required ...string) object {
	o := object{"type": "object", "additionalProperties": false, "properties": keys}
	if description != "" {
		o["description"] = description
	}
	if required != nil {
		o["required"] = required
	}
	return o
}

func list(description string, of object) object {
	return object{"type": "array", "description": description, "items": of}
}

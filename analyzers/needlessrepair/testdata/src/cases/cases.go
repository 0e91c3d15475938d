// Package cases decodes answers of models.
package cases

import (
	"encoding/json"
	"strings"

	jsonrepair "github.com/RealAlexandreAI/json-repair"
	other "github.com/kaptinlin/jsonrepair"
)

type answer struct{ Text string }

func first(text string) (a answer, err error) {
	repaired, err := jsonrepair.RepairJSON(text) // want `jsonrepair\.RepairJSON changes valid JSON too, and nothing has tried to decode this text yet; call json\.Unmarshal first`
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal([]byte(repaired), &a)
}

func inPlace(text string) (a answer, err error) {
	text, _ = other.JSONRepair(text) // want `jsonrepair\.JSONRepair changes valid JSON too`
	return a, json.NewDecoder(strings.NewReader(text)).Decode(&a)
}

func handedOn(text string) (a answer, err error) {
	body := strings.TrimSpace(text)
	if fixed, err := other.Repair(body); err == nil { // want `jsonrepair\.Repair changes valid JSON too`
		body = fixed
	}
	return a, json.Unmarshal([]byte(body), &a)
}

func nested(text string) (a answer, err error) {
	return a, json.Unmarshal([]byte(jsonrepair.MustRepairJSON(text)), &a) // want `jsonrepair\.MustRepairJSON changes valid JSON too`
}

// What is decoded first is repaired only where it has to be.

func fallback(text string) (a answer, err error) {
	if err := json.Unmarshal([]byte(text), &a); err == nil {
		return a, nil
	}
	repaired, err := jsonrepair.RepairJSON(text)
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal([]byte(repaired), &a)
}

func checked(text string) (a answer, err error) {
	if !json.Valid([]byte(text)) {
		text = jsonrepair.MustRepairJSON(text)
	}
	return a, json.Unmarshal([]byte(text), &a)
}

func tried(text string) (a answer, err error) {
	if a, ok := try(text); ok {
		return a, nil
	}
	return rescue(text)
}

func try(text string) (a answer, ok bool) { return a, json.Unmarshal([]byte(text), &a) == nil }

func rescue(text string) (a answer, err error) {
	repaired, err := other.Repair(text)
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal([]byte(repaired), &a)
}

// An exported helper does not know what its caller has tried.
func Mend(text string) string { return jsonrepair.MustRepairJSON(text) }

// Of one that only the package calls, all callers are known.
func mend(text string) string {
	return jsonrepair.MustRepairJSON(text) // want `jsonrepair\.MustRepairJSON changes valid JSON too`
}

func mended(text string) (a answer, err error) { return a, json.Unmarshal([]byte(mend(text)), &a) }

func last(text string) string { return jsonrepair.MustRepairJSON(text) }

func triedFirst(text string) (a answer, err error) {
	if err = json.Unmarshal([]byte(text), &a); err != nil {
		err = json.Unmarshal([]byte(last(text)), &a)
	}
	return a, err
}

// A function that is passed on may be called by anyone.
func passedOn(text string) string { return jsonrepair.MustRepairJSON(text) }

var mender = passedOn

// The start of a document is no document.
func partial(chunks []string, show func(answer)) {
	var text strings.Builder
	for _, chunk := range chunks {
		text.WriteString(chunk)
		var a answer
		if json.Unmarshal([]byte(jsonrepair.MustRepairJSON(text.String())), &a) == nil {
			show(a)
		}
	}
}

func partialBy(chunks []string, show func(answer)) {
	text := ""
	for _, chunk := range chunks {
		text += chunk
		var a answer
		if json.Unmarshal([]byte(complete(text)), &a) == nil {
			show(a)
		}
	}
}

func complete(text string) string { return jsonrepair.MustRepairJSON(text) }

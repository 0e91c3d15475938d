package catalogue

import (
	"errors"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// What the roles of rows about the flow of text mean.
var (
	flowRoles = map[string]string{
		"text":   "the text stays as it is, or a part of it",
		"data":   "it is filled into another text",
		"json":   "it is encoded as JSON",
		"decode": "it is decoded into what the argument points to",
		"alias":  "what is written to the result ends up in the argument",
	}
	sinkRoles = map[string]string{
		"code":     "is run as a program's text, or loaded as code",
		"exec":     "is a program that is started, or an argument of it",
		"format":   "is the format of a print function",
		"html":     "is HTML that is not escaped",
		"path":     "names a file that is opened, written or removed",
		"sql":      "is the text of a statement for a database",
		"template": "is the text of a template",
		"url":      "is the address of a request",
	}
	sourceRoles = map[string]string{
		"request":   "came with an HTTP request",
		"fetched":   "was fetched from another server",
		"output":    "was written by a model",
		"toolargs":  "is an argument that a model gave for a tool",
		"toolinput": "is the input of a tool's handler",
	}
)

func roles(meanings map[string]string) []string { return slices.Sorted(maps.Keys(meanings)) }

// aboutFlow reports whether rows of a kind are about the flow of text: these have lists of places, and one place may have rows of
// several roles.
func aboutFlow(kind string) bool {
	return kind == "flow" || kind == "sink" || kind == "source" || kind == "barrier"
}

// flowRow reads
//
//	flow    ROLE SYMBOL PLACE,… -> PLACE,…
//	sink    ROLE SYMBOL PLACE,…
//	source  ROLE SYMBOL PLACE,…
//	barrier ROLE,… SYMBOL PLACE,… [when=OUTCOME]
//
// and makes an entry of each pair of places.
func (p *parser) flowRow(verb string, args []string, attrs map[string]string) error {
	arrow := verb == "flow"
	if arrow && (len(args) != 5 || args[3] != "->") {
		return errors.New("want: flow ROLE SYMBOL PLACE,… -> PLACE,…")
	}
	if !arrow && len(args) != 3 {
		return fmt.Errorf("want: %s ROLE SYMBOL PLACE,…, have %d of the 3 words", verb, len(args))
	}
	for role := range strings.SplitSeq(args[0], ",") {
		if err := Schemas[verb].check(verb, role, attrs); err != nil {
			return err
		}
	}
	to := []string{""}
	if arrow {
		to = strings.Split(args[4], ",")
		for _, place := range to {
			if !places.MatchString(place) {
				return fmt.Errorf("unknown place %q", place)
			}
		}
	}
	for from := range strings.SplitSeq(args[2], ",") {
		if verb == "barrier" && strings.HasPrefix(from, "arg:") != (attrs["when"] != "") {
			return errors.New("a barrier at an argument needs when=OUTCOME, one at a result needs none")
		}
		for _, place := range to {
			if err := p.entry(verb, []string{args[0], args[1], from}, place, attrs); err != nil {
				return err
			}
		}
	}
	return nil
}

// A Slot is a value of a call: an argument, counted with the receiver of a method first, or a result.
type Slot struct {
	Result bool
	Index  int
}

// SlotOf resolves a place at a function with that signature; ok is false if there is no such value.
func SlotOf(sig *types.Signature, place string) (s Slot, ok bool) {
	recv := 0
	if sig.Recv() != nil {
		recv = 1
	}
	if place == "recv" {
		return Slot{}, recv == 1
	}
	if n, isResult := strings.CutPrefix(place, "result:"); isResult {
		i, err := strconv.Atoi(n)
		return Slot{true, i}, err == nil && i < sig.Results().Len()
	}
	if name, isArg := strings.CutPrefix(place, "arg:"); isArg {
		i := Param(sig, strings.TrimSuffix(name, "..."))
		return Slot{false, i + recv}, i >= 0
	}
	return Slot{}, false
}

package surface

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// maxText bounds the bytes of a name or a description that the document holds; longer ones end in an ellipsis. The longest
// description that clients of the Model Context Protocol are known to pass on whole is a few kilobytes.
const maxText = 16 << 10

// clean makes text from the code safe for every form that shows it. What is cut ends in its hash, so that each change of it shows.
func clean(s string) string {
	out := analyzers.Clean(s, maxText)
	const piece = len(`\u202e…`) // Clean cuts where the next escape and the ellipsis have no room
	if len(s) > maxText || len(out) > maxText-piece && strings.HasSuffix(out, "…") {
		out += fmt.Sprintf(" (%d bytes, SHA-256 %x)", len(s), sha256.Sum256([]byte(s)))
	}
	return out
}

// canonical sorts the keys of a JSON text. One that is no JSON, or nil, becomes nil.
func canonical(data []byte) json.RawMessage {
	var v any
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if len(data) == 0 || dec.Decode(&v) != nil {
		return nil
	}
	out, err := json.Marshal(cleanValue(v))
	if err != nil {
		return nil
	}
	return out
}

func cleanValue(v any) any {
	switch v := v.(type) {
	case string:
		return clean(v)
	case []any:
		for i := range v {
			v[i] = cleanValue(v[i])
		}
	case map[string]any:
		out := make(map[string]any, len(v))
		for _, k := range slices.Sorted(maps.Keys(v)) { // in order, since two names may become one
			out[clean(k)] = cleanValue(v[k])
		}
		return out
	}
	return v
}

package texts

import "strings"

// Fill replaces the names in double braces by values.
func Fill(template string, values map[string]string) string {
	out := template
	for name, value := range values {
		out = strings.ReplaceAll(out, "{{."+name+"}}", value)
	}
	return out
}

// Titles lists the names of values, not their text.
func Titles(values map[string]string) string {
	var out strings.Builder
	for name := range values {
		out.WriteString(name)
	}
	return out.String()
}

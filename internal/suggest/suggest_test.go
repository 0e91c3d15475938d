package suggest

import "testing"

func TestDidYouMean(t *testing.T) {
	known := []string{"help", "demo", "rules", "explain"}
	for word, want := range map[string]string{
		"hlep": `; did you mean "help"?`, "dmo": `; did you mean "demo"?`, "rulse": `; did you mean "rules"?`, "explian": `; did you mean "explain"?`,
		"strings": "", "x": "", "": "",
	} {
		if got := DidYouMean(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

package principles_test

import (
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/principles"
)

func TestQuotes(t *testing.T) {
	all := principles.All()
	if len(all) != 75 {
		t.Errorf("%d quotes, want 75", len(all))
	}
	parts := map[int]int{}
	seen := map[principles.ID]bool{}
	for _, q := range all {
		parts[q.Part]++
		if seen[q.ID] {
			t.Errorf("two quotes with the ID %s", q.ID)
		}
		seen[q.ID] = true
		// The text is the profile's, to the letter.
		if line := "- On " + q.Topic + ": \"" + q.Text + "\" — Source: [" + q.Source + "]"; !strings.Contains(principles.Profile, line) {
			t.Errorf("the profile has no line %q", line)
		}
		if principles.Get(q.ID) != q {
			t.Errorf("Get(%s) is another quote", q.ID)
		}
	}
	if len(parts) != 8 {
		t.Errorf("quotes by part: %v, want eight parts", parts)
	}
}

func TestCitation(t *testing.T) {
	got := principles.Get(principles.LockIn).Citation()
	want := `Matei Zaharia, On Lock-in: "We provide open-source portability to guarantee that users are not locked into our specific vendor implementation."`
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestGetUnknown(t *testing.T) {
	if _, ok := principles.Lookup("no-such-quote"); ok {
		t.Error("Lookup found a quote that is not there")
	}
	defer func() {
		if r := recover(); r == nil {
			t.Error("Get of an unknown ID did not panic")
		}
	}()
	principles.Get("no-such-quote")
}

func TestSlug(t *testing.T) {
	for topic, want := range map[string]principles.ID{
		"Lock-in":                 "lock-in",
		"Reasoning vs. Facts":     "reasoning-vs-facts",
		"Standardizing the 'How'": "standardizing-the-how",
		"the Prototyping Mindset": "the-prototyping-mindset",
		" Data  Quality ":         "data-quality",
	} {
		if got := principles.Slug(topic); got != want {
			t.Errorf("Slug(%q) = %s, want %s", topic, got, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for name, profile := range map[string]string{
		"no source":     `- On Lock-in: "We provide portability."`,
		"no quotation":  `- On Lock-in: We provide portability. — Source: [No Priors]`,
		"the same slug": "- On Lock-in: \"A.\" — Source: [B]\n- On Lock in: \"C.\" — Source: [D]",
	} {
		if _, err := principles.Parse(profile); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

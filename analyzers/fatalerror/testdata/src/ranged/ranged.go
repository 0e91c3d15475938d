// Package ranged ends the process in a loop over a stream.
package ranged

import (
	"context"
	"log"

	"google.golang.org/genai"
)

func Text(ctx context.Context, c *genai.Client, in []*genai.Content) (out string) {
	for r, err := range c.Models.GenerateContentStream(ctx, "m", in, nil) {
		if err != nil {
			log.Fatal(err) // want `log.Fatal ends the whole process when \(genai.Models\).GenerateContentStream fails`
		}
		out += r.Text()
	}
	return out
}

func Names(all func(yield func(string, error) bool)) (out []string) {
	for n, err := range all {
		if err != nil {
			log.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}
